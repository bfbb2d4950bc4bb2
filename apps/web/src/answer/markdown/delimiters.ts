/** What is open in a line of text: brackets, and runs of `*`, `_` or `~`. */
export interface Delimiter {
  readonly character: string;
  /** Where it begins. */
  readonly from: number;
  /** How many of the run are still open. */
  length: number;
}

/** A run of one character, with its neighbours; an empty neighbour is the edge of the block. */
export interface DelimiterRun {
  readonly character: string;
  readonly from: number;
  readonly length: number;
  readonly previous: string;
  readonly next: string;
}

const isSpace = (character: string): boolean => character === '' || /^\s/u.test(character);
const isPunctuation = (character: string): boolean => /^[\p{P}\p{S}]/u.test(character);

/** Closes what the run can close and opens what is left of it. The names are those of CommonMark 0.31, section 6.2. */
export function meetRun(open: Delimiter[], run: DelimiterRun): void {
  const { isLeft, isRight } = flanks(run);
  const isInWord = run.character === '_';
  const canOpen = isLeft && (!isInWord || !isRight || isPunctuation(run.previous));
  const canClose = isRight && (!isInWord || !isLeft || isPunctuation(run.next));
  const rest = closeWith(open, run, canClose);
  if (rest > 0 && canOpen && !isSign(run)) open.push({ character: run.character, from: run.from, length: rest });
}

/** `2*3`, `2**3` and `a*b` are no emphasis, and what follows them should not wait for its end. */
function isSign({ character, length, previous, next }: DelimiterRun): boolean {
  const inside = length === 1 ? /^[\p{Lu}\p{Ll}\p{Nd}]/u : /^\p{Nd}/u;
  return character === '*' && inside.test(previous) && inside.test(next);
}

function flanks({ previous, next }: DelimiterRun): { readonly isLeft: boolean; readonly isRight: boolean } {
  return {
    isLeft: !isSpace(next) && (!isPunctuation(next) || isSpace(previous) || isPunctuation(previous)),
    isRight: !isSpace(previous) && (!isPunctuation(previous) || isSpace(next) || isPunctuation(next)),
  };
}

/** How much of the run is left over. */
function closeWith(open: Delimiter[], run: DelimiterRun, canClose: boolean): number {
  let rest = run.length;
  for (let at = lastOf(open, run.character); at >= 0 && rest > 0; at = lastOf(open, run.character)) {
    const opener = open[at];
    // Where no spaces part the words, the sign behind a bold word would keep it from closing.
    const isPair = opener?.length === rest && run.character !== '_' && !isSpace(run.previous);
    if (opener === undefined || !(canClose || isPair)) break;
    const closed = Math.min(opener.length, rest);
    rest -= closed;
    opener.length -= closed;
    open.length = opener.length === 0 ? at : at + 1;
  }
  return rest;
}

/** The last open run of this character that no bracket hides; -1 when there is none. */
function lastOf(open: readonly Delimiter[], character: string): number {
  const at = open.findLastIndex((delimiter) => delimiter.character === character || delimiter.character === '[');
  return open[at]?.character === character ? at : -1;
}
