import { z } from 'zod';
import * as field from '../../leaf/fields.ts';
import { type AnswerPromise } from '../../receipt/promise.ts';
import { type AnswerRecord, isRecord } from '../../receipt/record.ts';

/**
 * A file of receipts as it lies on the disk: a line of facts, then a line per answer. It is read here a second time, apart from the code that writes it: an audit
 * that read with the writer's eyes would share its mistakes.
 */
const position = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,18})$/)
  .transform(BigInt);
const packVersion = z.object({ id: z.string(), version: z.string(), digest: z.string() });

export const intent = z.object({
  id: field.id,
  pack: packVersion,
  charter: z.object({ version: z.string(), digest: z.string() }),
  request: z.string(),
});
/** An answer that somebody was about to be asked for. */
export type AuditedIntent = Readonly<z.infer<typeof intent>>;

const facts = z.object({
  from: position,
  to: position,
  firstLeaf: position,
  tallyLeaf: position,
  tally: z.json(),
  open: z.array(intent),
});
export type AuditedFacts = Readonly<z.infer<typeof facts>>;

export const record = z.custom<AnswerRecord>(isRecord);
const promise = z.custom<AnswerPromise>(
  (value) => z.object({ note: z.string(), index: z.int(), path: z.string() }).safeParse(value).success,
);

const receipt = z.object({
  position,
  record,
  promise,
  proved: z.discriminatedUnion('leaf', [
    z.object({
      leaf: z.literal('mediation'),
      at: z.int(),
      period: field.period,
      language: field.language.nullable(),
      sector: z.exactOptional(field.sector.nullable()),
      size: field.bucket.nullable(),
    }),
    z.object({ leaf: z.literal('tally'), index: z.int(), path: z.string() }),
  ]),
});
export type AuditedReceipt = Readonly<z.infer<typeof receipt>>;

/** Null when the line is no facts. */
export function parseFacts(line: string): AuditedFacts | null {
  return facts.safeParse(parseJson(line)).data ?? null;
}

export function parseReceiptLine(line: string): AuditedReceipt | null {
  return receipt.safeParse(parseJson(line)).data ?? null;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
