import { type PublishedMonth } from '@parlance/web';
import { z } from 'zod';

const text = z.string().max(300);
const report = z.object({
  report: z.literal('parlance-month'),
  heads: z
    .array(z.object({ log: text, size: z.string().regex(/^\d{1,18}$/), root: text }))
    .min(1)
    .max(9),
});

/** The trees that a published report names. Null: it is no report, and nothing is told of its trees. */
export function readHeads(bytes: Buffer): PublishedMonth['heads'] {
  try {
    const read = report.safeParse(JSON.parse(bytes.toString()));
    return read.success ? read.data.heads : null;
  } catch {
    return null;
  }
}
