import { z } from 'zod';

const word = z.string().max(120).default('').catch('');

/** What the addresses of the pages on transparency say beside their path. Whatever is wrong in it was not said. */
const transparencyForm = z.object({
  lang: z.string().max(35).optional().catch(undefined),
  /** `json`: the page as data. */
  format: word,
  from: word,
  to: word,
  /** Whatever is no month is told to be none. */
  month: z.string().max(120).default('').catch('?'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  sector: word,
  answers: word,
  age: word,
});
export type TransparencyForm = Readonly<z.infer<typeof transparencyForm>>;

export function readTransparencyForm(query: unknown): TransparencyForm {
  return transparencyForm.parse(query ?? {});
}
