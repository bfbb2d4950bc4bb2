import { CodedError } from '@parlance/core';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { concatBytes, hasControl, isWellFormed } from '../encoding/text.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { isKeyName } from './verifier-key.ts';

/** A note whose signatures nobody has checked: its text MUST be ignored until `verifyNote` accepts it. */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** uint32 */
  readonly keyId: number;
  readonly signature: Uint8Array;
}

export type NoteCode =
  | 'note_too_long'
  | 'note_character'
  | 'note_not_split'
  | 'note_not_terminated'
  | 'note_signature_line'
  | 'note_key_name'
  | 'note_signature_base64'
  | 'note_signature_short'
  | 'note_too_many_signatures';

/** "Verifiers SHOULD apply a maximum limit to the number of signatures in a note ... but MUST accept at least up to 16." */
export const largestNote = 1_000_000;
export const mostSignatures = 100;
const keyIdSize = 4;

/** signed-note, "Format": a text, the last blank line, then signature lines. There is one encoding of a note; whatever differs from it is refused. */
export function parseNote(note: string): Parsed<Note, NoteCode> {
  if (note.length > largestNote) return refuse('note_too_long');
  if (!isNoteText(note)) return refuse('note_character');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return refuse('note_not_split');
  const signatures = parseSignatureLines(note.slice(split + 2));
  return signatures.ok ? accept({ text: note.slice(0, split + 1), signatures: signatures.value }) : signatures;
}

/** Signature lines alone, as a witness answers. */
export function parseSignatureLines(block: string): Parsed<readonly NoteSignature[], NoteCode> {
  if (!block.endsWith('\n')) return refuse('note_not_terminated');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > mostSignatures) return refuse('note_too_many_signatures');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (!signature.ok) return signature;
    signatures.push(signature.value);
  }
  return accept(signatures);
}

/** Throws `note_malformed` when the text or a name could not be read again. */
export function formatNote({ text, signatures }: Note): string {
  const note = `${text}\n${signatures.map(formatSignatureLine).join('')}`;
  const parsed = parseNote(note);
  if (!parsed.ok || parsed.value.text !== text) throw new CodedError('note_malformed', 'no note has this text or these signatures');
  return note;
}

/** `— <key name> base64(32-bit key ID || signature)` and a newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = new Uint8Array(keyIdSize);
  new DataView(id.buffer).setUint32(0, keyId);
  return `— ${name} ${encodeBase64(concatBytes(id, signature))}\n`;
}

function parseSignatureLine(line: string): Parsed<NoteSignature, NoteCode> {
  const [, name, encoded] = /^— ([^ ]*) (.*)$/u.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return refuse('note_signature_line');
  if (!isKeyName(name)) return refuse('note_key_name');
  const bytes = decodeBase64(encoded);
  if (bytes === undefined) return refuse('note_signature_base64');
  if (bytes.length <= keyIdSize) return refuse('note_signature_short');
  const keyId = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return accept({ name, keyId, signature: bytes.subarray(keyIdSize) });
}

/** "MUST be valid UTF-8 and MUST NOT contain any ASCII control characters (those below U+0020) other than newline." */
function isNoteText(note: string): boolean {
  return isWellFormed(note) && !hasControl(note);
}
