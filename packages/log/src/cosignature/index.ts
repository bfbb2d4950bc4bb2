export { cosign } from './cosign.ts';
export { type Cosignature, cosignatureMessage, decodeCosignature, encodeCosignature } from './message.ts';
