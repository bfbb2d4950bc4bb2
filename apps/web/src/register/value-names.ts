import { publicSectors } from '@parlance/charter';
import { type RegisterText } from '../interface/register/register-text.ts';

/** A sector by its name in the language of the page; one that the public record has no name for by its id in the pack. */
export function sectorName(sector: string, say: RegisterText): string {
  const named = publicSectors.find((each) => each === sector && each !== 'other');
  return named === undefined ? sector : say(`sectors.${named}`);
}

/** A month (`2026-11`) as people write it in the language. */
export function monthName(month: string, language: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? month
    : named(month, () => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(date));
}

/** A language (`et`) by its name in another. */
export function languageName(code: string, language: string): string {
  return named(code, () => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code);
}

/** Neither the language of a page nor that of an answer needs to be one that the machine knows. */
function named(otherwise: string, name: () => string): string {
  try {
    return name();
  } catch {
    return otherwise;
  }
}
