import { canonicalJson, type JsonValue } from '@parlance/core';
import { publicSectors, type PublicSector, sizeBuckets, type SizeBucket } from '../leaf/closed-lists.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { either, integer, json, object, oneOf, text } from './guard.ts';
import { type AnswerPromise } from './promise.ts';
import { type AnswerRecord, isRecord } from './record.ts';

/** What a reader holds of an answer. `proved` is null until the log has the answer. */
export interface Receipt {
  readonly v: 1;
  readonly record: AnswerRecord;
  readonly promise: AnswerPromise;
  readonly proved: Proved | null;
}

export type Proved =
  /** A changed answer: its own leaf. The leaf is made from the record and these fields. */
  | {
      readonly leaf: 'mediation';
      readonly period: string;
      readonly language: string | null;
      /** Not there where the leaf is of the first version. */
      readonly sector?: PublicSector | null;
      readonly size: SizeBucket | null;
      readonly proof: string;
    }
  /** An unchanged answer: the tally leaf of its batch, and the way from the record to its root. */
  | { readonly leaf: 'tally'; readonly tally: JsonValue; readonly index: number; readonly path: string; readonly proof: string };

export type ReceiptCode = 'receipt_too_long' | 'receipt_not_json' | 'receipt_member_twice' | 'receipt_shape';

/** Characters. Ours stay below 4,000. */
const largestReceipt = 16_000;
const line = text(/^[^\n]{1,100}$/);
const note = text(/^[^]{1,6000}$/);
const hashes = text(/^[A-Za-z0-9+/=]{0,1400}$/);

const mediation = {
  leaf: oneOf('mediation'),
  period: line,
  language: either(line, oneOf(null)),
  size: either(oneOf(...sizeBuckets), oneOf(null)),
  proof: note,
};
const sector = either(oneOf(...publicSectors), oneOf(null));

const isReceipt = object({
  v: oneOf(1),
  record: isRecord,
  promise: object({ note, index: integer(0), path: hashes }),
  proved: either(
    oneOf(null),
    either(
      either(object(mediation), object({ ...mediation, sector })),
      object({ leaf: oneOf('tally'), tally: json(3), index: integer(0), path: hashes, proof: note }),
    ),
  ),
});

/** One line of canonical JSON. */
export function formatReceipt({ v, record, promise: { note, index, path }, proved }: Receipt): string {
  return canonicalJson({ v, record, promise: { note, index, path }, proved });
}

/** Reads a receipt, however it is spaced and ordered. Unknown members and members that are there twice are refused: two readers must read the same. */
export function parseReceipt(receipt: string): Parsed<Receipt, ReceiptCode> {
  if (receipt.length > largestReceipt) return refuse('receipt_too_long');
  const value = parseJson(receipt);
  if (value === undefined) return refuse('receipt_not_json');
  if (!isReceipt(value)) return refuse('receipt_shape');
  // A string before a colon is the name of a member, and nothing else in JSON is. `JSON.parse` keeps the last of two members of one name.
  const strings = [...receipt.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)];
  const named = strings.filter(([, colon]) => colon !== undefined).length;
  return named === membersOf(value) ? accept(value) : refuse('receipt_member_twice');
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, member) => sum + membersOf(member), own);
}

function parseJson(receipt: string): unknown {
  try {
    return JSON.parse(receipt);
  } catch {
    return undefined;
  }
}
