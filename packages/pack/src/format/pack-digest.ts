import { digestOfBytes, digestOfJson, type Digest } from '@parlance/core';
import { attestation } from './layout.ts';
import { type PackFiles } from './pack-files.ts';

/** Over `{path, sha256}` of every file that the pack consists of, in order of path: every file but `pack.sig` and `reviews/`. */
export function digestOfPack(files: PackFiles): Digest {
  const paths = [...files.keys()].filter((path) => !attestation.test(path)).sort();
  return digestOfJson(paths.map((path) => ({ path, sha256: digestOfBytes(files.get(path) ?? new Uint8Array()) })));
}
