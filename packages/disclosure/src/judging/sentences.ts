import { isHighSurrogate } from '@parlance/core';
import { confirming, sentenceEnd, terminatorOf } from '../text/sentence.ts';

/** Text of a channel that is not yet a whole sentence. */
export interface Sentences {
  readonly held: string;
  /** No sentence ends before this offset of what is held. */
  readonly searchedTo: number;
}

export const noSentence: Sentences = { held: '', searchedTo: 0 };

/** Longest piece that is judged at once, in code points. What has no break within it is cut at its last space. */
export const longestSentence = 600;

/** No pseudonym is longer, in UTF-16 units, and none is cut in two. */
const longestPseudonym = 48;

/**
 * Cuts text into sentences, lines and list items that are complete: a break counts once the next character has confirmed it, so the sentences do not depend on the
 * chunks (R7). Together with what is still held they are the text.
 */
export function cutSentences(before: Sentences, text: string): readonly [Sentences, readonly string[]] {
  const held = before.held + text;
  // A low surrogate may follow, and belongs to what is before it.
  const limit = isHighSurrogate(held.charCodeAt(held.length - 1)) ? held.length - 1 : held.length;
  const sentences: string[] = [];
  let start = 0;
  let from = before.searchedTo;
  for (;;) {
    const end = nextEnd(held.slice(start, limit), from);
    if (end === null) break;
    sentences.push(held.slice(start, start + end));
    start += end;
    from = 0;
  }
  return [{ held: held.slice(start), searchedTo: Math.max(0, limit - start - confirming) }, sentences];
}

/** What is left when the text is over. */
export function restOfSentences({ held }: Sentences): readonly string[] {
  return held === '' ? [] : [held];
}

/** A whole text as the sentences that it is judged by. */
export function sentencesOf(text: string): readonly string[] {
  const [rest, sentences] = cutSentences(noSentence, text);
  return [...sentences, ...restOfSentences(rest)];
}

function nextEnd(held: string, from: number): number | null {
  const end = sentenceEnd(held, from, { limit: held.length, hiddenBefore: 0 });
  const most = unitsOf(held);
  if (end !== null && (most === null || end <= most)) return end;
  return most === null ? null : cutWithin(held.slice(0, most));
}

/** Units of the first `longestSentence` code points; null when there are no more of them than that. */
function unitsOf(held: string): number | null {
  if (held.length <= longestSentence) return null;
  let units = 0;
  for (let points = 0; points < longestSentence; points++) units += (held.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units < held.length ? units : null;
}

function cutWithin(piece: string): number {
  const space = /\s(?=\S*$)/u.exec(piece);
  if (space !== null) return space.index + 1;
  const bracket = piece.lastIndexOf('⟦');
  return bracket > 0 && piece.length - bracket < longestPseudonym && !piece.slice(bracket).includes('⟧') ? bracket : piece.length;
}

/** Everything that can be seen but ASCII punctuation: a sentence without any of it says nothing. */
const telling = /[^\s!-/:-@[-`{-~]/u;

export function isTelling(sentence: string): boolean {
  return telling.test(sentence);
}

/** What of a sentence is left out with it, in UTF-16 units: not the space, bullet or number before it, nor what ends it, by which the sentence stays one. */
export function omittedPart(sentence: string): readonly [number, number] {
  const start = /^\s*(?:[-*+•>#]+\s+|\d{1,3}[.)]\s+)?/u.exec(sentence)?.[0].length ?? 0;
  const trimmed = sentence.trimEnd();
  const end = terminatorOf(trimmed);
  return end > start ? [start, end] : [trimmed.length - trimmed.trimStart().length, trimmed.length];
}
