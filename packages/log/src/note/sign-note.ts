import { CodedError } from '@parlance/core';
import { encodeText } from '../encoding/text.ts';
import { formatNote, type NoteSignature } from './note.ts';
import { type Signer } from './signer.ts';

/** A note signed by each signer in turn. Throws `note_malformed` for a text that no note can have and `signer_wrong` for a witness's key. */
export async function signNote(text: string, signers: readonly Signer[]): Promise<string> {
  const signatures: NoteSignature[] = [];
  for (const signer of signers) {
    if (signer.algorithm !== 'ed25519') throw new CodedError('signer_wrong', 'a cosigner signs with its time, not the text alone');
    signatures.push({ name: signer.name, keyId: signer.keyId, signature: await signer.sign(encodeText(text)) });
  }
  return formatNote({ text, signatures });
}
