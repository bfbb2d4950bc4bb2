const lineBreak = /[\n\r\u2028\u2029]/;
/** Terminators of scripts that put no space after them, or that mean nothing else: Chinese, Devanagari, Urdu, Armenian, Ethiopic, Khmer, Burmese, Tibetan. */
const closingTerminator = /[。｡！？।॥۔։።፧፨។៕။།༎]/;
/** With the Greek question mark that is a character of its own. */
const spacedTerminator = /[!?…؟‼⁇⁈⁉\u037e]/;
/** What may stand between a terminator and the space behind it: quotation marks, brackets and the signs of Markdown. */
const closing = /["'”’»›)\]}」』*_~`]/;
const mostClosing = 6;
/** By which a whole sentence ends. */
const lastOfSentence = /[.!?…؟‼⁇⁈⁉\u037e。｡！？।॥۔։።፧፨។៕။།༎]["'”’»›)\]}」』*_~`]{0,6}$/u;
const space = /\s/;
const capital = /[\p{Lu}\p{Lt}]/u;
/** A full stop ends a sentence after a word of three letters or more: "§ 12. lõige", "lg. 2" and "J. Tamm" go on. */
const wordBeforeStop = /(?:\p{L}\p{M}*){3}$/u;
/** Before a capital, it does after a year and after a word of two letters too, one of which is a vowel: "Dr. Tamm" goes on. */
const yearBeforeStop = /\p{Nd}{4}$/u;
const shortWordBeforeStop = /(?<![\p{L}\p{M}])(?:\p{L}\p{M}*){2}$/u;
const vowel = /[aeiouyаеиоуыэюяіαειουηω]/u;
/** Words of two letters that are written with a full stop before a name. */
const abbreviations: ReadonlySet<string> = new Set(['al', 'ap', 'av', 'ca', 'co', 'ed', 'no', 'op', 'им', 'об', 'оз', 'оп', 'ул']);
const startOfWord = /^[\p{L}\p{M}]*$/u;
const greek = /\p{Script=Greek}\p{M}*$/u;
const longestWord = 12;
/** Characters before a break by which it is told, behind which a text may be cut. */
export const longestLookBack = mostClosing + longestWord;
/** By which a line begins in Markdown: quotes, the sign of a list item or a heading, the edge of a table. */
const lead = /^\s*(?:>\s*)*(?:(?:[-*+•–]|\d{1,9}[.)]|#{1,6})\s+|\|\s*)?/;

/** Characters behind a break that confirm it: the space, and what follows that. */
export const confirming = 2;

interface Bounds {
  readonly limit: number;
  readonly hiddenBefore: number;
}

/**
 * Where the sentence, line or list item goes on to from `from`: the index just after its last character, or null while that is not settled.
 * A break counts once the characters behind it have confirmed it, so the answer does not depend on how a text was cut into chunks: `limit` is the end of what
 * is settled. `hiddenBefore` is the end of what was left out before `from`: its letters decide nothing (R4).
 */
export function sentenceEnd(text: string, from: number, bounds: Bounds): number | null {
  for (let index = from; index < bounds.limit; index++) if (isBreakAt(text, index, bounds)) return index + 1;
  return null;
}

export function isLineBreak(character: string): boolean {
  return lineBreak.test(character);
}

/** What a sentence begins with that is not yet its text. */
export function leadOf(sentence: string): string {
  return lead.exec(sentence)?.[0] ?? '';
}

/** The bar that closes the row of a table, with the space around it, as far back as text is held. */
const closingBar = /(?: \||\| ?)$/;

/** Where a line ends whose break stands at an index: a row of a table ends before its last bar, because a page shows nothing of what stands behind that. */
export function lineEnd(text: string, lineBreakAt: number): number {
  const bar = closingBar.exec(text.slice(Math.max(0, lineBreakAt - confirming), lineBreakAt));
  if (bar === null) return lineBreakAt;
  const before = text.slice(Math.max(0, lineBreakAt - longestLookBack), lineBreakAt);
  const line = before.slice(before.search(/[^\n\r]*$/));
  // Of a line that begins farther back nothing more is known, and a notice that a page does not show is worse than one before a bar.
  const isRow = line.length === longestLookBack || /^\s*(?:>\s*)*\|.*\|/.test(line);
  return isRow ? lineBreakAt - bar[0].length : lineBreakAt;
}

/** Index of the terminator of a whole sentence without the space behind it; its length when it has none. */
export function terminatorOf(sentence: string): number {
  return lastOfSentence.exec(sentence)?.index ?? sentence.length;
}

function isBreakAt(text: string, index: number, bounds: Bounds): boolean {
  const character = text.charAt(index);
  if (lineBreak.test(character) || closingTerminator.test(character)) return true;
  if (index + 1 >= bounds.limit || !space.test(text.charAt(index + 1))) return false;
  const at = beforeClosing(text, index, bounds.hiddenBefore);
  if (spacedTerminator.test(text.charAt(at))) return true;
  const next = index + confirming < bounds.limit ? text.charAt(index + confirming) : '';
  return at >= bounds.hiddenBefore && endsByContext(text, at, { next, hiddenBefore: bounds.hiddenBefore });
}

/** The character before quotation marks and brackets that close, as far as it can be seen. */
function beforeClosing(text: string, index: number, hiddenBefore: number): number {
  let at = index;
  while (at >= hiddenBefore && index - at < mostClosing && closing.test(text.charAt(at))) at--;
  return at < hiddenBefore ? index : at;
}

function endsByContext(
  text: string,
  at: number,
  { next, hiddenBefore }: { readonly next: string; readonly hiddenBefore: number },
): boolean {
  const start = Math.max(0, hiddenBefore, at - longestWord);
  const visible = text.slice(start, at);
  if (text.charAt(at) === ';') return greek.test(visible);
  if (text.charAt(at) !== '.') return false;
  // What was left out counts as a word, whatever it was.
  if (wordBeforeStop.test(visible) || (start === hiddenBefore && hiddenBefore > 0 && startOfWord.test(visible))) return true;
  return capital.test(next) && (yearBeforeStop.test(visible) || isShortWord(visible));
}

function isShortWord(visible: string): boolean {
  const word = shortWordBeforeStop.exec(visible)?.[0].toLowerCase();
  return word !== undefined && vowel.test(word.normalize('NFD')) && !abbreviations.has(word);
}
