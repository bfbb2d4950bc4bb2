import { type z } from 'zod';
import { type PackCase } from '../pack.ts';
import { closed, language, listOf, name, oneOf, text } from './fields.ts';

type Expectation = PackCase['expect'];

function expectationOf(written: { readonly card?: string | undefined; readonly unknown?: 'true' | undefined }): Expectation {
  if (written.card !== undefined) return { card: written.card };
  return written.unknown === undefined ? { safety: true } : { unknown: true };
}

const expectation = closed({ card: name.optional(), unknown: oneOf(['true']).optional(), safety: oneOf(['true']).optional() })
  .refine(
    (written) => Object.values(written).filter((value) => value !== undefined).length === 1,
    'exactly one of card, unknown: true, safety: true',
  )
  .transform(expectationOf);

/** `evals/<name>.yaml`: the pack's own test cases. */
export const casesSchema: z.ZodType<readonly PackCase[]> = listOf(closed({ id: name, language, ask: text(1000), expect: expectation }), {
  least: 1,
  most: 2000,
});
