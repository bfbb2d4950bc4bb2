export { type PublicSector, publicSectors, type SizeBucket, sizeBucketOf, sizeBuckets } from './closed-lists.ts';
export { inForceName } from './in-force-name.ts';
export { type Leaf, type LeafKind, type LeafOf } from './leaf.ts';
export { encodeLeaf, hashOfLeaf, largestLeaf, type ParsedLeaf, parseLeaf, readLeaf } from './parse-leaf.ts';
