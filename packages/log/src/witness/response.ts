import { formatNote, type NoteCode, type NoteSignature, parseNote, parseSignatureLines } from '../note/note.ts';
import { type VerifierKey } from '../note/verifier-key.ts';
import { verifyNote, type VerifyNoteCode } from '../note/verify-note.ts';
import { accept, type Parsed } from '../parsed.ts';

/**
 * The cosignatures in a witness's answer that known keys made over this checkpoint. "The client MUST ignore any cosignatures from unknown keys."
 * One that does not verify refuses the answer as a whole.
 */
export async function acceptCosignatures(
  checkpoint: string,
  body: string,
  keys: readonly VerifierKey[],
): Promise<Parsed<readonly NoteSignature[], NoteCode | VerifyNoteCode>> {
  const note = parseNote(checkpoint);
  if (!note.ok) return note;
  const lines = parseSignatureLines(body);
  if (!lines.ok) return lines;
  const known = lines.value.filter((line) => keys.some(({ name, keyId }) => name === line.name && keyId === line.keyId));
  if (known.length === 0) return accept([]);
  const verified = await verifyNote(formatNote({ text: note.value.text, signatures: known }), keys);
  return verified.ok ? accept(known) : verified;
}
