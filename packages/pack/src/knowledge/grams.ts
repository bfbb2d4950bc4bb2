import { arabicStem } from './arabic-stem.ts';

const gramLength = 4;
/** How fast a gram says less the later it stands in its word. */
const decay = 0.25;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Scripts that write no spaces: runs of neighbouring characters stand for words there, two where a character is a syllable or more, three where it is a sound. */
const unspaced = [
  { run: /\p{Script=Han}+/gu, length: 2 },
  { run: /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu, length: 3 },
] as const;
/** Accents of Latin, Greek and Cyrillic letters, which people leave out when they type. Vowel signs of other scripts are no accents. */
const accents = /[\u0300-\u036f]/g;

/** A gram of a word and how much it says about it: the beginning of a word says most, its endings least. */
export interface WeightedGram {
  readonly gram: string;
  readonly weight: number;
}

/** NFKC, lower case, without accents: `Õigus`, `OIGUS` and `oigus` are one word. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(accents, '').normalize('NFC');
}

/** The words of a text, folded; in Han each pair of neighbouring characters, in Thai, Khmer, Lao and Burmese each three. */
export function foldedWords(text: string): readonly string[] {
  let spaced = fold(text);
  const parts: string[] = [];
  for (const { run, length } of unspaced) {
    const found = spaced.match(run);
    if (found === null) continue;
    for (const each of found) parts.push(...partsOf(each, length));
    spaced = spaced.replace(run, ' ');
  }
  return [...parts, ...(spaced.match(word) ?? [])];
}

function partsOf(run: string, length: number): readonly string[] {
  const characters = Array.from(run);
  if (characters.length <= length) return [run];
  return characters.slice(length - 1).map((_, start) => characters.slice(start, start + length).join(''));
}

const rememberedGrams = new Map<string, readonly WeightedGram[]>();
const mostRemembered = 20_000;

/** The distinct 4-grams inside a folded word, and once more the first one as a beginning (`^`); the word itself when it is shorter. */
export function gramsOf(folded: string): readonly WeightedGram[] {
  const known = rememberedGrams.get(folded);
  if (known !== undefined) return known;
  const grams = makeGrams(folded);
  if (rememberedGrams.size >= mostRemembered) rememberedGrams.clear();
  rememberedGrams.set(folded, grams);
  return grams;
}

function makeGrams(folded: string): readonly WeightedGram[] {
  const stem = arabicStem(folded);
  const characters = Array.from(stem);
  if (characters.length < gramLength) return [{ gram: stem, weight: 1 }];
  const gramAt = (start: number): string => characters.slice(start, start + gramLength).join('');
  const grams = new Map([[`^${gramAt(0)}`, 1]]);
  for (let start = 0; start + gramLength <= characters.length; start++) {
    const gram = gramAt(start);
    if (!grams.has(gram)) grams.set(gram, (start + 1) ** -decay);
  }
  return [...grams].map(([gram, weight]) => ({ gram, weight }));
}
