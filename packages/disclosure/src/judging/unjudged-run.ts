import { type OmitRule } from '../rule.ts';

/** What has been delivered of one rule's unjudged sentences in one channel. */
export interface UnjudgedRun {
  readonly rule: OmitRule;
  readonly sentences: number;
  /** Code points of the delivered text: from the start of the first to the end of the last. */
  readonly at: readonly [number, number];
}

/** An unjudged sentence that has not been written to its end. Code points of the upstream text. */
interface Awaiting {
  readonly rule: OmitRule;
  readonly from: number;
  readonly to: number;
  readonly isCounted: boolean;
}

export interface Unjudged {
  readonly awaiting: readonly Awaiting[];
  /** In the order in which rules first had one. */
  readonly runs: readonly UnjudgedRun[];
}

export const nothingUnjudged: Unjudged = { awaiting: [], runs: [] };

export function awaitUnjudged(unjudged: Unjudged, sentence: Omit<Awaiting, 'isCounted'>): Unjudged {
  return { ...unjudged, awaiting: [...unjudged.awaiting, { ...sentence, isCounted: false }] };
}

/** A stretch of upstream text and where it stands in the delivered text, both in code points. */
export interface WrittenStretch {
  readonly upstream: readonly [number, number];
  readonly delivered: readonly [number, number];
  /** Delivered as it came, point by point; otherwise one thing stands for the whole stretch. */
  readonly isText: boolean;
}

/** Follows what is written, so that each sentence is counted once and its place is known. */
export function written({ awaiting, runs }: Unjudged, stretch: WrittenStretch): Unjudged {
  const [, end] = stretch.upstream;
  const reached = awaiting.filter(({ from }) => from < end);
  return {
    awaiting: awaiting.filter(({ to }) => to > end).map((each) => (each.from < end ? { ...each, isCounted: true } : each)),
    runs: reached.reduce((known, sentence) => extended(known, sentence, stretch), runs),
  };
}

function extended(runs: readonly UnjudgedRun[], { rule, from, to, isCounted }: Awaiting, stretch: WrittenStretch): readonly UnjudgedRun[] {
  const { upstream, delivered, isText } = stretch;
  const start = isText ? delivered[0] + Math.max(0, from - upstream[0]) : delivered[0];
  const end = isText ? delivered[0] + Math.min(to, upstream[1]) - upstream[0] : delivered[1];
  const more = isCounted ? 0 : 1;
  const known = runs.find((run) => run.rule === rule);
  if (known === undefined) return [...runs, { rule, sentences: more, at: [start, end] }];
  return runs.map((run) => (run === known ? { rule, sentences: run.sentences + more, at: [run.at[0], Math.max(run.at[1], end)] } : run));
}
