import { CodedError } from '@parlance/core';
import { parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { type NoteSignature } from '../note/note.ts';
import { type Signer } from '../note/signer.ts';
import { largestSize } from '../tree/subtree.ts';
import { cosignatureMessage, encodeCosignature } from './message.ts';

/**
 * The statement "that, as of the specified time, the consistent tree head with the largest size the cosigner has observed for the log ... has the specified
 * root hash". Whoever calls this must have checked that, and kept it. Throws `signer_wrong`, `not_a_checkpoint` or `out_of_range`.
 */
export async function cosign(noteText: string, signer: Signer, timestamp: bigint): Promise<NoteSignature> {
  if (signer.algorithm !== 'cosignature/v1') throw new CodedError('signer_wrong', 'only a key of type 0x04 makes cosignatures');
  if (!parseCheckpoint(noteText).ok) throw new CodedError('not_a_checkpoint', 'only checkpoints are cosigned');
  if (timestamp < 0n || timestamp > largestSize) throw new CodedError('out_of_range', 'a time is between 0 and 2^63 - 1');
  const signature = await signer.sign(cosignatureMessage(noteText, timestamp));
  return { name: signer.name, keyId: signer.keyId, signature: encodeCosignature({ timestamp, signature }) };
}
