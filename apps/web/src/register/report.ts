import { type ReportLanguage } from './report-words/report-words.ts';

/** The same thing, counted from both places that tell it, each in whole tens. */
export interface ReportedSum {
  /** By the tallies of the batches. */
  readonly tallies_at_least: number;
  /** By the leaves of the changed answers. */
  readonly leaves_at_least: number;
  /** Whether the two are exactly the same, which whole tens do not show. */
  readonly agree: boolean;
}

/** Entries that agree in all that is said; what is not said is null. `at_least` is in whole tens. */
export interface ReportedChanges {
  readonly kind: string | null;
  readonly type: string | null;
  readonly cause: string | null;
  readonly law: string | null;
  readonly law_url: string | null;
  readonly authority: string | null;
  readonly rule: string | null;
  readonly language: string | null;
  readonly sector: string | null;
  readonly at_least: number;
}

/** How often a rule acted at least, for each 10,000 answers, and the month before; null: not told, or nothing is known. */
export interface ReportedRate {
  readonly rule: string;
  readonly kind: string;
  readonly type: string;
  readonly at_least: number;
  readonly per_10000: number | null;
  readonly before_per_10000: number | null;
}

/**
 * The report of one month, made from the log alone. Every number of answers, places and entries is in whole tens, so that no subtraction gives fewer than ten away; 0 is fewer than ten. An ending or an
 * outcome of fewer than ten is not there.
 */
export interface MonthReport {
  readonly report: 'parlance-month';
  readonly v: 4;
  /** `2026-11` */
  readonly month: string;
  /** Of the sentences and of the page; numbers, ids and codes are the same in each. */
  readonly language: ReportLanguage;
  /** The trees that it was made from: each ends with the last batch of the month, so that a longer log gives the same report. */
  readonly heads: readonly { readonly log: string; readonly size: string; readonly root: string }[];
  /** Not exactly: entries that a month adds to the tree, without its batches, are its changed answers. */
  readonly batches_at_least: number;
  /** Batches whose tally and leaves tell different numbers. */
  readonly batches_that_differ: number;
  readonly answers_at_least: number;
  /** Answers that were changed, or ended otherwise than done. */
  readonly changed_at_least: number;
  readonly omissions: ReportedSum;
  readonly additions: ReportedSum;
  readonly endings: readonly { readonly ending: string; readonly at_least: number }[];
  readonly changes: readonly ReportedChanges[];
  readonly rates: readonly ReportedRate[];
  /** Decided objections, each decision once. */
  readonly objections: readonly { readonly outcome: string; readonly at_least: number }[];
  /** Entries that are no answers and no objections: what the operator stated. */
  readonly statements: readonly { readonly kind: string; readonly count: number }[];
  /** What the log does not show, in plain words. */
  readonly not_seen: readonly string[];
}
