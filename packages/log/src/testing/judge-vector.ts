import { parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeText, encodeText } from '../encoding/text.ts';
import { parseLeaf } from '../leaf/parse-leaf.ts';
import { parseVerifierKey, type VerifierKey } from '../note/verifier-key.ts';
import { verifyNote } from '../note/verify-note.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import { isQuorum, type Policy } from '../policy/policy.ts';
import { parseProof } from '../proof/tlog-proof.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { type ChannelText } from '../receipt/commitment.ts';
import { decodeEntryBundle } from '../tile/entry-bundle.ts';
import { parseEntryBundlePath, parseTilePath } from '../tile/tile-path.ts';
import { type EntryBundle } from '../tile/tile.ts';
import { hashLeaf } from '../tree/hash.ts';
import { verifyConsistency, verifyInclusion } from '../tree/verify.ts';
import { verifyReceipt } from '../verify/verify-receipt.ts';
import { judgeAddCheckpoint } from '../witness/add-checkpoint.ts';

type Outcome = { readonly accepted: object } | { readonly refused: string };

/** Formats that are read without a signature. */
type FormatVector =
  | { readonly of: 'vkey'; readonly vkey: string }
  | { readonly of: 'checkpoint'; readonly text: string }
  | { readonly of: 'policy'; readonly policy?: string; readonly base64?: string; readonly cosigned: readonly string[] }
  | { readonly of: 'tile_path' | 'entry_bundle_path'; readonly path: string }
  | { readonly of: 'entry_bundle'; readonly base64: string }
  | { readonly of: 'leaf'; readonly leaf: string };

type ProofVector =
  | { readonly of: 'note'; readonly note?: string; readonly base64?: string; readonly keys: readonly string[] }
  | { readonly of: 'proof'; readonly proof: string; readonly entry: string; readonly policy: string }
  | InclusionVector
  | ConsistencyVector
  | AddCheckpointVector
  | ReceiptVector;

/** `vectors/log/README.md` */
export type Vector = { readonly name: string; readonly expect: Outcome } & (FormatVector | ProofVector);

interface InclusionVector {
  readonly of: 'inclusion';
  readonly proof: readonly string[];
  readonly leaf_hash: string;
  readonly index: string;
  readonly size: string;
  readonly root: string;
}

interface ConsistencyVector {
  readonly of: 'consistency';
  readonly proof: readonly string[];
  readonly from: string;
  readonly from_root: string;
  readonly to: string;
  readonly to_root: string;
}

interface AddCheckpointVector {
  readonly of: 'add_checkpoint';
  readonly body: string;
  readonly known: { readonly origin: string; readonly keys: readonly string[]; readonly size: string; readonly root: string };
}

interface ReceiptVector {
  readonly of: 'receipt';
  readonly receipt: string;
  readonly policy: string;
  readonly keys: readonly string[];
  readonly now: string;
  readonly nonce?: string;
  readonly delivered?: readonly ChannelText[];
}

export async function judgeVector(vector: Vector): Promise<Outcome> {
  return isFormat(vector) ? judgeFormat(vector) : judgeProofs(vector);
}

function isFormat(vector: FormatVector | ProofVector): vector is FormatVector {
  return ['vkey', 'checkpoint', 'policy', 'tile_path', 'entry_bundle_path', 'entry_bundle', 'leaf'].includes(vector.of);
}

async function judgeProofs(vector: ProofVector): Promise<Outcome> {
  switch (vector.of) {
    case 'note':
      return judgeNote(vector.note ?? decodeText(bytesOf(vector.base64)), vector.keys);
    case 'proof':
      return judgeProof(vector.proof, vector.entry, vector.policy);
    case 'inclusion':
      return judgeInclusion(vector);
    case 'consistency':
      return judgeConsistency(vector);
    case 'add_checkpoint':
      return judgeRequest(vector);
    case 'receipt':
      return judgeReceipt(vector);
  }
}

function judgeFormat(vector: FormatVector): Outcome {
  switch (vector.of) {
    case 'vkey': {
      const key = parseVerifierKey(vector.vkey);
      return key.ok ? { accepted: { name: key.value.name, algorithm: key.value.algorithm } } : { refused: key.code };
    }
    case 'checkpoint': {
      const checkpoint = parseCheckpoint(vector.text);
      if (!checkpoint.ok) return { refused: checkpoint.code };
      return { accepted: { origin: checkpoint.value.origin, size: String(checkpoint.value.size) } };
    }
    case 'policy':
      return judgePolicy(vector.policy ?? bytesOf(vector.base64), vector.cosigned);
    case 'tile_path':
      return judgePath(parseTilePath(vector.path));
    case 'entry_bundle_path':
      return judgePath(parseEntryBundlePath(vector.path));
    case 'entry_bundle':
      return judgeEntryBundle(bytesOf(vector.base64));
    case 'leaf':
      return judgeLeaf(encodeText(vector.leaf));
  }
}

