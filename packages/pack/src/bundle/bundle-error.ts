import { CodedError } from '@parlance/core';

export type BundleErrorCode =
  /** The manifest or the registry's words are not what the specifications say. */
  | 'bundle_malformed'
  | 'bundle_not_a_pack'
  /** A path that no pack may have. */
  | 'bundle_path'
  | 'bundle_too_large'
  /** Other bytes than a digest or a size says. */
  | 'bundle_tampered'
  | 'bundle_not_found'
  | 'registry_unreachable'
  | 'registry_unauthorised'
  | 'registry_refused'
  | 'reference_malformed'
  | 'tag_taken'
  | 'target_taken';

export function bundleError(code: BundleErrorCode, message: string): CodedError<BundleErrorCode> {
  return new CodedError(code, message);
}
