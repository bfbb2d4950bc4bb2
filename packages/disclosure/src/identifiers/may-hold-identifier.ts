/**
 * False only when no identifier can stand in a text, because nothing in it is a digit or an at sign, in whatever spelling: but for `(at)` it holds nothing but ASCII, Latin and
 * Cyrillic letters and common punctuation. Most texts are such, and reading them closely for identifiers would cost more than reading them for all else.
 */
export function mayHoldIdentifier(text: string): boolean {
  return unsure.test(text) || spelledOut.test(text);
}

/** An at sign in words, or by its name in HTML. */
const spelledOut = /[([{] ?at ?[)\]}]|&commat;/i;

const unsure = /[^\0-/:-?A-\x7f\u00c0-\u024f\u0400-\u04ff\u00ab\u00bb\u2013\u2014\u2018-\u201e\u2026]/u;
