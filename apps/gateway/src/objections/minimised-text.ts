import { identifierIds, identifiers, minimise } from '@parlance/disclosure';
import { type MaskedClass } from '@parlance/web';
import { type Country } from '../country/country.ts';

export interface MinimisedText {
  readonly text: string;
  /** How many different values of each class were masked. */
  readonly masked: readonly MaskedClass[];
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
  const { texts, originals } = minimise(identifying, [text]);
  // Brackets that somebody typed are no identifiers, although they are replaced so that they cannot pass for a mask.
  const classes = [...originals.values()].flatMap(({ identifier }) => {
    const known = identifierIds.find((id) => id === identifier);
    return known === undefined ? [] : [identifiers[known].class];
  });
  const masked = [...new Set(classes)].map((name) => ({ class: name, count: classes.filter((each) => each === name).length }));
  return { text: texts[0] ?? '', masked };
}
