import { type DriftRate, type DriftRow, type LanguageRow } from '@parlance/web';
import { type ComparedLanguage } from './compare-languages.ts';
import { type Compared } from './compare-past.ts';
import { type Verdict } from './found-drift.ts';
import { type ToldMonth } from './told-month.ts';
import { type Shared } from './weigh.ts';

export type Label = Pick<DriftRow, 'rule' | 'kind' | 'type' | 'law' | 'law_url'>;

interface PastRowOptions {
  readonly compared: Compared;
  readonly now: ToldMonth;
  readonly label: Label;
  /** Undefined: nothing was compared. */
  readonly verdict: Verdict | undefined;
}

export function pastRow({ compared, now, label, verdict }: PastRowOptions): DriftRow {
  const { language, past } = compared;
  const row = { ...label, language, now: rateIn(compared, [now]), past: rateIn(compared, past) };
  if (verdict === undefined) return { ...row, ratio: null, q: null, verdict: past.length === 0 ? 'first' : 'untested', months: [] };
  const { side, ratio, q } = verdict;
  const name = side === null ? 'steady' : side === 'more' ? 'rose' : 'fell';
  const months = side === null ? [] : [...past, now].map((month) => ({ month: month.month, ...rateIn(compared, [month]) }));
  return { ...row, ratio: rounded(ratio), q: rounded(q), verdict: name, months };
}

export function differenceRow({ language, here, elsewhere }: ComparedLanguage, label: Label, { side, ratio, q }: Verdict): LanguageRow {
  return {
    ...{ ...label, language, here: shareIn(here), elsewhere: shareIn(elsewhere) },
    ...{ ratio: rounded(ratio), q: rounded(q), verdict: side ?? 'alike' },
  };
}

/** By answers over all languages; in one language, by the entries that are told in it. */
function rateIn({ rule, language }: Pick<Compared, 'rule' | 'language'>, months: readonly ToldMonth[]): DriftRate {
  const sum = (of: (month: ToldMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const count = sum((month) => month.count(rule, language).least);
  return rate(count, language === null ? sum(({ answers }) => answers) : count + sum((month) => month.others(rule, language).least));
}

function shareIn({ count, others }: Shared): DriftRate {
  return rate(count.least, count.least + others.least);
}

function rate(count: number, of: number): DriftRate {
  return { at_least: count, per_10000: count === 0 || of === 0 ? null : rounded((count * 10_000) / of) };
}

/** Three digits: whoever computes with another library gets the same. Infinity, where the past may have had none, is no number of JSON. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : Number.MAX_SAFE_INTEGER;
}
