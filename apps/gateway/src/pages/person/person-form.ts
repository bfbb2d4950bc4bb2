import { type AgeBand, ageBands } from '@parlance/charter';
import { z } from 'zod';

/** What leads to the page of people, beside a conversation. */
export interface PersonForm {
  /** Key of a contact; empty: none was named. */
  readonly office: string;
  /** The questions are to stand open. */
  readonly takesAlong: boolean;
  /** The reader comes from study mode. */
  readonly isStudying: boolean;
  readonly age: AgeBand | undefined;
  /** What else the form of study mode brought, to go back with. */
  readonly studied: readonly (readonly [name: string, value: string])[];
}

const last = z.union([z.string(), z.array(z.string()).transform((values) => values.at(-1) ?? '')]);
const short = last.pipe(z.string().max(200)).catch('');

const fields = z.object({
  /** `questions` or `ways`, and the office after it. */
  person: short,
  office: short,
  from: short,
  item: short,
  age: last.pipe(z.enum(ageBands)).optional().catch(undefined),
  progress: last.pipe(z.string().max(4000)).catch(''),
});

/** Reads a form or the query of an address. Nothing in it is refused: what cannot be read counts as absent. */
export function readPersonForm(value: unknown): PersonForm {
  const { person, office, from, item, age, progress } = fields.catch(fields.parse({})).parse(value ?? {});
  const [wish = '', wished = ''] = person.split(' ');
  const studied = [
    ['item', item],
    ['age', age ?? ''],
    ['progress', progress],
  ] as const;
  return {
    office: wished === '' ? office : wished,
    takesAlong: wish === 'questions',
    isStudying: from === 'study' || item !== '',
    age,
    studied: item === '' ? [] : studied,
  };
}
