export { formatProof, parseProof, type ProofCode, type TlogProof } from './tlog-proof.ts';
export { type SignedCheckpoint, type SignedCheckpointCode, verifyCheckpoint, verifyProof } from './verify-proof.ts';
