import { isPartOf, overlaps, type Candidate, type ContextWord } from './candidate.ts';
import { countWhile } from './count-while.ts';
import { contextReach } from './identifiers/identifier.ts';
import { longestPattern } from './matching/pattern.ts';
import { type Span } from './matching/hit.ts';
import { sentenceEnd } from './text/sentence.ts';

/** What is known of the text behind a candidate. */
export interface Behind {
  /** Text from `base` on, and how far nothing can change any more: in UTF-16 units and in symbols that can be seen. */
  readonly text: string;
  readonly base: number;
  readonly settled: number;
  readonly settledSymbols: number;
  /** In order of their ends. */
  readonly contexts: readonly ContextWord[];
  /** Not yet decided, in order of their starts. */
  readonly candidates: readonly Candidate[];
  readonly omitted: readonly Span[];
  /** Whether a candidate that lies inside may be left out by itself. */
  readonly mayCountAlone: (inner: Candidate) => boolean;
}

/**
 * Whether a context word follows a candidate in its sentence and within reach; null while that is not settled. A word behind another candidate does not count: it
 * may be left out with that one, and what is left out decides nothing that a reader can see (R4).
 */
export function followed(candidate: Candidate, behind: Behind): boolean | null {
  const word = nearestWord(candidate, behind.contexts);
  if (word === null) return isOver(candidate, behind) ? false : null;
  if (word.end > behind.settled) return null;
  return word.start < sentenceLimit(candidate, behind, word.start) && !isHidden(word, candidate, behind);
}

function nearestWord(candidate: Candidate, contexts: readonly ContextWord[]): ContextWord | null {
  for (let index = countWhile(contexts, (word) => word.end <= candidate.end); index < contexts.length; index++) {
    const word = contexts[index];
    if (word === undefined || word.from - candidate.to > contextReach + longestPattern) return null;
    if (word.identifier === candidate.identifier?.id && word.start >= candidate.end && word.from - candidate.to <= contextReach)
      return word;
  }
  return null;
}

/** No word can come any more: it would be out of reach, or in another sentence. */
function isOver(candidate: Candidate, behind: Behind): boolean {
  return behind.settledSymbols - candidate.to > contextReach || sentenceLimit(candidate, behind, behind.settled) < Infinity;
}

function sentenceLimit(candidate: Candidate, { text, base }: Behind, until: number): number {
  const end = sentenceEnd(text, candidate.end - base, { limit: until - base, hiddenBefore: candidate.end - base });
  return end === null ? Infinity : end + base;
}

function isHidden(word: ContextWord, candidate: Candidate, { candidates, omitted, mayCountAlone }: Behind): boolean {
  if (omitted.some((span) => overlaps(span, word) || overlaps(span, candidate))) return true;
  for (let index = countWhile(candidates, (other) => other.start < candidate.start); index < candidates.length; index++) {
    const other = candidates[index];
    if (other === undefined || other.start >= word.end) return false;
    const isSame = other.start === candidate.start && other.end === candidate.end;
    if (!isSame && (!isPartOf(other, candidate) || mayCountAlone(other))) return true;
  }
  return false;
}
