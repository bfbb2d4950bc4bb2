import { type AnswerWords } from '@parlance/web';
import { type Words } from '../country/country.ts';

/** The charter's messages as the pages need them. */
export function answerWords({ format }: Words): AnswerWords {
  return {
    changeLine: (omitted, added) => format('changes.line', { omitted, added }),
    ending: (ending) => format(`ending.${ending}`),
    typeName: (type) => format(`type.${type}`),
    causeName: (cause) => format(`cause.${cause}`),
    purposeName: (purpose) => format(`purpose.${purpose}`),
    safetyHeading: format('safety.heading'),
  };
}
