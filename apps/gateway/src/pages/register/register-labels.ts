import { additionPurposes, endings, informationTypes } from '@parlance/charter';
import { type RegisterFacet } from '@parlance/web';
import { type AnswerWords, type InterfaceText } from '@parlance/web';

/** Values of the register as people of a language read them. */
export type LabelOf = (facet: RegisterFacet, value: string) => string;

const kinds = ['omit', 'add', 'unjudged', 'ended'] as const;

/** `authorities`: names of authorities in the language of the page, by any name that the log has of them. */
export function registerLabels(
  { language, register: say }: InterfaceText,
  words: AnswerWords,
  authorities: ReadonlyMap<string, string>,
): LabelOf {
  const typeOf = (value: string): string => {
    const type = informationTypes.find((each) => each === value);
    if (type !== undefined) return words.typeName(type);
    const purpose = additionPurposes.find((each) => each === value);
    if (purpose !== undefined) return words.purposeName(purpose);
    const ending = endings.find((each) => each === value);
    return ending === undefined ? value : words.ending(ending);
  };
  return (facet, value) => {
    if (facet === 'month') return monthName(value, language);
    if (facet === 'language') return languageName(value, language);
    if (facet === 'type') return typeOf(value);
    if (facet === 'authority') return authorities.get(value) ?? value;
    const kind = kinds.find((each) => each === value);
    return facet === 'kind' && kind !== undefined ? say(`kinds.${kind}`) : value;
  };
}

function monthName(month: string, language: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? month
    : named(month, () => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(date));
}

function languageName(code: string, language: string): string {
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
