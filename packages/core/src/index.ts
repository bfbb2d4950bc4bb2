export { canonicalJson, type JsonValue } from './canonical-json.ts';
export { codePointLength, isHighSurrogate, isLowSurrogate } from './code-points.ts';
export { CodedError } from './coded-error.ts';
export { digestOfBytes, digestOfJson, digestOfText, type Digest } from './digest.ts';
export { type Issue } from './issue.ts';
