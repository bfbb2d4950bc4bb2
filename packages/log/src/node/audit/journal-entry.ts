import { z } from 'zod';
import * as field from '../../leaf/fields.ts';
import { type AuditedIntent, intent, parseJson, record } from './batch-file.ts';

/** What the journal keeps of an answer. */
const answer = z.object({ record, language: field.language, sector: z.exactOptional(field.sector), size: field.bucket, hour: field.hour });
type AuditedAnswer = Readonly<z.infer<typeof answer>>;

const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), intent }),
  z.object({ kind: z.literal('answer'), answer }),
  z.object({ kind: z.literal('promise'), note: z.string(), answers: z.int() }),
]);

export interface JournalAnswer {
  readonly position: bigint;
  readonly answer: AuditedAnswer;
}

export interface JournalIntent {
  readonly position: bigint;
  readonly intent: AuditedIntent;
}

/** A promise with the answers before it that it is for. */
export interface JournalGroup {
  readonly position: bigint;
  readonly note: string;
  /** As many as the entry of the promise says. */
  readonly count: number;
  readonly answers: readonly JournalAnswer[];
}

/** Null when the bytes are none. */
export function parseEntry(bytes: Uint8Array): z.infer<typeof entry> | null {
  return entry.safeParse(parseJson(new TextDecoder().decode(bytes))).data ?? null;
}
