/** Words this long are known with one letter too few, too many or exchanged with its neighbour; those of two letters more also with one letter wrong. */
const shortest = 6;
const shortestWithWrongLetter = 8;

/** Finds the words of a list that somebody meant who typed one letter wrong, without comparing with each: both are looked up with each letter left out. */
export function nearSpelling(words: Iterable<string>): (typed: string) => readonly string[] {
  const known = new Set(words);
  const byGap = new Map<string, string[]>();
  const longest = Math.max(0, ...Array.from(known, ({ length }) => length));
  for (const word of known)
    if (word.length >= shortest) for (const gap of withGaps(word)) byGap.set(gap, [...(byGap.get(gap) ?? []), word]);
  return (typed) => {
    // What is longer than any word by more than a letter is none of them; to leave out each of its letters would take the square of its length.
    if (typed.length < shortest - 1 || typed.length > longest + 1 || known.has(typed)) return [];
    const gaps = withGaps(typed);
    const candidates = new Set([
      ...gaps.filter((gap) => gap.length >= shortest && known.has(gap)),
      ...[typed, ...gaps].flatMap((gap) => byGap.get(gap) ?? []),
    ]);
    return [...candidates].filter((word) => word[0] === typed[0] && isNear(word, typed));
  };
}

function withGaps(word: string): readonly string[] {
  return [...new Set(Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1)))];
}

/** Of words that share a spelling with a gap, those with other lengths differ by one letter; of the rest, letters have changed places or one is wrong. */
function isNear(word: string, typed: string): boolean {
  if (word.length !== typed.length) return Math.abs(word.length - typed.length) === 1;
  return sorted(word) === sorted(typed) || (word.length >= shortestWithWrongLetter && differences(word, typed) === 1);
}

function sorted(word: string): string {
  return Array.from(word).toSorted().join('');
}

function differences(one: string, other: string): number {
  return Array.from(one).filter((letter, index) => letter !== other[index]).length;
}
