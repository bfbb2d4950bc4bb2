import { identifierIds } from '@parlance/disclosure';
import { z } from 'zod';
import { type Privacy } from '../pack.ts';
import { closed, httpsUrl, listOf, oneOf, text } from './fields.ts';

export const days = z
  .string('a number of days')
  .regex(/^[1-9]\d{0,3}$/, 'a number of days from 1 to 9999')
  .transform(Number);
const identifierList = listOf(oneOf(identifierIds), { least: 0, most: identifierIds.length });

/** `privacy.yaml`. */
export const privacySchema: z.ZodType<Privacy> = closed({
  identifiers: identifierList,
  minimise: identifierList,
  retention: closed({ max_days: days }),
  basis: closed({ instrument: text(300), article: text(200), url: httpsUrl }).optional(),
}).transform(({ basis, ...facts }) => ({ ...facts, ...(basis && { basis }) }));
