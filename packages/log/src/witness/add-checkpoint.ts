import { type Checkpoint, type CheckpointCode, parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { type NoteCode, parseNote } from '../note/note.ts';
import { type VerifierKey } from '../note/verifier-key.ts';
import { verifyNote } from '../note/verify-note.ts';
import { sameBytes } from '../tree/hash.ts';
import { verifyConsistency } from '../tree/verify.ts';
import { parseAddCheckpoint, type RequestCode } from './request.ts';

/** The latest tree that a witness has cosigned. A log that it never cosigned has size 0 and the empty root. */
export interface WitnessedTree {
  readonly size: bigint;
  readonly root: Uint8Array;
}

/** What a witness keeps of a log that it knows. */
export interface WitnessedLog extends WitnessedTree {
  readonly keys: readonly VerifierKey[];
}

/** By origin. */
export type WitnessState = ReadonlyMap<string, WitnessedLog>;

/** The answer as data: `status` is the HTTP status that tlog-witness asks for. */
export type AddCheckpointOutcome =
  /** Store `tree` in place of the state that was judged, or start again when it has changed meanwhile; only then cosign `text` and answer. */
  | { readonly status: 200; readonly origin: string; readonly tree: WitnessedTree; readonly text: string }
  | { readonly status: 400; readonly code: RequestCode | NoteCode | CheckpointCode | 'old_size_above_new' }
  | { readonly status: 403; readonly code: 'log_signature' }
  | { readonly status: 404; readonly code: 'origin_unknown' }
  /** The body is the size in decimal and a newline, as `text/x.tlog.size`. */
  | { readonly status: 409; readonly code: 'old_size_differs' | 'root_differs'; readonly size: bigint }
  | { readonly status: 422; readonly code: 'not_consistent' };

export const conflictContentType = 'text/x.tlog.size';

export function formatConflict(size: bigint): string {
  return `${String(size)}\n`;
}

/**
 * What a witness has to answer to the body of add-checkpoint. It keeps nothing itself: "checking the old size against the latest checkpoint and persisting the
 * new checkpoint must be performed atomically", by whoever holds the state.
 */
export async function judgeAddCheckpoint(state: WitnessState, body: string): Promise<AddCheckpointOutcome> {
  const request = parseAddCheckpoint(body);
  if (!request.ok) return { status: 400, code: request.code };
  const note = parseNote(request.value.checkpoint);
  if (!note.ok) return { status: 400, code: note.code };
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return { status: 400, code: checkpoint.code };
  const log = state.get(checkpoint.value.origin);
  if (log === undefined) return { status: 404, code: 'origin_unknown' };
  const verified = await verifyNote(request.value.checkpoint, log.keys);
  if (!verified.ok) return { status: 403, code: 'log_signature' };
  const { oldSize, proof } = request.value;
  const fault = judgeGrowth(log, checkpoint.value, { oldSize, proof });
  if (fault !== undefined) return fault;
  const { origin, size, root } = checkpoint.value;
  return { status: 200, origin, tree: { size, root }, text: verified.value.text };
}

function judgeGrowth(
  known: WitnessedTree,
  { size, root }: Checkpoint,
  { oldSize, proof }: { readonly oldSize: bigint; readonly proof: readonly Uint8Array[] },
): AddCheckpointOutcome | undefined {
  if (oldSize > size) return { status: 400, code: 'old_size_above_new' };
  if (oldSize !== known.size) return { status: 409, code: 'old_size_differs', size: known.size };
  if (oldSize === size && !sameBytes(root, known.root)) return { status: 409, code: 'root_differs', size: known.size };
  const isConsistent = verifyConsistency(proof, { from: known.size, fromRoot: known.root, to: size, toRoot: root });
  return isConsistent ? undefined : { status: 422, code: 'not_consistent' };
}
