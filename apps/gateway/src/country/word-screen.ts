import { compile, type Matcher, type Rule, type Screen } from '@parlance/disclosure';
import { CodedError } from '@parlance/core';

/** A rule that only finds words of the charter; it changes nothing. */
export function wordRule(id: string, matcher: Matcher): Rule {
  return { kind: 'omit', id, version: '1', cause: 'charter', type: 'personal-identifier', matcher, rationale: {} };
}

/** A screen for words of the charter. Throws `charter_invalid` when the charter itself is at fault. */
export function compileWords(rules: readonly Rule[]): Screen {
  const { screen, issues } = compile(rules);
  if (screen === null)
    throw new CodedError(
      'charter_invalid',
      `words of the charter do not compile: ${issues.map(({ path, expected }) => `${path}: ${expected}`).join('; ')}`,
    );
  return screen;
}
