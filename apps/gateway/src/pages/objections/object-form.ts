import { z } from 'zod';
import { plainText } from '../../objections/minimised-text.ts';
import { objectionReasons } from '../../store/objection-row.ts';

const name = z.string().max(300).default('').catch('');

/** What is objected to, as the address names it. Whatever is wrong in it names nothing. */
const objectPlace = z.object({ rule: name, pack: name, answer: name, lang: z.string().max(35).optional().catch(undefined) });
export type ObjectPlace = Readonly<z.infer<typeof objectPlace>>;

/** What was written, and the form that it was written in. */
const objectForm = z.object({
  ticket: name,
  /** Days that the form told of. Whoever writes another number has their own words deleted sooner, and never later. */
  kept: z.coerce.number().int().min(0).max(36_500).nullable().default(null).catch(null),
  reason: z.enum(objectionReasons).catch('other'),
  text: z.string().transform(plainText).default('').catch(''),
});
export type ObjectForm = Readonly<z.infer<typeof objectForm>>;

export function readPlace(query: unknown): ObjectPlace {
  return objectPlace.catch({ rule: '', pack: '', answer: '', lang: undefined }).parse(query ?? {});
}

/** The form as it is before anything is written: the reason that says least is chosen. */
export const emptyForm: ObjectForm = { ticket: '', kept: null, reason: 'other', text: '' };

export function readObjectForm(body: unknown): ObjectForm {
  return objectForm.catch(emptyForm).parse(body ?? {});
}
