import { withoutArticle } from './arabic-stem.ts';

/** Shorter words have too many neighbours that mean something else. */
const shortest = 6;
/** A word that is shorter still is only mended where its letters are all there but one inside it, or two inside it have changed places. */
const shortestOfAll = 4;

/** The words that a pack knows, by what a slip of the finger leaves as it was. */
export interface NearWords {
  /** The word itself where it is known, else the one known word that is nearest to it: one letter is left out, put in, doubled or changed, or two neighbours have changed places. Null: none is. */
  find(folded: string): string | null;
}

/** `words` are folded. */
export function nearWords(words: Iterable<string>): NearWords {
  const known = new Set(words);
  const shelves = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < shortest - 1) continue;
    const shelf = shelves.get(shelfOf(word, word.length));
    if (shelf === undefined) shelves.set(shelfOf(word, word.length), [word]);
    else shelf.push(word);
  }
  const near = (folded: string, lengths: readonly number[], isNear: (one: string, other: string) => boolean): string | null => {
    let nearest: string | null = null;
    for (const length of lengths)
      for (const word of shelves.get(shelfOf(folded, length)) ?? [])
        if (isNear(folded, word) && (nearest === null || alikeAtStart(folded, word) > alikeAtStart(folded, nearest))) nearest = word;
    return nearest;
  };
  return {
    find(folded) {
      if (known.has(folded)) return folded;
      const { length } = folded;
      // An article is no letter of the word.
      const own = withoutArticle(folded).length;
      if (own >= shortest) return near(folded, [length, length - 1, length + 1], isOneSlip);
      return own < shortestOfAll ? null : near(folded, [length, length + 1], isSlipInside);
    },
  };
}

/** People seldom miss the first letter, and it keeps the shelves short. */
function shelfOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Whether two different words are one edit apart (Damerau's four: insertion, deletion, substitution, transposition of neighbours). */
function isOneSlip(one: string, other: string): boolean {
  const start = alikeAtStart(one, other);
  const rest = (word: string, skipped: number): string => word.slice(start + skipped);
  if (one.length > other.length) return rest(one, 1) === rest(other, 0);
  if (one.length < other.length) return rest(one, 0) === rest(other, 1);
  return rest(one, 1) === rest(other, 1) || isSwapped(one, other, start);
}

/** Whether the first is the second without one letter inside it, or with two neighbours in each other's place. The last letter is the same: other endings are other words, and no slips. */
function isSlipInside(one: string, other: string): boolean {
  if (one.at(-1) !== other.at(-1)) return false;
  const start = alikeAtStart(one, other);
  return one.length < other.length ? one.slice(start) === other.slice(start + 1) : isSwapped(one, other, start);
}

function isSwapped(one: string, other: string, start: number): boolean {
  return one[start] === other[start + 1] && one[start + 1] === other[start] && one.slice(start + 2) === other.slice(start + 2);
}

function alikeAtStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let alike = 0;
  while (alike < most && one[alike] === other[alike]) alike++;
  return alike;
}
