/**
 * Phrases by language, as a reviewer would write them down: ` … ` stands for some words of the same sentence or none, a space for any white space, and
 * what is in brackets or holds a backslash is a regular expression. A phrase ends anywhere in its last word, so that endings need no list.
 */
export type PhraseBook = Readonly<Record<string, readonly string[]>>;

/**
 * One spelling for what reads the same: case, accents, width, harakat and tatweel do not count. Works on patterns as well, because
 * only letters change.
 */
export function folded(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/[\p{M}\p{Cf}\u0640]/gu, '');
  return plain.toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');
}

/** A text of which nothing is written in two ways but capitals. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Whether any phrase of a book stands in a text. */
export type Matches = (folded: string) => boolean;

/** Scripts of the books. Languages of one script are looked for together, and only in texts that have a letter of it. */
const scripts: Readonly<Record<string, string>> = { ar: 'Arab', ru: 'Cyrl', zh: 'Hani' };

/** An instruction in another language than the pack's is an instruction still, so every book is looked through. */
export function matcherFor(book: PhraseBook): Matches {
  const byScript = new Map<string, string[]>();
  for (const [language, phrases] of Object.entries(book)) {
    const script = scripts[language] ?? 'Latn';
    byScript.set(script, [...(byScript.get(script) ?? []), ...phrases.map(expressionOf)]);
  }
  const books = [...byScript].map(([script, expressions]) => ({
    letter: RegExp(`\\p{sc=${script}}`, 'u'),
    form: formOf(script, expressions),
  }));
  return (text) => books.some(({ letter, form }) => letter.test(text) && form.test(text));
}

/** A phrase begins with a word, but Chinese is written without spaces. */
function formOf(script: string, expressions: readonly string[]): RegExp {
  const start = script === 'Hani' ? '' : '(?<!\\p{L})';
  return RegExp(`${start}(?:${expressions.join('|')})`, 'u');
}

function expressionOf(phrase: string): string {
  return phrase.split(' … ').map(foldedPattern).join('(?: [^.!?؟。]{0,40})?? ');
}

/** Classes such as `\p{L}` keep their capital. */
function foldedPattern(phrase: string): string {
  return folded(phrase).replaceAll('\\p{l}', '\\p{L}');
}
