import { type CaseAnswer } from './case-answer.ts';
import { type CaseChange } from './case-change.ts';

/** Rules that changed an answer to a case with one version and none with the other. A rule that no case calls shows in neither. */
export interface ActingRules {
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
}

export function actingRules(changes: readonly CaseChange[]): ActingRules {
  const before = acting(changes.map((change) => change.before));
  const after = acting(changes.map((change) => change.after));
  return { newly: [...after].filter((rule) => !before.has(rule)).sort(), noLonger: [...before].filter((rule) => !after.has(rule)).sort() };
}

function acting(answers: readonly (CaseAnswer | null)[]): ReadonlySet<string> {
  return new Set(answers.flatMap((answer) => (answer?.kind === 'answered' ? answer.disclosures.map(({ rule }) => rule) : [])));
}
