export { parseVerifierKey, type VerifierKey } from '../note/verifier-key.ts';
export { parsePolicy } from '../policy/parse-policy.ts';
export { type Policy } from '../policy/policy.ts';
export { type ChannelText } from '../receipt/commitment.ts';
export { doesNotProve, type Step, type StepName } from './step.ts';
export { type Verdict, type Verification, verifyReceipt, type VerifyOptions } from './verify-receipt.ts';
