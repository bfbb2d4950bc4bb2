import { ageBands, hints, notHumanReminders, studyStyles, tries } from '@parlance/charter';
import { type z } from 'zod';
import { type Study, type StudySetting } from '../pack.ts';
import { closed, listOf, oneOf, text } from './fields.ts';

const expected = `hints in order, each once and "answer" last, of: ${hints.join(', ')}`;

/** Nobody is kept from the answer for good: it stands at the end of every ladder. */
const ladder = listOf(oneOf(hints), { least: 1, most: hints.length })
  .refine((list) => list.at(-1) === 'answer', expected)
  .refine((list) => new Set(list).size === list.length, expected);

/** Guidelines and clauses are held against the charter by the check of S3. */
function knob<Value>(schema: z.ZodType<Value>): z.ZodType<StudySetting<Value> | undefined> {
  return closed({ value: schema, guideline: text(60) })
    .transform(({ value, guideline }) => ({ value, names: guideline }))
    .optional();
}

function limit<Value>(schema: z.ZodType<Value>): z.ZodType<StudySetting<Value> | undefined> {
  return closed({ value: schema, clause: text(60) })
    .transform(({ value, clause }) => ({ value, names: clause }))
    .optional();
}

/** `study` in `sectors/<id>.yaml`. */
export const studySchema: z.ZodType<Study> = closed({
  hints: knob(ladder),
  tries: knob(oneOf(tries)),
  style: knob(oneOf(studyStyles)),
  age_band: limit(oneOf(ageBands)),
  not_human_reminder: limit(oneOf(notHumanReminders)),
}).transform((said) => ({
  hints: said.hints ?? null,
  tries: said.tries ?? null,
  style: said.style ?? null,
  age_band: said.age_band ?? null,
  not_human_reminder: said.not_human_reminder ?? null,
}));
