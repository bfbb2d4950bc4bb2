export { decodeBase64 } from './base64.ts';
export { canonicalJson, type JsonValue } from './canonical-json.ts';
export { codePointLength, isHighSurrogate, isLowSurrogate } from './code-points.ts';
export { CodedError } from './coded-error.ts';
export { digestOfBytes, digestOfJson, digestOfText, type Digest } from './digest.ts';
export { verifyEd25519 } from './ed25519.ts';
export { type Issue } from './issue.ts';
export { accept, type Accepted, type Parsed, refuse, type Refused } from './parsed.ts';
export { decodeText, hasControl, isWellFormed } from './text.ts';
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
} from './verifier-key.ts';
