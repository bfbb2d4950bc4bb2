/** How often a rule acted, as far as it is told: whole tens, and what that is of 10,000; null: not told, or nothing to compare with. */
export interface DriftRate {
  readonly at_least: number;
  readonly per_10000: number | null;
}

type DriftVerdict = 'rose' | 'fell' | 'steady' | 'first' | 'untested';

interface NamedRule {
  readonly rule: string;
  readonly kind: string;
  readonly type: string;
  readonly law: string | null;
  readonly law_url: string | null;
}

/** A rule beside its own past, of answers; or in one language, of the entries that are told in it. */
export interface DriftRow extends NamedRule {
  /** Null: over all languages, of answers. */
  readonly language: string | null;
  readonly now: DriftRate;
  readonly past: DriftRate;
  /** How many times as often at least (rose), or at most (fell), whatever the numbers are that are not told; null where nothing was compared. */
  readonly ratio: number | null;
  /** Share of false findings at which this would be one; null where nothing was compared. */
  readonly q: number | null;
  readonly verdict: DriftVerdict;
  /** Of alerts alone: each month that was compared, the last one too. */
  readonly months: readonly (DriftRate & { readonly month: string })[];
}

/** A rule in one language beside the other languages of the same month. */
export interface LanguageRow extends NamedRule {
  readonly language: string;
  readonly here: DriftRate;
  readonly elsewhere: DriftRate;
  readonly ratio: number;
  readonly q: number;
  readonly verdict: 'more' | 'less' | 'alike';
}

export type ReviewReason = 'rose' | 'more-in-a-language' | 'objections';

/** A rule that somebody should look at, and why. */
export interface ReviewRow extends NamedRule {
  readonly reasons: readonly ReviewReason[];
  /** Languages in which it rose or acts more often. */
  readonly languages: readonly string[];
  /** Decided objections in whole tens, over all time. */
  readonly objections: { readonly found_right: number; readonly rejected: number };
}

/** A month beside the months before it, made from the public log alone. */
export interface DriftFacts {
  readonly report: 'parlance-drift';
  readonly v: 1;
  /** The month that was judged; null: the log has no answers. */
  readonly month: string | null;
  /** Months that can be judged, in their order. */
  readonly known: readonly string[];
  /** Months that it was compared with. */
  readonly past: readonly string[];
  /** What makes an alert: share of false findings, times as often, months, and entries of a language. */
  readonly bounds: { readonly q: number; readonly ratio: number; readonly months: number; readonly entries: number };
  readonly logs: readonly { readonly log: string; readonly size: string }[];
  /** Null: fewer than ten, which is not told. */
  readonly answers: { readonly now: number | null; readonly past: number };
  readonly rules: readonly DriftRow[];
  readonly languages: readonly DriftRow[];
  readonly between: readonly LanguageRow[];
  readonly review: readonly ReviewRow[];
  readonly not_seen: readonly string[];
}

/** Whether any rule was held against its past: that nothing stands out says something only then. */
export function wasJudged({ rules, languages }: Pick<DriftFacts, 'rules' | 'languages'>): boolean {
  return [...rules, ...languages].some(({ ratio }) => ratio !== null);
}
