import { z } from 'zod';

/** A verified emergency or crisis resource. */
export const safetyObject = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  name: z.string(),
  what: z.string(),
  source: z.string(),
});
export type SafetyObject = z.infer<typeof safetyObject>;
