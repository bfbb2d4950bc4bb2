import { type CaseChange } from './case-change.ts';
import { type CaseAnswer } from './case-answer.ts';
import { type LineChange } from './layer-difference.ts';
import { type TokenCost } from './token-cost.ts';

/** What a change of the pack means for the readers of one language. */
export interface LanguageSummary {
  readonly language: string;
  readonly cases: number;
  readonly changed: number;
  readonly failed: number;
  /** Expectations that held before and do not now. */
  readonly broken: number;
  /** Expectations that do not hold now, whatever they did before. */
  readonly unmet: number;
  readonly disclosuresAdded: number;
  readonly disclosuresRemoved: number;
  readonly cost: CostChange;
  /** What answerers are told differently whatever they are asked. */
  readonly layers: readonly LineChange[];
}

/** Over the cases that both versions answered and whose tokens were counted in the same way; over all that the new one answered when there was none before. */
interface CostChange {
  readonly cases: number;
  readonly before: TokenCost | null;
  readonly after: TokenCost | null;
  /** Of prompt and completion tokens together; null: nothing to compare. */
  readonly percent: number | null;
}

export function languageSummaries(changes: readonly CaseChange[]): readonly LanguageSummary[] {
  return [...new Set(changes.map(({ asked }) => asked.language))].map((language) =>
    summaryOf(
      language,
      changes.filter(({ asked }) => asked.language === language),
    ),
  );
}

function summaryOf(language: string, changes: readonly CaseChange[]): LanguageSummary {
  const number = (holds: (change: CaseChange) => boolean): number => changes.filter(holds).length;
  const sum = (of: (change: CaseChange) => number): number => changes.reduce((total, change) => total + of(change), 0);
  return {
    language,
    cases: changes.length,
    changed: number(({ status }) => status === 'changed'),
    failed: number(({ status }) => status === 'failed'),
    broken: number(({ expectation }) => expectation === 'broken'),
    unmet: number(({ expectation }) => ['broken', 'never-met', 'unmet'].includes(expectation)),
    disclosuresAdded: sum(({ disclosures }) => disclosures.added.reduce((total, { count }) => total + count, 0)),
    disclosuresRemoved: sum(({ disclosures }) => disclosures.removed.reduce((total, { count }) => total + count, 0)),
    cost: costChange(changes),
    layers: steadyLayers(changes),
  };
}

interface CostPair {
  readonly old: TokenCost | null;
  readonly fresh: TokenCost;
}

function costChange(changes: readonly CaseChange[]): CostChange {
  const pairs = changes.flatMap(({ before, after }): readonly CostPair[] => {
    const [old, fresh] = [costOf(before), costOf(after)];
    if (fresh === null) return [];
    if (before === null) return [{ old: null, fresh }];
    return old === null || old.isEstimated !== fresh.isEstimated ? [] : [{ old, fresh }];
  });
  const before = total(pairs.flatMap(({ old }) => (old === null ? [] : [old])));
  const after = total(pairs.map(({ fresh }) => fresh));
  return { cases: pairs.length, before, after, percent: percentOf(before, after) };
}

function costOf(answer: CaseAnswer | null): TokenCost | null {
  return answer?.kind === 'answered' ? answer.cost : null;
}

function total(costs: readonly TokenCost[]): TokenCost | null {
  if (costs.length === 0) return null;
  return {
    prompt: costs.reduce((sum, { prompt }) => sum + prompt, 0),
    completion: costs.reduce((sum, { completion }) => sum + completion, 0),
    isEstimated: costs.some(({ isEstimated }) => isEstimated),
  };
}

function percentOf(before: TokenCost | null, after: TokenCost | null): number | null {
  if (before === null || after === null) return null;
  const [old, fresh] = [before.prompt + before.completion, after.prompt + after.completion];
  return old === 0 ? null : Math.round((fresh / old - 1) * 1000) / 10;
}

/** The knowledge layer belongs to a question; the others are the same for many, and told once. */
function steadyLayers(changes: readonly CaseChange[]): readonly LineChange[] {
  const told = new Map<string, LineChange>();
  for (const change of changes.flatMap(({ layers }) => layers))
    if (change.layer !== 'knowledge') told.set(JSON.stringify(Object.values(change)), change);
  return [...told.values()];
}
