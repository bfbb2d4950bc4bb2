const lineBreak = /[\n\r\u2028\u2029]/;
/** Terminators of scripts that put no space after them. */
const closingTerminator = /[。！？।۔]/;
const spacedTerminator = /[!?…؟]/;
const space = /\s/;
/** A full stop ends a sentence only after a word of three letters or more: "§ 12. lõige", "lg. 2" and "J. Tamm" go on. */
const wordBeforeStop = /(?:\p{L}\p{M}*){3}$/u;
const startOfWord = /^[\p{L}\p{M}]*$/u;
const longestLookBack = 12;

/**
 * Where the sentence, line or list item goes on to from `from`: the index just after its last character, or null while that is not settled.
 * A break counts once the following character has confirmed it, so the answer does not depend on how a text was cut into chunks: `limit` is the end of what
 * is settled. `hiddenBefore` is the end of what was left out before `from`: its letters decide nothing (R4).
 */
export function sentenceEnd(text: string, from: number, options: { readonly limit: number; readonly hiddenBefore: number }): number | null {
  for (let index = from; index < options.limit; index++) if (isBreakAt(text, index, options)) return index + 1;
  return null;
}

function isBreakAt(text: string, index: number, options: { readonly limit: number; readonly hiddenBefore: number }): boolean {
  const character = text.charAt(index);
  if (lineBreak.test(character)) return true;
  if (closingTerminator.test(character)) return true;
  if (index + 1 >= options.limit || !space.test(text.charAt(index + 1))) return false;
  if (spacedTerminator.test(character)) return true;
  return character === '.' && isAfterWord(text, index, options.hiddenBefore);
}

/** What was left out counts as a word, whatever it was. */
function isAfterWord(text: string, index: number, hiddenBefore: number): boolean {
  const start = Math.max(0, hiddenBefore, index - longestLookBack);
  const visible = text.slice(start, index);
  return wordBeforeStop.test(visible) || (start === hiddenBefore && hiddenBefore > 0 && startOfWord.test(visible));
}
