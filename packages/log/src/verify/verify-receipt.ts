import { canonicalJson } from '@parlance/core';
import { type Checkpoint, parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { encodeText } from '../encoding/text.ts';
import { type VerifierKey } from '../note/verifier-key.ts';
import { type VerifiedSignature, verifyNote } from '../note/verify-note.ts';
import { isQuorum, isSignedByLog, keysOf, type Policy } from '../policy/policy.ts';
import { parseProof } from '../proof/tlog-proof.ts';
import { type ChannelText, commitment, nonceSize } from '../receipt/commitment.ts';
import { mediationBytes } from '../receipt/mediation.ts';
import { parsePromise, type PromiseTerms } from '../receipt/promise.ts';
import { parseReceipt, type Proved, type Receipt } from '../receipt/receipt.ts';
import { hashRecord } from '../receipt/record.ts';
import { hashLeaf, hashSize } from '../tree/hash.ts';
import { type Path } from '../tree/proof.ts';
import { verifyInclusion } from '../tree/verify.ts';
import { doesNotProve, type Step, type StepName } from './step.ts';

export interface VerifyOptions {
  /** The logs and witnesses that whoever verifies has chosen to trust. */
  readonly policy: Policy;
  /** Of the operator, for promises. */
  readonly keys: readonly VerifierKey[];
  /** POSIX seconds. */
  readonly now: bigint;
  readonly nonce?: Uint8Array;
  /** What the reader says that was shown, to be held against the commitment. Needs the nonce. */
  readonly delivered?: readonly ChannelText[];
}

export type Verdict =
  | { readonly kind: 'promised'; readonly until: bigint }
  | { readonly kind: 'proved'; readonly log: string; readonly position: bigint; readonly witnesses: number }
  | { readonly kind: 'refused'; readonly step: StepName; readonly detail: string };

export interface Verification {
  readonly verdict: Verdict;
  /** Those that were made, up to the first that failed. */
  readonly steps: readonly Step[];
}

type Steps<Result> = AsyncGenerator<Step, Result>;
type Refusal = Extract<Verdict, { readonly kind: 'refused' }>;

/** Seconds by which the clock of a witness may be ahead of ours. "Verifiers MAY reject cosignatures with timestamps in the future." */
const clockSkew = 300n;

/**
 * Checks a receipt, offline. A receipt whose promise is past its deadline without a proof is refused at the step `deadline`: it is then evidence against the
 * operator who signed the promise. Rejects only with `ed25519_unsupported`.
 */
export async function verifyReceipt(receipt: string, options: VerifyOptions): Promise<Verification> {
  const steps: Step[] = [];
  const made = verdictOf(receipt, options);
  for (;;) {
    const next = await made.next();
    if (next.done !== true) {
      steps.push(next.value);
      continue;
    }
    const verdict = next.value;
    if (verdict.kind === 'refused') steps.push(stepOf(verdict.step, false, verdict.detail));
    return { verdict, steps };
  }
}

async function* verdictOf(text: string, options: VerifyOptions): Steps<Verdict> {
  const receipt = parseReceipt(text);
  if (!receipt.ok) return refusedAt('receipt', receipt.code);
  yield stepOf('receipt', true, `answer ${receipt.value.record.id}`);
  if (options.delivered !== undefined) {
    const fault = deliveredFault(receipt.value, options.delivered, options.nonce);
    if (fault !== undefined) return refusedAt('delivered', fault);
    yield stepOf('delivered', true, 'the text is the one that the record commits to');
  }
  const promise = yield* promiseOf(receipt.value, options.keys);
  if ('kind' in promise) return promise;
  const { proved } = receipt.value;
  if (proved !== null) return yield* proofOf(receipt.value, proved, { ...options, log: promise.log });
  if (options.now > promise.deadline) return refusedAt('deadline', `overdue since ${timeText(promise.deadline)}`);
  yield stepOf('deadline', true, `not before ${String(promise.deadline)}`);
  return { kind: 'promised', until: promise.deadline };
}

function deliveredFault({ record }: Receipt, delivered: readonly ChannelText[], nonce: Uint8Array | undefined): string | undefined {
  if (nonce?.length !== nonceSize) return 'nonce_missing';
  return encodeBase64(commitment(nonce, delivered)) === record.commitments.delivered ? undefined : 'text_differs';
}

async function* promiseOf({ record, promise }: Receipt, keys: readonly VerifierKey[]): Steps<PromiseTerms | Refusal> {
  const verified = await verifyNote(promise.note, keys);
  if (!verified.ok) return refusedAt('promise', verified.code);
  const terms = parsePromise(verified.value.text);
  if (!terms.ok) return refusedAt('promise', terms.code);
  yield stepOf('promise', true, `for ${terms.value.log}, due ${timeText(terms.value.deadline)}`);
  const { records: size, root } = terms.value;
  const claim = { leafHash: hashRecord(record), index: BigInt(promise.index), size, root };
  if (!verifyInclusion(pathFrom(promise.path), claim)) return refusedAt('record', 'not_promised');
  yield stepOf('record', true, `record ${promise.index + 1} of ${String(size)}`);
  return terms.value;
}

async function* proofOf(receipt: Receipt, proved: Proved, options: VerifyOptions & { readonly log: string }): Steps<Verdict> {
  const leaf = leafOf(receipt, proved);
  if (leaf === undefined) return refusedAt('leaf', 'not_of_this_record');
  yield stepOf('leaf', true, proved.leaf);
  const proof = parseProof(proved.proof);
  if (!proof.ok) return refusedAt('log', proof.code);
  const signed = await checkpointOf(proof.value.checkpoint, options);
  if ('kind' in signed) return signed;
  const { size, root } = signed.checkpoint;
  yield stepOf('log', true, `${options.log} of ${String(size)} leaves`);
  const { index, path } = proof.value;
  if (!verifyInclusion(path, { leafHash: hashLeaf(leaf), index, size, root })) return refusedAt('inclusion', 'not_included');
  yield stepOf('inclusion', true, `leaf ${String(index)}`);
  const inTime = signed.signatures.filter(({ timestamp }) => timestamp === null || timestamp <= options.now + clockSkew);
  if (!isQuorum(options.policy, inTime)) return refusedAt('witnesses', 'quorum_not_met');
  const witnesses = inTime.filter(({ timestamp }) => timestamp !== null).length;
  yield stepOf('witnesses', true, `${witnesses} cosigned`);
  return { kind: 'proved', log: options.log, position: index, witnesses };
}

/** The bytes of the leaf that must be in the log; undefined when the leaf that the receipt carries is not about its record. */
function leafOf({ record }: Receipt, proved: Proved): Uint8Array | undefined {
  if (proved.leaf === 'mediation') return mediationBytes(record, proved);
  const { tally, index, path } = proved;
  if (typeof tally !== 'object' || tally === null || !('leaf' in tally) || tally.leaf !== 'tally') return undefined;
  const [size, root] = [tally['answers'], typeof tally['root'] === 'string' ? decodeBase64(tally['root']) : undefined];
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || root === undefined) return undefined;
  const claim = { leafHash: hashRecord(record), index: BigInt(index), size: BigInt(size), root };
  return verifyInclusion(pathFrom(path), claim) ? encodeText(canonicalJson(tally)) : undefined;
}

