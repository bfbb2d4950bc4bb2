import { canonicalJson, type JsonValue } from '@parlance/core';
import { encodeText } from '../encoding/text.ts';
import { type PublicSector, type SizeBucket } from '../leaf/closed-lists.ts';
import { type AnswerRecord } from './record.ts';

/** What the writer of the log adds to a record: the only fields that it may coarsen so that fewer than ten answers do not stand alone. */
export interface MediationContext {
  /** `2026-11-21T13Z`, or the day alone. */
  readonly period: string;
  readonly language: string | null;
  /** Not there in leaves of the first version. */
  readonly sector?: PublicSector | null;
  readonly size: SizeBucket | null;
}

/**
 * The bytes of the mediation leaf of a changed answer. All but the context is taken from the record, so the operator cannot tell the public another reason than
 * the reader: the receipt carries only the context, and its verifier makes the leaf anew. The answer's id stays out: nothing links two leaves.
 */
export function mediationBytes(
  { ending, pack, charter, edits, commitments }: AnswerRecord,
  { period, language, sector, size }: MediationContext,
): Uint8Array {
  const told = sector === undefined ? { period, size } : { period, sector, size };
  const leaf: JsonValue = { automated: true, charter, commitments, edits, ending, language, leaf: 'mediation', pack, ...told, v: 1 };
  return encodeText(canonicalJson(leaf));
}
