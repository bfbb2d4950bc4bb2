import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../../checkpoint/index.ts';
import { type Signer, signNote, type VerifierKey, verifyNote } from '../../note/index.ts';
import { logFault } from '../log-fault.ts';

export interface LogIdentity {
  readonly origin: string;
  readonly key: VerifierKey;
}

/** Why a note is no checkpoint of a log, as a code of the note or the checkpoint; or the checkpoint. */
export async function verifyCheckpoint(note: string, { origin, key }: LogIdentity): Promise<Checkpoint | string> {
  const verified = await verifyNote(note, [key]);
  if (!verified.ok) return verified.code;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return checkpoint.code;
  return checkpoint.value.origin === origin ? checkpoint.value : 'checkpoint_of_another_origin';
}

/** Signs and looks at the signature before anybody else does. Throws `signer_wrong`. */
export async function signCheckpoint(checkpoint: Omit<Checkpoint, 'extensions'>, signer: Signer): Promise<string> {
  const note = await signNote(formatCheckpoint({ ...checkpoint, extensions: [] }), [signer]);
  const verified = await verifyCheckpoint(note, { origin: checkpoint.origin, key: signer });
  if (typeof verified === 'string') {
    const remedy = 'check the key of the log; nothing was published';
    throw logFault({ code: 'signer_wrong', path: 'checkpoint', expected: 'a signature that verifies', received: verified, remedy });
  }
  return note;
}
