import { type AgeBand, ageBands } from '@parlance/charter';
import { z } from 'zod';

/** What the form of study mode sends beside that of a conversation. */
export interface StudyForm {
  /** Id of an item of a curriculum. */
  readonly item: string;
  /** Name of a curriculum. */
  readonly subject: string;
  /** `ask` helps where one stands, `try` counts as a try, `next` asks for one rung more, `text` gives back what was said. */
  readonly act: 'ask' | 'try' | 'next' | 'text';
  readonly age: AgeBand | undefined;
  /** As the server signed it; empty: there is none. */
  readonly progress: string;
}

const last = z.union([z.string(), z.array(z.string()).transform((values) => values.at(-1) ?? '')]);
const name = last.pipe(z.string().max(100)).catch('');

const fields = z.object({
  item: name,
  subject: name,
  act: last.pipe(z.enum(['ask', 'try', 'next', 'text'])).catch('ask'),
  age: last.pipe(z.enum(ageBands)).optional().catch(undefined),
  progress: last.pipe(z.string().max(4000)).catch(''),
});

/** Reads a form. Nothing in it is refused: what cannot be read counts as absent. */
export function readStudyForm(value: unknown): StudyForm {
  const { item, subject, act, age, progress } = fields.catch(fields.parse({})).parse(value ?? {});
  return { item, subject, act, age, progress };
}

/** Reads the query of an address. Anybody can make a link, so it chooses a subject or an item, and an age that makes the rules stricter. */
export function readStudyLink(query: unknown): StudyForm {
  const { item, subject, age } = readStudyForm(query);
  return { item, subject, act: 'ask', age: age === 'any-age' ? undefined : age, progress: '' };
}
