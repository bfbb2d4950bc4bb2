import { type AddDisclosure, type OmitDisclosure, type UnjudgedDisclosure } from './disclosure.ts';

/** What stands in the text, in the reader's language, as plain text without the brackets. It sees disclosures, never edits, so no wording can hold content. */
export interface Wording {
  marker(disclosure: OmitDisclosure, number: number): string;
  notice(disclosure: OmitDisclosure, number: number): string;
  additionLabel(disclosure: AddDisclosure): string;
  unjudged(disclosure: UnjudgedDisclosure): string;
}

/**
 * The brackets of everything that Parlance puts into a text. The charter takes them out of what the upstream says, so that no model can forge a notice and
 * the marks can be told from the text around them.
 */
export const openBracket = '⟦';
export const closeBracket = '⟧';

/** Puts the brackets round a text; brackets inside it become parentheses, so that no wording can close them. */
export function bracketed(text: string): string {
  return `${openBracket}${text.replaceAll(openBracket, '(').replaceAll(closeBracket, ')')}${closeBracket}`;
}

/** Marks of a change are one line and begin with no plus sign, so that nobody takes an omission for an addition, whatever the wording. */
export function bracketedMark(text: string): string {
  return bracketed(text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/^[\s\p{Cf}+]+/u, ''));
}

/** Takes the additions out of a delivered text again (R5): each with the space or the empty line that came with it. Footnotes and markers stay. */
export function stripAdditions(delivered: string): string {
  return delivered.replace(/ ⟦\+ [^⟧]*⟧|⟦\+ [^⟧]*⟧(?:\n\n| )|\n\n⟦\+ [^⟧]*⟧(?! )/gu, '');
}
