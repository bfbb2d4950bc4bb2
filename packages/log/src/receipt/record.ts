import { canonicalJson } from '@parlance/core';
import { encodeText } from '../encoding/text.ts';
import { causes, endings } from '../leaf/closed-lists.ts';
import { hashLeaf } from '../tree/hash.ts';
import { either, type Guard, integer, list, object, oneOf, text } from './guard.ts';

const name = text(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,300}$/u);
const id = text(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
const digest = text(/^sha256:[0-9a-f]{64}$/);
/** 32 bytes in base64: the last letter before the padding has two loose bits, which are zero. */
const hash = text(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
const none = oneOf(null);

const basis = object({ jurisdiction: name, instrument: name, article: name, url: name });
const editFacts = { cause: oneOf(...causes), basis: either(basis, none), authority: either(name, none), rule: name, count: integer(1) };
const edit = either(
  object({ kind: oneOf('omit', 'unjudged'), type: id, ...editFacts }),
  object({ kind: oneOf('add'), purpose: id, ...editFacts }),
);

export const isRecord = object({
  v: oneOf(1),
  id,
  ending: oneOf(...endings),
  pack: object({ id, version: id, digest }),
  charter: object({ version: id, digest }),
  /** Base64 of the HMACs of `commitment`: of what was asked, what the model said and what was delivered. */
  commitments: object({ request: hash, upstream: hash, delivered: hash }),
  /** What is public of each change. */
  edits: list(edit, 32),
});

type GuardedBy<Value> = Value extends Guard<infer Guarded> ? Guarded : never;

/** What the journal keeps of an answer: how it ended, what was changed and why, and commitments to the texts; never a text. */
export type AnswerRecord = GuardedBy<typeof isRecord>;

/** A record as a leaf of the group that is promised and of the batch that is tallied: RFC 6962 over its canonical JSON. */
export function hashRecord(record: AnswerRecord): Uint8Array {
  return hashLeaf(encodeText(canonicalJson(record)));
}
