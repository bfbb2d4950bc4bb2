import { minimise } from '@parlance/disclosure';
import { type Country } from '../country/country.ts';

export interface MinimisedText {
  readonly text: string;
  /** How many different values of each class were masked. */
  readonly masked: Readonly<Record<string, number>>;
}

/** Longest text of an objection and of the reasons of a decision, in UTF-16 units, with line ends of one unit. */
export const longestText = 2_000;

/** Line ends of one unit, as a form counts them, and nothing that no database or terminal takes. */
export function plainText(written: string): string {
  return written
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
}

/** Masks every identifier of a person that the pack knows, before anything is stored. It knows no names: the form asks for none. */
export function minimisedObjection(text: string, { identifying }: Pick<Country, 'identifying'>): MinimisedText {
  const { texts, classes } = minimise(identifying, [text]);
  // Brackets that somebody typed are no identifiers, although they are replaced so that they cannot pass for a mask.
  const masked = Object.fromEntries(Object.entries(classes).filter(([name]) => name !== 'brackets'));
  return { text: texts[0] ?? '', masked };
}
