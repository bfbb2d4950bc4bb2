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
