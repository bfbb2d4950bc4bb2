import { type ReportLanguage } from './report-words/report-words.ts';

/** A number of places or answers; null: fewer than ten, which is not told. */
type Told = number | null;

/** The same thing, counted from both places that tell it. */
export interface ReportedSum {
  /** By the tallies of the batches. */
  readonly tallies: Told;
  /** By the leaves of the changed answers. */
  readonly leaves: Told;
  /** Whether the two are the same, also where they are not told. */
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

/** How often a rule acted, for each 10,000 answers, and the month before; null: not told, or nothing is known. */
export interface ReportedRate {
  readonly rule: string;
  readonly kind: string;
  readonly type: string;
  readonly at_least: number;
  readonly per_10000: number | null;
  readonly before_per_10000: number | null;
}

/** The report of one month, made from the log alone. */
export interface MonthReport {
  readonly report: 'parlance-month';
  readonly v: 1;
  /** `2026-11` */
  readonly month: string;
  /** Of the sentences and of the page; numbers, ids and codes are the same in each. */
  readonly language: ReportLanguage;
  /** The trees that it was made from: each ends with the last batch of the month, so that a longer log gives the same report. */
  readonly heads: readonly { readonly log: string; readonly size: string; readonly root: string }[];
  readonly batches: number;
  /** Batches whose tally and leaves tell different numbers. */
  readonly batches_that_differ: number;
  readonly answers: Told;
  /** Answers that were changed, or ended otherwise than done, in whole tens. */
  readonly changed_at_least: number;
  readonly omissions: ReportedSum;
  readonly additions: ReportedSum;
  /** In whole tens; an ending of fewer than ten answers has 0. */
  readonly endings: readonly { readonly ending: string; readonly at_least: number }[];
  readonly changes: readonly ReportedChanges[];
  readonly rates: readonly ReportedRate[];
  /** Decided objections, in whole tens. */
  readonly objections: readonly { readonly outcome: string; readonly at_least: number }[];
  /** Entries that are no answers and no objections: what the operator stated. */
  readonly statements: readonly { readonly kind: string; readonly count: number }[];
  /** What the log does not show, in plain words. */
  readonly not_seen: readonly string[];
}
