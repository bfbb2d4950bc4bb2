import { CodedError } from '@parlance/core';
import { encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { parseHash } from '../encoding/hash-text.ts';
import { concatBytes } from '../encoding/text.ts';
import { signNote } from '../note/sign-note.ts';
import { type Signer } from '../note/signer.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { treeOf } from '../tree/tree-of.ts';
import { type AnswerRecord, hashRecord } from './record.ts';

/** What an operator promises for a group of answers: their records will stand in this log until the deadline. */
export interface PromiseTerms {
  /** Origin of the log. */
  readonly log: string;
  readonly records: bigint;
  /** Merkle root (RFC 6962) over the records. */
  readonly root: Uint8Array;
  /** POSIX seconds. */
  readonly deadline: bigint;
}

/** The promise as one reader gets it. */
export interface AnswerPromise {
  /** Signed note over the terms. */
  readonly note: string;
  /** Of the record in the group. */
  readonly index: number;
  /** Base64 of the hashes of its inclusion proof, one after the other; empty for a group of one. */
  readonly path: string;
}

const pattern = /^parlance-promise\/v1\nlog ([^\n]+)\nrecords ([0-9]+)\nroot ([^\n]+)\ndeadline ([0-9]+)\n$/;

/**
 * The second line is no number, so that no promise passes for a checkpoint, nor a checkpoint for a promise, even when one key signs both.
 *
 *     parlance-promise/v1
 *     log log.example/2026h2
 *     records 37
 *     root CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *     deadline 1795262410
 */
export function formatPromise({ log, records, root, deadline }: PromiseTerms): string {
  return `parlance-promise/v1\nlog ${log}\nrecords ${String(records)}\nroot ${encodeBase64(root)}\ndeadline ${String(deadline)}\n`;
}

export function parsePromise(noteText: string): Parsed<PromiseTerms, 'promise_malformed'> {
  const [, log, recordsText = '', rootText = '', deadlineText = ''] = pattern.exec(noteText) ?? [];
  const [records, root, deadline] = [parseDecimal(recordsText), parseHash(rootText), parseDecimal(deadlineText)];
  const isWhole = log !== undefined && records !== undefined && root !== undefined && deadline !== undefined;
  return isWhole ? accept({ log, records, root, deadline }) : refuse('promise_malformed');
}

/** One signature for the whole group, and for each record its way to the root. Throws `group_empty`. */
export async function promiseGroup(
  records: readonly AnswerRecord[],
  terms: Pick<PromiseTerms, 'log' | 'deadline'>,
  signer: Signer,
): Promise<readonly AnswerPromise[]> {
  const { root, pathOf } = groupOf(records);
  const note = await signNote(formatPromise({ log: terms.log, deadline: terms.deadline, records: BigInt(records.length), root }), [signer]);
  return records.map((_, index) => ({ note, index, path: pathOf(index) }));
}

/** The tree over the records of a group or a batch. */
export interface AnswerGroup {
  /** What a tally commits to. */
  readonly root: Uint8Array;
  /** What receipts carry. */
  readonly pathOf: (index: number) => string;
}

/** Throws `group_empty`. */
export function groupOf(records: readonly AnswerRecord[]): AnswerGroup {
  return groupOfHashes(records.map(hashRecord));
}

/** The same for whoever has hashed the records already, by `hashRecord`. */
export function groupOfHashes([first, ...more]: readonly Uint8Array[]): AnswerGroup {
  if (first === undefined) throw new CodedError('group_empty', 'nothing to promise');
  const { root, pathOf } = treeOf([first, ...more]);
  return { root, pathOf: (index) => encodeBase64(concatBytes(...pathOf(index))) };
}
