export * from './closed-lists.ts';
export { type Envelope, preAuthenticationEncoding, type StatementSigner } from './envelope.ts';
export {
  headOf,
  type History,
  historyBefore,
  historyFileOf,
  type HistoryEntry,
  inForceOn,
  packOf,
  type ReadHistory,
  readHistory,
  type ReleaseEntry,
  releaseOf,
  type RollbackEntry,
} from './history.ts';
export { changeClass, changesBetween, firstReleaseClass, type PackChange } from './pack-changes.ts';
export { identityOf, type PackIdentity } from './pack-identity.ts';
export { isSignerName, keyIdOf, type ParsedTrust, parseTrust } from './parse-trust.ts';
export { isSignedOff, requiredSignOffs, reviewCountIssues } from './sign-offs.ts';
export { writtenReviews, type WrittenReview } from './written-reviews.ts';
export { type ReleaseStatement, type ReviewStatement, type RollbackStatement, signStatement } from './statement.ts';
export { type Trust, type TrustedKey } from './trust.ts';
export { lastStep, type LastStep } from './standing-steps.ts';
export { verifyInForce, verifyStep } from './verify-in-force.ts';
export { followIssues, type InForce, type InForceOptions, type VerifiedInForce } from './verify-step.ts';
export {
  type Release,
  releaseFile,
  signOffIssues,
  subjectOf,
  type VerifiedRelease,
  verifyRelease,
  type VerifyReleaseOptions,
} from './verify-release.ts';
export { type CountedReview, reviewFileOf, type Subject, verifyReviews } from './verify-reviews.ts';
