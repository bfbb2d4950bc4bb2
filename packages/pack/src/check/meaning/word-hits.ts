import { lexicons } from '../lexicon/lexicons.ts';
import { type WordClass } from '../lexicon/word-class.ts';
import { emptyTree, findAt, plant, type StemTree } from './stem-tree.ts';

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

interface Trees {
  readonly spaced: StemTree<Planted>;
  readonly running: StemTree<Planted>;
}

let trees: Trees | null = null;

/** Made with the first sentence: planting takes as long as loading all the rest of the checks, and most commands read no sentence. */
function plantedTrees(): Trees {
  const planted = { spaced: emptyTree<Planted>(), running: emptyTree<Planted>() };
  for (const [language, lexicon] of Object.entries(lexicons))
    for (const [wordClass, stems] of lexicon)
      for (const stem of stems) plant(unspaced.has(language) ? planted.running : planted.spaced, stem, { language, wordClass });
  return planted;
}

const unspacedLetter = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u;
const cliticLetter = /[\p{sc=Arab}\p{sc=Hebr}]/u;

type Noted = Map<string, Map<WordClass, number[]>>;

/** Words of each language in a sentence of plain words. A sentence is judged language by language, so that no two languages make up one meaning. */
export function wordHits(sentence: string): ReadonlyMap<string, Hits> {
  const { spaced, running } = (trees ??= plantedTrees());
  const noted: Noted = new Map();
  const hasClitics = cliticLetter.test(sentence);
  for (let at = 0; at !== -1 && at < sentence.length; at = nextWord(sentence, at)) {
    note(noted, findAt(spaced, sentence, at), at);
    if (hasClitics) behindClitics(noted, spaced, { sentence, at });
  }
  if (unspacedLetter.test(sentence)) for (let at = 0; at < sentence.length; at++) note(noted, findAt(running, sentence, at), at);
  return noted;
}

/** -1 when there is none. */
function nextWord(sentence: string, at: number): number {
  const space = sentence.indexOf(' ', at);
  return space === -1 ? -1 : space + 1;
}

function note(noted: Noted, found: readonly Planted[], at: number): void {
  for (const { language, wordClass } of found) {
    const hits = noted.get(language) ?? new Map<WordClass, number[]>();
    if (hits.size === 0) noted.set(language, hits);
    const places = hits.get(wordClass);
    if (places === undefined) hits.set(wordClass, [at]);
    else if (places.at(-1) !== at) places.push(at);
  }
}

function behindClitics(
  noted: Noted,
  spaced: StemTree<Planted>,
  { sentence, at }: { readonly sentence: string; readonly at: number },
): void {
  for (const [language, form] of Object.entries(clitics)) {
    const length = form.exec(sentence.slice(at, at + 5))?.[0].length ?? 0;
    for (let cut = 1; cut <= length; cut++) {
      const found = findAt(spaced, sentence, at + cut).filter((planted) => planted.language === language);
      note(noted, found, at);
    }
  }
}
