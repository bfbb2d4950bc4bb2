export { formatPolicy } from './format-policy.ts';
export { largestPolicy, parsePolicy, type PolicyCode } from './parse-policy.ts';
export { isQuorum, isSignedByLog, keysOf, type Policy, type PolicyGroup, type PolicyLog, type PolicyWitness } from './policy.ts';
