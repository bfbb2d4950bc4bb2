import { isAscii } from '../phrase.ts';

/** Spellings that readers take for one. Final forms of Hebrew and Greek, and the letters that Arabic and Persian keyboards have two of. */
const oneSpelling: Readonly<Record<string, string>> = {
  ς: 'σ',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ه',
  ۀ: 'ه',
  ß: 'ss',
  ı: 'i',
  ё: 'е',
  ґ: 'г',
};
const varied = RegExp(`[${Object.keys(oneSpelling).join('')}]`, 'gu');

/** Marks that change no word where they stand: accents, harakat, niqqud, nukta. Vowel signs of Indic scripts are letters to a reader. */
const accents = RegExp('[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u093c\\u0640\\p{Cf}]', 'gu');

/** Stands before a number and is no word. */
const numberSign = /(?<!\p{L})n[°ºo]?(?=[°º.]\s?\d)|№/giu;

/** Words alone, in one spelling, with one space between them. */
export function plainWords(text: string): string {
  const counted = text.replace(numberSign, ' ');
  if (isAscii(counted))
    return counted
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, ' ')
      .trim();
  return counted
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(varied, (letter) => oneSpelling[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** A sentence ends with a mark, a blank line, a heading, or where an item of a list begins; a single line break is where an editor wraps. */
const end = /(?<=[.!?…؟۔।])["'”»)\]]*\s+|[。！？]|\n\s*\n|(?<=^#[^\n]{0,200})\n|\n(?=\s{0,8}(?:[-*+#>|•–—]|\d{1,3}[.)]))/mu;

/** Sentences of a text. A colon or a semicolon ends none: what stands behind it is said of what stands before. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(end)
    .map(plainWords)
    .filter((sentence) => sentence !== '');
}
