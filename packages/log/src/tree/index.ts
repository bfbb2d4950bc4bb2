export { appendLeaf, emptyFrontier, type Frontier, frontierOf, rootOf } from './frontier.ts';
export { emptyRoot, hashChildren, hashLeaf, hashSize, sameBytes } from './hash.ts';
export { consistencyProof, inclusionProof, type Path } from './proof.ts';
export { type HashAt, hashOfRange, largestSize, type LeafRange, type Subtree } from './subtree.ts';
export { treeOf, type WholeTree } from './tree-of.ts';
export { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './verify.ts';
