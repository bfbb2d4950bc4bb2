/** Shorter words have too many neighbours that mean something else. */
const shortest = 6;

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
  return {
    find(folded) {
      if (known.has(folded)) return folded;
      if (folded.length < shortest) return null;
      let nearest: string | null = null;
      for (const length of [folded.length, folded.length - 1, folded.length + 1])
        for (const word of shelves.get(shelfOf(folded, length)) ?? [])
          if (isOneSlip(folded, word) && (nearest === null || alikeAtStart(folded, word) > alikeAtStart(folded, nearest))) nearest = word;
      return nearest;
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
  const isSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return rest(one, 1) === rest(other, 1) || (isSwapped && rest(one, 2) === rest(other, 2));
}

function alikeAtStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let alike = 0;
  while (alike < most && one[alike] === other[alike]) alike++;
  return alike;
}
