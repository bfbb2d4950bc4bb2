import { crisisLines } from '@parlance/charter';
import { type Issue } from '@parlance/core';
import { compile, type Rule, type Screen } from '@parlance/disclosure';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Addition, type Restriction } from '../pack.ts';
import { additionRule, privacyRules, restrictionRule } from '../rules.ts';
import { type CheckContext, issueIn } from './check-context.ts';

/** All rules of a pack in one screen, in force or not, as production compiles them. */
export interface CompiledPack {
  /** Without the rules that do not compile; null when there is nothing to screen. */
  readonly screen: Screen | null;
  /** Rules that do not compile (S12). */
  readonly issues: readonly PackIssue[];
}

interface Part {
  readonly rule: Rule;
  readonly origin: Restriction | Addition | null;
}

/** Compiles every matcher once: what does not compile is over a limit or outside the linear-time subset (S12). */
export function compileMatchers(context: CheckContext): CompiledPack {
  const { pack } = context;
  const parts: readonly Part[] = [
    ...pack.restrictions.map((origin) => ({ rule: restrictionRule(pack, origin), origin })),
    ...pack.additions.map((origin) => ({ rule: additionRule(pack, origin), origin })),
    ...privacyRules(pack).map((rule) => ({ rule, origin: null })),
  ];
  const exempt = publishedNumbers(context);
  const first = compile(
    parts.map(({ rule }) => rule),
    { exempt },
  );
  if (first.screen !== null) return { screen: first.screen, issues: [] };
  const broken = new Set(first.issues.map(({ path }) => Number(path.split('.')[0])));
  const sound = parts.filter((_, index) => !broken.has(index));
  return {
    screen: compile(
      sound.map(({ rule }) => rule),
      { exempt },
    ).screen,
    issues: first.issues.map((issue) => matcherIssue(context, parts[Number(issue.path.split('.')[0])]?.origin ?? null, issue)),
  };
}

/** Numbers and addresses that the pack publishes: they are shown whatever a recogniser says (R10). */
function publishedNumbers({ pack }: CheckContext): readonly string[] {
  const contacts = [...pack.contacts.values()].flatMap(({ phone, email }) => [phone, email]);
  const cards = pack.services.flatMap(({ facts }) => facts.map(({ number }) => number));
  return [...crisisLines.map(({ reach }) => reach), ...pack.safety.map(({ number }) => number), ...contacts, ...cards].filter(
    (published) => published !== null,
  );
}

function matcherIssue({ draft }: CheckContext, origin: Restriction | Addition | null, issue: Issue): PackIssue {
  const file = origin === null ? 'privacy.yaml' : (draft.fileOf.get(origin) ?? '');
  const [, part = '', ...rest] = issue.path.split('.');
  const path = origin === null ? 'identifiers' : [part === 'matcher' ? 'match' : part, ...rest].join('.');
  return issueIn(draft, file, {
    rule: 'S12',
    path,
    code: issue.code,
    expected: issue.expected,
    received: issue.received,
    mend: `Write ${issue.expected}.`,
  });
}
