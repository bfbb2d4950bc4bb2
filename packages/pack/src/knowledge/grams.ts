const gramLength = 4;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Scripts that write no spaces: pairs of characters stand for words there. */
const unspaced = /[\p{Script=Han}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu;
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

/** The words of a text, folded; in Han, Thai, Khmer, Lao and Burmese each pair of neighbouring characters. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text);
  const pairs = (folded.match(unspaced) ?? []).flatMap(pairsOf);
  const spaced = pairs.length === 0 ? folded : folded.replace(unspaced, ' ');
  return [...pairs, ...(spaced.match(word) ?? [])];
}

function pairsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.length === 1 ? [run] : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
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
  const characters = Array.from(folded);
  if (characters.length < gramLength) return [{ gram: folded, weight: 1 }];
  const gramAt = (start: number): string => characters.slice(start, start + gramLength).join('');
  const grams = new Map([[`^${gramAt(0)}`, 1]]);
  for (let start = 0; start + gramLength <= characters.length; start++) {
    const gram = gramAt(start);
    if (!grams.has(gram)) grams.set(gram, 1 / Math.sqrt(start + 1));
  }
  return [...grams].map(([gram, weight]) => ({ gram, weight }));
}