function judgePath(place: EntryBundle | undefined): Outcome {
  return place === undefined ? { refused: 'path' } : { accepted: { ...place, index: String(place.index) } };
}

function judgeLeaf(bytes: Uint8Array): Outcome {
  const leaf = parseLeaf(bytes);
  if (leaf.ok) return { accepted: { leaf: leaf.value.leaf } };
  return { refused: leaf.issues.map(({ path, code }) => `${path}: ${code}`)[0] ?? '' };
}

async function judgeNote(note: string | undefined, keys: readonly string[]): Promise<Outcome> {
  if (note === undefined) return { refused: 'not_utf8' };
  const verified = await verifyNote(note, keys.map(keyOf));
  if (!verified.ok) return { refused: verified.code };
  const signers = verified.value.signatures.map(({ key, timestamp }) =>
    timestamp === null ? key.name : `${key.name} at ${String(timestamp)}`,
  );
  return { accepted: { signers } };
}

async function judgeProof(text: string, entry: string, policy: string): Promise<Outcome> {
  const proof = parseProof(text);
  if (!proof.ok) return { refused: proof.code };
  const verified = await verifyProof(proof.value, hashLeaf(encodeText(entry)), policyOf(policy));
  if (!verified.ok) return { refused: verified.code };
  return { accepted: { index: String(proof.value.index), size: String(verified.value.checkpoint.size) } };
}

function judgePolicy(text: string | Uint8Array, cosigned: readonly string[]): Outcome {
  const policy = parsePolicy(text);
  if (!policy.ok) return { refused: policy.code };
  const signed = policy.value.witnesses.filter(({ name }) => cosigned.includes(name));
  return {
    accepted: {
      quorum: isQuorum(
        policy.value,
        signed.map(({ key }) => ({ key, timestamp: 1n })),
      ),
    },
  };
}

function judgeEntryBundle(bytes: Uint8Array): Outcome {
  try {
    return { accepted: { entries: decodeEntryBundle(bytes).map((entry) => Buffer.from(entry).toString('base64')) } };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { refused: String(error.code) };
    throw error;
  }
}

function judgeInclusion({ proof, leaf_hash: leafHash, index, size, root }: InclusionVector): Outcome {
  const claim = { leafHash: bytesOf(leafHash), index: BigInt(index), size: BigInt(size), root: bytesOf(root) };
  return verifyInclusion(proof.map(bytesOf), claim) ? { accepted: {} } : { refused: 'inclusion' };
}

function judgeConsistency({ proof, from, from_root: fromRoot, to, to_root: toRoot }: ConsistencyVector): Outcome {
  const claim = { from: BigInt(from), fromRoot: bytesOf(fromRoot), to: BigInt(to), toRoot: bytesOf(toRoot) };
  return verifyConsistency(proof.map(bytesOf), claim) ? { accepted: {} } : { refused: 'consistency' };
}

async function judgeRequest({ body, known }: AddCheckpointVector): Promise<Outcome> {
  const log = { keys: known.keys.map(keyOf), size: BigInt(known.size), root: bytesOf(known.root) };
  const outcome = await judgeAddCheckpoint(new Map([[known.origin, log]]), body);
  if (outcome.status === 200) return { accepted: { size: String(outcome.tree.size) } };
  return { refused: `${outcome.status} ${outcome.code}${outcome.status === 409 ? ` ${String(outcome.size)}` : ''}` };
}

async function judgeReceipt({ receipt, policy, keys, now, nonce, delivered }: ReceiptVector): Promise<Outcome> {
  const { verdict } = await verifyReceipt(receipt, {
    policy: policyOf(policy),
    keys: keys.map(keyOf),
    now: BigInt(now),
    ...(nonce === undefined ? {} : { nonce: bytesOf(nonce) }),
    ...(delivered === undefined ? {} : { delivered }),
  });
  return verdict.kind === 'refused' ? { refused: `${verdict.step}: ${verdict.detail}` } : { accepted: { verdict: verdict.kind } };
}

function bytesOf(text: string | undefined): Uint8Array {
  const bytes = decodeBase64(text ?? '');
  if (bytes === undefined) throw new Error('the vector itself has no base64');
  return bytes;
}

function keyOf(vkey: string): VerifierKey {
  const key = parseVerifierKey(vkey);
  if (!key.ok) throw new Error(key.code);
  return key.value;
}

function policyOf(text: string): Policy {
  const policy = parsePolicy(text);
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}
