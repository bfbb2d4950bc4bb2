import { lexicons } from './lexicon/lexicons.ts';
import { type WordClass } from './lexicon/word-class.ts';
import { plainWords } from './meaning/plain-words.ts';
import { gap } from './pattern-texts.ts';

const classes: readonly WordClass[] = ['group', 'migrant', 'dissent', 'critic', 'civic', 'emergency'];
/** So much of a word has to be written out before it counts as meant. */
const leastWritten = 2 / 3;

let known: string | null = null;

/** Single words that stand for what a red line protects, one a line, in every language that has a lexicon. */
function protectedWords(): string {
  known ??= [
    ...new Set(
      Object.values(lexicons).flatMap((lexicon) =>
        classes
          .flatMap((name) => lexicon.get(name) ?? [])
          .flatMap((stem) => (/^[\p{L}\p{M}]{4,}_?$/u.test(stem) ? [plainWords(stem.replace('_', ''))] : [])),
      ),
    ),
  ].join('\n');
  return known;
}

/** The words that a text with gaps was made for: `mus·im` can hardly mean anything else than one. */
export function fillGaps(text: string): readonly string[] {
  return text.split(' ').flatMap((word) => (word.includes(gap) ? fitting(word) : []));
}

function fitting(word: string): readonly string[] {
  const parts = word.split(gap).map(plainWords);
  const written = parts.join('').length;
  if (written < 3) return [];
  // An ending that stems leave out may be written behind the last gap.
  const last = Array.from(parts.at(-1) ?? '');
  const ending = last.map((letter) => `(?:${letter}`).join('') + last.map(() => ')?').join('');
  const form = RegExp(`^${parts.slice(0, -1).join('[\\p{L}\\p{M}]{1,12}')}[\\p{L}\\p{M}]{1,12}?${ending}$`, 'gmu');
  return Array.from(protectedWords().matchAll(form), ([found]) => found).filter((found) => written / found.length >= leastWritten);
}
