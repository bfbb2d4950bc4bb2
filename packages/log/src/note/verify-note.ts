import { verifyEd25519 } from '@parlance/core';
import { cosignatureMessage, decodeCosignature } from '../cosignature/message.ts';
import { encodeText } from '../encoding/text.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { type NoteCode, type NoteSignature, parseNote } from './note.ts';
import { type VerifierKey } from './verifier-key.ts';

/** A signature that a known key made over the text. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** POSIX seconds at which a witness cosigned; null for a signature without a time. */
  readonly timestamp: bigint | null;
}

export interface VerifiedNote {
  readonly text: string;
  readonly signatures: readonly VerifiedSignature[];
}

export type VerifyNoteCode = NoteCode | 'note_ambiguous_key' | 'note_signature_invalid' | 'note_not_signed';

/**
 * signed-note, "Signatures": signatures of unknown keys are ignored, "even if they share a name or ID (but not both) with a known key"; each signature of a
 * known key must verify, also when the key signed twice, or the note is refused; one at least must. The same line twice counts once.
 */
export async function verifyNote(note: string, keys: readonly VerifierKey[]): Promise<Parsed<VerifiedNote, VerifyNoteCode>> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.value;
  const known = signatures.map((signature) => ({
    signature,
    found: keys.filter(({ name, keyId }) => name === signature.name && keyId === signature.keyId),
  }));
  if (known.some(({ found }) => found.length > 1)) return refuse('note_ambiguous_key');
  const made = known.flatMap(({ signature, found: [key] }) => (key === undefined ? [] : [{ signature, key }]));
  // At once: each waits for the platform.
  const times = await Promise.all(made.map(({ signature, key }) => verifySignature(text, signature, key)));
  const verified = new Map<string, VerifiedSignature>();
  for (const [place, { signature, key }] of made.entries()) {
    const timestamp = times[place];
    if (timestamp === undefined) return refuse('note_signature_invalid');
    verified.set(`${signature.name} ${signature.keyId} ${String(timestamp)}`, { key, timestamp });
  }
  return verified.size === 0 ? refuse('note_not_signed') : accept({ text, signatures: [...verified.values()] });
}

/** The time of a cosignature, null for a signature that has none, undefined when it does not verify. */
async function verifySignature(text: string, { signature }: NoteSignature, key: VerifierKey): Promise<bigint | null | undefined> {
  if (key.algorithm === 'ed25519') return (await verifyEd25519(key.publicKey, encodeText(text), signature)) ? null : undefined;
  const cosignature = decodeCosignature(signature);
  if (cosignature === undefined) return undefined;
  const message = cosignatureMessage(text, cosignature.timestamp);
  return (await verifyEd25519(key.publicKey, message, cosignature.signature)) ? cosignature.timestamp : undefined;
}
