import { interfaceIds, messageIds } from '@parlance/charter';
import { z } from 'zod';
import { closed } from './fields.ts';

const expected = 'a message in MessageFormat 2, of at most 2000 characters';

/** A message with variants may have a line for each. */
const wording = z
  .string(expected)
  .max(2000, expected)
  .regex(/^\S[^\t\r]*$/, expected)
  .transform((written) => written.trimEnd());

function wordingsOf(ids: readonly string[]): z.ZodType<ReadonlyMap<string, string>> {
  return closed(Object.fromEntries(ids.map((id) => [id, wording.optional()]))).transform(
    (wordings) => new Map(Object.entries(wordings).flatMap(([id, written]) => (written === undefined ? [] : [[id, written] as const]))),
  );
}

/** `notices/<language>.yaml`: message id to MessageFormat 2 source. A pack may translate the charter's messages and can add none. */
export const noticesSchema = wordingsOf(messageIds);

/** `interface/<language>.yaml`: id of a word of the pages to MessageFormat 2 source. A pack may translate them and can add none. */
export const interfaceSchema = wordingsOf(interfaceIds);
