import { lexicons } from '../lexicon/lexicons.ts';
import { type WordClass } from '../lexicon/word-class.ts';
import { emptyTree, findAt, plant } from './stem-tree.ts';

/** Where words of a class begin in a sentence. */
export type Hits = ReadonlyMap<WordClass, readonly number[]>;

interface Planted {
  readonly language: string;
  readonly wordClass: WordClass;
}

/** Languages whose words stand without spaces between them. */
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja']);

/** What stands before a word and is written as a part of it: articles, and, in, to, for, from, that. */
const clitics: Readonly<Record<string, RegExp>> = {
  ar: /^[وف]?[بلک]?(?:ال)?(?:لل)?س?/u,
  he: /^[והבלמשכ]{1,3}/u,
};

const spaced = emptyTree<Planted>();
const running = emptyTree<Planted>();
for (const [language, lexicon] of Object.entries(lexicons))
  for (const [wordClass, stems] of lexicon)
    for (const stem of stems) plant(unspaced.has(language) ? running : spaced, stem, { language, wordClass });

const unspacedLetter = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u;
const wordStart = /(?<![^ ])[^ ]/gu;

/** Words of each language in a sentence of plain words. A sentence is judged language by language, so that no two languages make up one meaning. */
export function wordHits(sentence: string): ReadonlyMap<string, Hits> {
  const byLanguage = new Map<string, Map<WordClass, number[]>>();
  const note = (found: readonly Planted[], at: number): void => {
    for (const { language, wordClass } of found) {
      const hits = byLanguage.get(language) ?? new Map<WordClass, number[]>();
      byLanguage.set(language, hits);
      const places = hits.get(wordClass) ?? [];
      hits.set(wordClass, places);
      if (places.at(-1) !== at) places.push(at);
    }
  };
  for (const { index } of sentence.matchAll(wordStart)) {
    note(findAt(spaced, sentence, index), index);
    behindClitics(sentence, index, note);
  }
  if (unspacedLetter.test(sentence)) for (let at = 0; at < sentence.length; at++) note(findAt(running, sentence, at), at);
  return byLanguage;
}

function behindClitics(sentence: string, index: number, note: (found: readonly Planted[], at: number) => void): void {
  for (const [language, form] of Object.entries(clitics)) {
    const length = form.exec(sentence.slice(index, index + 5))?.[0].length ?? 0;
    for (let cut = 1; cut <= length; cut++)
      note(
        findAt(spaced, sentence, index + cut).filter((found) => found.language === language),
        index,
      );
  }
}
