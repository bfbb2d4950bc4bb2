/** Packs are signed with keys of the same kind, so they are known one layer below. */
export {
  type Algorithm,
  algorithmOf,
  formatVerifierKey,
  isKeyName,
  type KeyCode,
  keyIdText,
  parseVerifierKey,
  typedKey,
  type VerifierKey,
  verifierKey,
} from '@parlance/core';
