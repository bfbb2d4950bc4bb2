import { type LeafOf } from '@parlance/log';
import { sampleLeaves } from '../../packages/log/src/testing/leaves.ts';

const release = sampleLeaves.find((leaf) => leaf.leaf === 'release');

/** Releases that differ in their version, as release tools write them: some 430 bytes each. */
export function releaseLeaves(count: number, from = 0): readonly LeafOf<'release'>[] {
  if (release?.leaf !== 'release') throw new Error('there is no sample of a release');
  return Array.from({ length: count }, (_, index) => ({ ...release, version: `2026.11.${from + index}` }));
}
