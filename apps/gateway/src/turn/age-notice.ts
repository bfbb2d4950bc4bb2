import { charterRules } from '@parlance/charter';
import { type AddRule } from '@parlance/disclosure';
import { type AgeMode } from '@parlance/pack';
import { type Words } from '../country/country.ts';

/** What the charter adds to every answer in under-18 mode: that the mode is on and why and, where a model speaks, that no person does. The record of the answer carries it by this rule. */
export function ageNotice(
  { because }: AgeMode,
  words: Words,
  told: { readonly isModel: boolean; readonly charterVersion: string },
): AddRule {
  const grounds = because.map((ground) => words.format(`age.because.${ground}`)).join(', ');
  const lines = [...(told.isModel ? [words.format('age.not-human')] : []), words.format('age.notice', { because: grounds })];
  return { ...ageNoticeRule(told.charterVersion), text: { [words.language]: lines.join(' ') } };
}

/** The rule without the words of a language, as the log names it. */
export function ageNoticeRule(charterVersion: string): AddRule {
  return {
    kind: 'add',
    id: charterRules['under-18'].id,
    version: charterVersion,
    cause: 'charter',
    purpose: 'age-notice',
    place: 'start',
    when: 'always',
    text: {},
  };
}
