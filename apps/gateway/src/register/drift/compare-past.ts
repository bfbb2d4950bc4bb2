import { bounds } from './found-drift.ts';
import { together, type ToldMonth } from './told-month.ts';
import { spreadOf, weaker, type Weighed, weighRates, weighShares } from './weigh.ts';

/** A rule in one language, or over all of them (null). */
interface Series {
  readonly rule: string;
  readonly language: string | null;
}

export interface Compared extends Series {
  /** Months that it was compared with. */
  readonly past: readonly ToldMonth[];
  /** Null: there is not enough to compare. */
  readonly weighed: Weighed | null;
}

/**
 * A rule in a month beside its own months before, from the first on in which it is told. Over all languages: entries by answers. In one language nobody knows the answers; there its
 * share of the entries of that language is compared, and its entries by all answers too, and a finding needs both: neither a language that is used more nor another rule that
 * acts less makes one by itself.
 */
export function comparePast(series: Series, now: ToldMonth, before: readonly ToldMonth[]): Compared {
  const { rule, language } = series;
  const known = language === null ? before : before.filter((month) => month.languages.includes(language));
  const first = known.findIndex((month) => month.count(rule, language).least > 0);
  const past = first === -1 ? [] : known.slice(first);
  const isTold = language === null || now.languages.includes(language);
  return { ...series, past, weighed: past.length === 0 || !isTold ? null : weigh(series, now, past) };
}

function weigh({ rule, language }: Series, now: ToldMonth, past: readonly ToldMonth[]): Weighed | null {
  const rated = (months: readonly ToldMonth[]) => ({
    count: together(months.map((month) => month.count(rule, language))),
    answers: months.reduce((sum, { answers }) => sum + answers, 0),
  });
  const counts = past.map((month) => month.count(rule, language).least);
  const byAnswers = spreadOf(past.map(({ answers }, place) => ({ count: counts[place] ?? 0, exposure: answers })));
  const rates = weighRates(rated([now]), rated(past), byAnswers);
  if (language === null) return rates;
  const shared = (months: readonly ToldMonth[]) => ({
    count: together(months.map((month) => month.count(rule, language))),
    others: together(months.map((month) => month.others(rule, language))),
  });
  const [here, there] = [shared([now]), shared(past)];
  if (here.others.least < bounds.entries || there.others.least < bounds.entries) return null;
  const entries = past.map((month, place) => (counts[place] ?? 0) + month.others(rule, language).least);
  const byEntries = spreadOf(entries.map((exposure, place) => ({ count: counts[place] ?? 0, exposure })));
  return weaker(rates, weighShares(here, there, byEntries));
}
