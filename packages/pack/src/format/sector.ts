import { z } from 'zod';
import { type Sector } from '../pack.ts';
import { closed, listOf, localized, name } from './fields.ts';
import { knobsSchema } from './locale.ts';
import { studySchema } from './study.ts';

/** `sectors/<id>.yaml`. */
export function sectorSchema(languages: readonly string[]): z.ZodType<Sector> {
  return closed({
    id: name,
    title: localized(languages, 200),
    knobs: knobsSchema,
    services: z.union([z.literal('all'), listOf(name, { least: 0, most: 2000 })], 'the word all, or a list of service cards'),
    curriculum: listOf(name, { least: 0, most: 50 }).optional(),
    study: studySchema.optional(),
  }).transform(({ curriculum, study, ...sector }) => ({ ...sector, curriculum: curriculum ?? [], study: study ?? null }));
}
