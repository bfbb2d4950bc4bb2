import { type Term } from '../pack.ts';
import { oncePer } from '../resolve/once-per.ts';

/** More would cost tokens on every request and drown the ones that matter. */
const mostTerms = 20;
const shortestStem = 4;
/** Letters at the end of a word that an ending may replace (`пенсия`, `пенсию`; `passport`, `passports`). */
const endingLetters = 2;
/** Letters that an ending may add (`haldusakt`, `haldusaktidega`); a longer word is another word. */
const addedLetters = { short: 2, long: 5 } as const;

/** The terms of which a word, or a word of an alternative, stands in a text, those of the first text first. At most 20. */
export function relevantTerms(terms: readonly Term[], texts: readonly string[]): readonly Term[] {
  const found = new Set<Term>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const { term, names } of namesOf(terms)) {
      if (found.size === mostTerms) return [...found];
      if (names.some((parts) => occurs(parts, words))) found.add(term);
    }
  }
  return [...found];
}

/** A word of a name and how its forms look in a text. */
interface Part {
  readonly stem: string;
  /** Of a form, in UTF-16 units. */
  readonly longest: number;
}

/** The words of each name of a term. */
const namesOf = oncePer((terms: readonly Term[]) =>
  terms.map((term) => ({
    term,
    names: [term.term, ...term.alternatives].map((name) => wordsOf(name).map(partOf)).filter((parts) => parts.length > 0),
  })),
);

function partOf(word: string): Part {
  if (word.length < shortestStem) return { stem: word, longest: word.length };
  const added = word.length === shortestStem ? addedLetters.short : addedLetters.long;
  const stem = word.length > shortestStem ? word.slice(0, Math.max(shortestStem, word.length - endingLetters)) : word;
  return { stem, longest: word.length + added };
}

/** Every word of the name stands in the text, whatever its ending. */
function occurs(parts: readonly Part[], words: readonly string[]): boolean {
  for (const { stem, longest } of parts) if (!words.some((word) => word.length <= longest && word.startsWith(stem))) return false;
  return true;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
