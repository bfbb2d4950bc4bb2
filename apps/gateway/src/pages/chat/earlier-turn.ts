import { endings } from '@parlance/charter';
import { type EarlierTurn } from '@parlance/web';
import { disclosureObject, parlanceObject, sourceObject } from '@parlance/wire';
import { z } from 'zod';

const count = z.int().min(0);

/** What a page of an earlier version of this server carried may have another form. */
const earlierTurn = z.object({
  conversation: z.string(),
  number: z.int().min(1),
  question: z.string(),
  answer: z.string(),
  marks: z.array(
    z.object({
      start: count,
      end: count,
      mark: z.object({ kind: z.enum(['marker', 'addition', 'insertion', 'notice']), disclosure: z.string() }),
    }),
  ),
  language: z.string(),
  changes: z.object({ omitted: count, added: count }),
  ending: z.enum(endings),
  isRefused: z.boolean(),
  isCutShort: z.boolean(),
  receipt: z.object({ id: z.string(), nonce: z.string(), deadline: z.iso.datetime(), isWhole: z.boolean() }).nullable(),
  isRecorded: z.boolean(),
  disclosures: z.array(disclosureObject),
  sources: z.array(sourceObject),
  facts: parlanceObject.pick({
    answered_by: true,
    pack: true,
    charter: true,
    egress: true,
    layers: true,
    localization: true,
    services: true,
  }),
});

/** Reads the JSON of a turn that this server sealed; null when it is of another form. */
export function readEarlierTurn(json: string): EarlierTurn | null {
  return earlierTurn.safeParse(JSON.parse(json)).data ?? null;
}
