import { type Pack } from '../pack.ts';

/** Language -> the words that a pack uses in it, case folded. */
export type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

/** The words of card titles and questions per language; made once per pack. */
export function vocabularyOf(pack: Pack): Vocabulary {
  return new Map(
    pack.languages.map((language) => {
      const texts = pack.services.flatMap(({ title, questions }) => [title[language] ?? '', ...(questions[language] ?? [])]);
      return [language, new Set(texts.flatMap(wordsOf))];
    }),
  );
}

/** The words of a text, NFKC and lower case. Numbers are no words: they are the same in every language. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  );
}

/** Share of the words that the vocabulary of a language has; a word of several languages counts for each by its part. */
export function shareKnown(words: readonly string[], language: string, vocabulary: Vocabulary | undefined): number {
  if (vocabulary === undefined || words.length === 0) return 0;
  const points = words.map((word) => {
    const speakers = [...vocabulary].filter(([, known]) => known.has(word)).map(([speaker]) => speaker);
    return speakers.includes(language) ? 1 / speakers.length : 0;
  });
  return points.reduce((sum, point) => sum + point, 0) / words.length;
}