type Signed = { readonly checkpoint: Checkpoint; readonly signatures: readonly VerifiedSignature[] };

/** The checkpoint, when a log of the policy signed it and it is the log that was promised. */
async function checkpointOf(note: string, { policy, log }: VerifyOptions & { readonly log: string }): Promise<Signed | Refusal> {
  const verified = await verifyNote(note, keysOf(policy));
  if (!verified.ok) return refusedAt('log', verified.code);
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return refusedAt('log', checkpoint.code);
  const { signatures } = verified.value;
  if (!isSignedByLog(policy, checkpoint.value.origin, signatures)) return refusedAt('log', 'log_unknown');
  if (checkpoint.value.origin !== log) return refusedAt('log', 'another_log');
  return { checkpoint: checkpoint.value, signatures };
}

/** What is no list of hashes is a hash of a wrong length, which no proof holds. */
function pathFrom(text: string): Path {
  const bytes = decodeBase64(text) ?? new Uint8Array(1);
  return Array.from({ length: Math.ceil(bytes.length / hashSize) }, (_, place) => bytes.subarray(place * hashSize, (place + 1) * hashSize));
}

function refusedAt(step: StepName, detail: string): Refusal {
  return { kind: 'refused', step, detail };
}

function stepOf(step: StepName, ok: boolean, detail: string): Step {
  return { step, ok, detail, doesNotProve: doesNotProve[step] };
}

/** `2026-11-23T01:46:40Z`; what no calendar has is told as it is. */
function timeText(seconds: bigint): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? `second ${String(seconds)}` : date.toISOString().replace('.000Z', 'Z');
}
