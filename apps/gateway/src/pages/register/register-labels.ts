import { additionPurposes, endings, informationTypes, publicSectors } from '@parlance/charter';
import { type AnswerWords, type InterfaceText, languageName, monthName, type RegisterFacet } from '@parlance/web';

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
  const named: LabelOf = (facet, value) => {
    if (facet === 'month') return monthName(value, language);
    if (facet === 'language') return languageName(value, language);
    if (facet === 'type') return typeOf(value);
    if (facet === 'authority') return authorities.get(value) ?? value;
    const sector = publicSectors.find((each) => each === value);
    if (facet === 'sector') return sector === undefined ? value : say(`sectors.${sector}`);
    const kind = kinds.find((each) => each === value);
    return facet === 'kind' && kind !== undefined ? say(`kinds.${kind}`) : value;
  };
  return remembered(named);
}

/** A list names the same month fifty times, and naming it in a language takes long. */
function remembered(named: LabelOf): LabelOf {
  const names = new Map<string, string>();
  return (facet, value) => {
    const key = `${facet} ${value}`;
    const name = names.get(key) ?? named(facet, value);
    names.set(key, name);
    return name;
  };
}
