export {
  formatNote,
  formatSignatureLine,
  largestNote,
  mostSignatures,
  type Note,
  type NoteCode,
  type NoteSignature,
  parseNote,
  parseSignatureLines,
} from './note.ts';
export { signNote } from './sign-note.ts';
export { formatSignerKey, parseSignerKey, type Seed, type Signer, signerOf, type SignWith } from './signer.ts';
export {
  type Algorithm,
  formatVerifierKey,
  isKeyName,
  type KeyCode,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from './verifier-key.ts';
export { type VerifiedNote, type VerifiedSignature, verifyNote, type VerifyNoteCode } from './verify-note.ts';
