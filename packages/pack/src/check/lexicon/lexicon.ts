import { type WordClass, wordClasses } from './word-class.ts';

/** The words of one language, by class. */
export type Lexicon = ReadonlyMap<WordClass, readonly string[]>;

/**
 * Reads lines `class: stem, stem`. A stem stands for every word that begins with it; `_` ends a word, `*` is the rest of a word, and `~` stands
 * for up to three words.
 */
export function lexicon(written: string): Lexicon {
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const [name = '', stems = ''] = line.split(':');
      const known = wordClasses.find((wordClass) => wordClass === name.trim());
      if (known === undefined) throw new Error(`no class of words: ${name}`);
      return [known, stems.split(',').flatMap((stem) => (stem.trim() === '' ? [] : [stem.trim()]))];
    }),
  );
}
