import { type GapSize, hasGap, partsOf } from './gap.ts';
import { lexicons } from './lexicon/lexicons.ts';
import { type WordClass } from './lexicon/word-class.ts';
import { plainWords } from './meaning/plain-words.ts';

const classes: readonly WordClass[] = ['group', 'migrant', 'dissent', 'critic', 'civic', 'emergency'];
/** So many letters of a word, and such a part of it, have to be written out before it counts as meant: `any word` means none. An ending says less than a beginning. */
const leastWritten = { letters: 2, partOfBeginning: 1 / 3, partOfEnding: 2 / 3 };
/** The words have nothing but letters, and a class of all letters takes a hundred times as long to make. */
const letter = '.';
/** Letters that a word has behind its stem, at most: where they are written out, and where they may be any. */
const longestEnding = { written: 2, any: 6 };

let known: ReadonlyMap<string, string> | null = null;

/** Single words that stand for what a red line protects, one a line, in every language that has a lexicon, by their first letter; all of them under none. */
function protectedWords(): ReadonlyMap<string, string> {
  if (known !== null) return known;
  const stems = Object.values(lexicons).flatMap((lexicon) => classes.flatMap((name) => lexicon.get(name) ?? []));
  const words = [...new Set(stems.flatMap((stem) => (/^[\p{L}\p{M}]{3,}_?$/u.test(stem) ? [plainWords(stem.replace('_', ''))] : [])))];
  const byLetter = new Map([['', words]]);
  for (const word of words) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);
  return (known = new Map([...byLetter].map(([first, list]) => [first, list.join('\n')])));
}

/** The words that a text with gaps was made for: `mus·im` can hardly mean anything else than one. */
export function fillGaps(text: string): readonly string[] {
  return [...new Set(text.split(' ').flatMap((word) => (hasGap(word) ? fitting(word) : [])))];
}

function fitting(word: string): readonly string[] {
  const parts = partsOf(word).map((part) => (typeof part === 'string' ? plainWords(part) : part));
  const first = parts.find((part) => part !== '');
  const hasBeginning = typeof first === 'string';
  const words = protectedWords().get(hasBeginning ? first.charAt(0) : '') ?? '';
  const leastPart = hasBeginning ? leastWritten.partOfBeginning : leastWritten.partOfEnding;
  const written = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  if (written < leastWritten.letters) return [];
  return Array.from(words.matchAll(RegExp(`^${formOf(parts)}$`, 'gmu')), ([found, ...gaps]) => ({
    found,
    written: found.length - gaps.reduce((sum, gap: string | undefined) => sum + (gap ?? '').length, 0),
  })).flatMap(({ found, written: own }) => (own >= leastWritten.letters && own / found.length >= leastPart ? [found] : []));
}

/** A stem leaves its ending out, so that it may end before what a pattern takes does. What stands in gaps is captured. */
function formOf(parts: readonly (string | GapSize)[]): string {
  return parts.reduceRight(
    ({ rest, letters }, part) => {
      if (typeof part !== 'string') return { rest: gapForm(part, rest, letters <= longestEnding.written), letters };
      const each = Array.from(part);
      const form = each.reduceRight((behind, one, place) => {
        const isEnding = letters + each.length - place <= longestEnding.written;
        return isEnding ? `(?:${one}${behind})?` : one + behind;
      }, rest);
      return { rest: form, letters: letters + each.length };
    },
    { rest: '', letters: 0 },
  ).rest;
}

function gapForm({ least, most }: GapSize, rest: string, mayEnd: boolean): string {
  const form = `(${letter}{${least},${most}}?)${rest}`;
  return mayEnd ? `(?:${form}|(${letter}{${Math.max(least - longestEnding.any, 0)},${most}}))` : form;
}
