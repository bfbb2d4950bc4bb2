import { type Checkpoint, type CheckpointCode, parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { type VerifiedSignature, verifyNote, type VerifyNoteCode } from '../note/verify-note.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { isQuorum, isSignedByLog, keysOf, type Policy } from '../policy/policy.ts';
import { verifyInclusion } from '../tree/verify.ts';
import { type TlogProof } from './tlog-proof.ts';

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly VerifiedSignature[];
}

export type SignedCheckpointCode = VerifyNoteCode | CheckpointCode | 'log_unknown' | 'quorum_not_met';

/** tlog-policy: "a checkpoint is considered valid if it is signed by any one of the listed logs, and it is cosigned by witnesses according to the quorum rule". */
export async function verifyCheckpoint(note: string, policy: Policy): Promise<Parsed<SignedCheckpoint, SignedCheckpointCode>> {
  const verified = await verifyNote(note, keysOf(policy));
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { signatures } = verified.value;
  if (!isSignedByLog(policy, checkpoint.value.origin, signatures)) return refuse('log_unknown');
  if (!isQuorum(policy, signatures)) return refuse('quorum_not_met');
  return accept({ checkpoint: checkpoint.value, signatures });
}

/** Whether the entry with this leaf hash stands in a log that the policy accepts. */
export async function verifyProof(
  { index, path, checkpoint }: TlogProof,
  leafHash: Uint8Array,
  policy: Policy,
): Promise<Parsed<SignedCheckpoint, SignedCheckpointCode | 'not_included'>> {
  const signed = await verifyCheckpoint(checkpoint, policy);
  if (!signed.ok) return signed;
  const { size, root } = signed.value.checkpoint;
  return verifyInclusion(path, { leafHash, index, size, root }) ? signed : refuse('not_included');
}
