import { mostBetween, partingWords } from '@parlance/charter';
import { findMatches, type Match } from '@parlance/disclosure';
import { starredWords } from './starred-words.ts';
import { compileWords, wordRule } from './word-screen.ts';

/** Two kinds of words that say something together, in either order and in the same sentence. */
interface WordPair<Meaning> {
  readonly says: Meaning;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Where a pair stands, from its first word to its last, in UTF-16 units. */
interface FoundPair<Meaning> {
  readonly says: Meaning;
  readonly start: number;
  readonly end: number;
}

/** Finds pairs whose words are near each other. Looks from each word only as far as its partner may stand, so that no text takes longer than its length. */
export function nearPairs<Meaning>(pairs: readonly WordPair<Meaning>[]): (text: string) => readonly FoundPair<Meaning>[] {
  const sides = pairs.flatMap(({ says, first, second }, index) => [
    { id: `${index} first`, partner: `${index} second`, says, words: first },
    { id: `${index} second`, partner: `${index} first`, says, words: second },
  ]);
  const sideOf = new Map(sides.map((side) => [side.id, side]));
  const screen = compileWords(sides.map(({ id, words }) => wordRule(id, starredWords(words))));
  return (text) => {
    const matches = findMatches(screen, text).toSorted((one, other) => one.start - other.start);
    return matches.flatMap((one, index) => {
      const side = sideOf.get(one.rule);
      if (side === undefined) return [];
      for (const other of following(matches, index))
        if (other.rule === side.partner && areNear(text, one, other)) return [{ says: side.says, start: one.start, end: other.end }];
      return [];
    });
  };
}

function* following(matches: readonly Match[], index: number): Generator<Match> {
  const end = matches[index]?.end ?? 0;
  for (let next = index + 1; next < matches.length; next++) {
    const other = matches[next];
    if (other === undefined || other.start - end > longestGap) return;
    yield other;
  }
}

type Place = Pick<Match, 'start' | 'end'>;

const parting: ReadonlySet<string> = new Set(partingWords);

/** Longest stretch that three words fill; beyond it nothing is looked at, so that a long text costs no more than its matches. */
const longestGap = 60;

function areNear(text: string, one: Place, other: Place): boolean {
  if (other.start < one.end) return false;
  const between = text.slice(one.end, other.start);
  if (/[.!?;:…؟۔\n]/u.test(between)) return false;
  const words = between.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length <= mostBetween && !words.some((word) => parting.has(word));
}
