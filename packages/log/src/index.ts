export * from './checkpoint/index.ts';
export * from './cosignature/index.ts';
export * from './note/index.ts';
export { type Accepted, type Parsed, type Refused } from './parsed.ts';
export * from './policy/index.ts';
export * from './proof/index.ts';
export * from './tile/index.ts';
export * from './tree/index.ts';
export * from './witness/index.ts';
