import { type Candidate } from './candidate.ts';
import { extend, openReach, type Stretches } from './omission.ts';

/** A sentence in which something is left out and whose end has not been found. */
export interface OpenSentence {
  readonly stretches: Stretches;
  /** Where the first match begins. */
  readonly start: number;
  /** End of the last match. */
  readonly end: number;
  /** Units of the words between its matches. */
  readonly between: number;
  /** No sentence ends between `end` and this offset. */
  readonly searchedTo: number;
}

/**
 * A sentence stays open for this many units of words after its first match, however many others follow (R8). The matches themselves count nothing, nor does what
 * stands between two that has neither letter nor digit: how long they are and how many stand side by side must decide nothing that a reader can see (R4).
 */
export const longestOpen = 1200;

/** And for this many units of any kind: it bounds what is held back where one match stands behind the other without an end. */
export const longestHeld = 12_000;

const wordSymbol = /[\p{L}\p{N}]/u;

/** Text of the channel between two offsets. */
type TextBetween = (from: number, to: number) => string;

/** Takes a match into the sentence. */
export function absorb(open: OpenSentence | null, candidate: Candidate, textBetween: TextBetween): OpenSentence {
  const stretches = extend(open?.stretches ?? new Map(), candidate);
  if (open === null) return { stretches, start: candidate.start, end: candidate.end, between: 0, searchedTo: candidate.end };
  const gap = textBetween(open.end, candidate.start);
  const end = Math.max(open.end, candidate.end);
  return { stretches, start: open.start, end, between: open.between + (wordSymbol.test(gap) ? gap.length : 0), searchedTo: end };
}

/** Whether it closes where its last match ends, also where the next one touches that: in writing without spaces they may all touch. */
export function isFull({ start, end }: OpenSentence): boolean {
  return end - start >= longestHeld;
}

/** Where a sentence closes in which no end is found before, as far as that is known up to `limit`: there a match begins, or nothing is settled behind it. */
export function reachOf({ start, end, between }: OpenSentence, limit: number, textBetween: TextBetween): number {
  const most = Math.min(end + openReach, Math.max(end, start + longestHeld));
  const left = longestOpen - between;
  if (left >= openReach) return most;
  // It does not close between matches that stand side by side.
  const behind = textBetween(end, Math.min(limit, most));
  const word = behind.search(wordSymbol);
  return word < 0 ? most : Math.min(most, end + Math.max(word, left));
}
