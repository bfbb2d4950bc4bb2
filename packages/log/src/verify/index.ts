export { verifyConsistency, verifyInclusion } from '../tree/verify.ts';
