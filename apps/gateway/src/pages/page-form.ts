import { z } from 'zod';

/** Longest text that a form takes, in UTF-16 units. */
const longestField = 100_000;

const field = z.string().max(longestField).default('');

/** What the forms of the pages send. Unknown members are ignored: browsers and extensions add some. */
export const pageForm = z.object({
  q: field,
  text: field,
  rule: field,
  /** Of a receipt. */
  id: z.string().max(300).default(''),
  /** Second language of a service card. */
  with: z.string().max(35).default(''),
  lang: z.string().max(35).optional(),
  speed: z.enum(['instant', 'fast', 'reading']).catch('fast'),
});
export type PageForm = z.infer<typeof pageForm>;
