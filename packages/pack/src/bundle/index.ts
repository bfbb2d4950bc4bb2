export { bundleError, type BundleErrorCode } from './bundle-error.ts';
export { type BundleReference, parseReference } from './bundle-reference.ts';
