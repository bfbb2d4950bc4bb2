import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { memoryTree } from '../testing/memory-tree.ts';
import { naiveTree } from '../testing/naive-tree.ts';
import { appendLeaf, emptyFrontier, type Frontier, frontierOf, rootOf } from './frontier.ts';
import { emptyRoot, hashLeaf } from './hash.ts';
import { consistencyProof, inclusionProof, type Path } from './proof.ts';
import { largestSize } from './subtree.ts';
import { treeOf } from './tree-of.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

/** The eight leaves of the reference tests of Certificate Transparency, and the roots of the trees of 0 to 8 of them. */
const referenceLeaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const referenceTree = memoryTree(8, (index) => hexToBytes(referenceLeaves[index]!));
const large = memoryTree(1025);
const naive = naiveTree(large.entries);

function hexes(hashes: Path): readonly string[] {
  return hashes.map(bytesToHex);
}

function rootAt(size: bigint): Uint8Array {
  return rootOf(frontierOf(size, large.hashAt));
}

test('a tree in memory has the root and the paths of the same tree that grew, at every size', () => {
  for (let size = 1; size <= 1025; size++) {
    const [first, ...more] = large.entries.slice(0, size).map(hashLeaf);
    const tree = treeOf([first!, ...more]);
    expect(tree.root).toEqual(rootAt(BigInt(size)));
    for (const index of new Set([0, size >> 1, size - 1])) {
      expect(tree.pathOf(index)).toEqual(inclusionProof(BigInt(index), BigInt(size), large.hashAt));
    }
  }
});

describe('the tree of RFC 6962', () => {
  test('has the reference roots at every size', () => {
    let frontier: Frontier = emptyFrontier;
    const roots = [rootOf(frontier)];
    for (const entry of referenceTree.entries) {
      frontier = appendLeaf(frontier, hashLeaf(entry));
      roots.push(rootOf(frontier));
    }
    expect(hexes(roots)).toEqual(referenceRoots);
  });

  test('has the reference proofs', () => {
    expect(hexes(inclusionProof(5n, 8n, referenceTree.hashAt))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hexes(consistencyProof(6n, 8n, referenceTree.hashAt))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test('agrees with the definition at every size from 0 to 1025, appended and read from storage', () => {
    let frontier: Frontier = emptyFrontier;
    for (let size = 0; size <= 1025; size++) {
      const expected = bytesToHex(naive.root(size));
      expect(bytesToHex(rootOf(frontier))).toBe(expected);
      expect(bytesToHex(rootAt(BigInt(size)))).toBe(expected);
      const entry = large.entries[size];
      if (entry !== undefined) frontier = appendLeaf(frontier, hashLeaf(entry));
    }
  });

  test('proves every leaf at the sizes around each power of two as the definition does', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 31, 32, 33, 255, 256, 257]) {
      const root = naive.root(size);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(BigInt(index), BigInt(size), large.hashAt);
        expect(hexes(proof)).toEqual(hexes(naive.path(index, size)));
        expect(verifyInclusion(proof, { leafHash: hashLeaf(large.entries[index]!), index: BigInt(index), size: BigInt(size), root })).toBe(
          true,
        );
      }
    }
  });

  test('proves a leaf of each size from 1 to 1025 and its growth to 1025 as the definition does', () => {
    const toRoot = naive.root(1025);
    for (let size = 1; size <= 1025; size++) {
      const index = ((size * 7919) % 1025) % size;
      const root = rootAt(BigInt(size));
      const leafHash = hashLeaf(large.entries[index]!);
      const inclusion = inclusionProof(BigInt(index), BigInt(size), large.hashAt);
      expect(hexes(inclusion)).toEqual(hexes(naive.path(index, size)));
      expect(verifyInclusion(inclusion, { leafHash, index: BigInt(index), size: BigInt(size), root })).toBe(true);
      const growth = consistencyProof(BigInt(size), 1025n, large.hashAt);
      expect(hexes(growth)).toEqual(hexes(naive.consistency(size, 1025)));
      expect(verifyConsistency(growth, { from: BigInt(size), fromRoot: root, to: 1025n, toRoot })).toBe(true);
    }
  });

  test('every pair of sizes up to 65 has the consistency proof of the definition', () => {
    for (let to = 1; to <= 65; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = consistencyProof(BigInt(from), BigInt(to), large.hashAt);
        expect(hexes(proof)).toEqual(hexes(naive.consistency(from, to)));
        const claim = { from: BigInt(from), fromRoot: rootAt(BigInt(from)), to: BigInt(to), toRoot: rootAt(BigInt(to)) };
        expect(verifyConsistency(proof, claim)).toBe(true);
      }
    }
  });
});

const size = fc.integer({ min: 1, max: 1025 });
const inclusionCase = size.chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));
const consistencyCase = size.chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to }) }));

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte));
}

describe('an inclusion proof is refused', () => {
  function claimOf(index: number, size: number) {
    const leafHash = hashLeaf(large.entries[index]!);
    return { leafHash, index: BigInt(index), size: BigInt(size), root: rootAt(BigInt(size)) };
  }

  test('when anything in it or in the claim is changed', () => {
    fc.assert(
      fc.property(inclusionCase, fc.nat(), ({ index, size }, at) => {
        const proof = inclusionProof(BigInt(index), BigInt(size), large.hashAt);
        const claim = claimOf(index, size);
        expect(verifyInclusion(proof, claim)).toBe(true);
        expect(verifyInclusion(proof, { ...claim, leafHash: flipped(claim.leafHash, at) })).toBe(false);
        expect(verifyInclusion(proof, { ...claim, root: flipped(claim.root, at) })).toBe(false);
        expect(verifyInclusion([...proof, claim.root], claim)).toBe(false);
        expect(verifyInclusion([claim.root, ...proof], claim)).toBe(false);
        for (const [place, hash] of proof.entries()) {
          expect(verifyInclusion(proof.with(place, flipped(hash, at)), claim)).toBe(false);
          expect(verifyInclusion(proof.toSpliced(place, 1), claim)).toBe(false);
        }
      }),
    );
  });

  test('at every other index of the same tree', () => {
    for (const size of [2, 3, 5, 8, 13]) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(BigInt(index), BigInt(size), large.hashAt);
        for (let other = -1; other <= size; other++) {
          expect(verifyInclusion(proof, { ...claimOf(index, size), index: BigInt(other) })).toBe(other === index);
        }
      }
    }
  });

  test('when a node of the tree is passed off as an entry of a smaller tree', () => {
    const [left, right] = [large.hashAt(0, 0n), large.hashAt(0, 1n)];
    const claim = { index: 0n, size: 2n, root: rootAt(4n) };
    expect(verifyInclusion([large.hashAt(1, 1n)], { ...claim, leafHash: hashLeaf(Uint8Array.from([...left, ...right])) })).toBe(false);
    // The hash of a node stands where the hash of a leaf would: only hashing the entry with its own prefix tells them apart.
    expect(verifyInclusion([large.hashAt(1, 1n)], { ...claim, leafHash: large.hashAt(1, 0n) })).toBe(true);
  });

  test('when it goes on above the root', () => {
    const [left, right] = [large.hashAt(0, 0n), large.hashAt(0, 1n)];
    expect(verifyInclusion([left], { leafHash: right, index: 0n, size: 1n, root: rootAt(2n) })).toBe(false);
    expect(verifyInclusion([left], { leafHash: right, index: 1n, size: 2n, root: rootAt(2n) })).toBe(true);
  });

  test('when the size is above what anyone can hold, or a hash has another length', () => {
    const claim = claimOf(0, 1);
    expect(verifyInclusion([], claim)).toBe(true);
    expect(verifyInclusion([], { ...claim, size: 0n })).toBe(false);
    const many = Array.from({ length: 63 }, () => claim.root);
    const grown = many.reduce((hash, sibling) => hashPair(hash, sibling), claim.leafHash);
    expect(verifyInclusion(many, { ...claim, size: largestSize, root: grown })).toBe(true);
    expect(verifyInclusion(many, { ...claim, size: largestSize + 1n, root: grown })).toBe(false);
    expect(verifyInclusion([], { ...claim, leafHash: claim.leafHash.subarray(1), root: claim.root.subarray(1) })).toBe(false);
    const [left, right] = [large.hashAt(0, 0n), large.hashAt(0, 1n)];
    const [shorter, longer] = [left.subarray(0, 31), Uint8Array.of(left[31]!, ...right)];
    expect(verifyInclusion([longer], { leafHash: shorter, index: 0n, size: 2n, root: rootAt(2n) })).toBe(false);
  });
});

function hashPair(left: Uint8Array, right: Uint8Array): Uint8Array {
  return rootOf({ size: 3n, hashes: [left, right] });
}

describe('a consistency proof is refused', () => {
  function claimOf(from: number, to: number) {
    return { from: BigInt(from), fromRoot: rootAt(BigInt(from)), to: BigInt(to), toRoot: rootAt(BigInt(to)) };
  }

  test('when anything in it or in the claim is changed', () => {
    fc.assert(
      fc.property(consistencyCase, fc.nat(), ({ from, to }, at) => {
        const proof = consistencyProof(BigInt(from), BigInt(to), large.hashAt);
        const claim = claimOf(from, to);
        expect(verifyConsistency(proof, claim)).toBe(true);
        expect(verifyConsistency(proof, { ...claim, fromRoot: flipped(claim.fromRoot, at) })).toBe(false);
        expect(verifyConsistency(proof, { ...claim, toRoot: flipped(claim.toRoot, at) })).toBe(false);
        expect(verifyConsistency([...proof, claim.toRoot], claim)).toBe(false);
        for (const [place, hash] of proof.entries()) {
          expect(verifyConsistency(proof.with(place, flipped(hash, at)), claim)).toBe(false);
          expect(verifyConsistency(proof.toSpliced(place, 1), claim)).toBe(false);
        }
      }),
    );
  });

  test('when the log was rewritten or rolled back', () => {
    const rewritten = memoryTree(9, (index) => Uint8Array.of(index));
    const toRoot = rootOf(frontierOf(9n, rewritten.hashAt));
    expect(verifyConsistency(consistencyProof(5n, 9n, rewritten.hashAt), { ...claimOf(5, 9), toRoot })).toBe(false);
    expect(verifyConsistency([], { ...claimOf(5, 9), to: 4n, toRoot: rootAt(4n) })).toBe(false);
    expect(verifyConsistency([rootAt(1n)], { ...claimOf(1, 1), from: -2n })).toBe(false);
    expect(verifyConsistency([], { ...claimOf(1, 1), from: 2n })).toBe(false);
  });

  test('when one size has two roots', () => {
    expect(verifyConsistency([], { ...claimOf(5, 5), toRoot: rootAt(4n) })).toBe(false);
    expect(verifyConsistency([rootAt(5n)], claimOf(5, 5))).toBe(false);
  });

  test('from an empty tree that has a root of its own, or with a proof where none is needed', () => {
    expect(verifyConsistency([], claimOf(0, 5))).toBe(true);
    expect(verifyConsistency([], { ...claimOf(0, 5), fromRoot: rootAt(1n) })).toBe(false);
    expect(verifyConsistency([rootAt(5n)], claimOf(0, 5))).toBe(false);
    expect(verifyConsistency([], { ...claimOf(0, 0), toRoot: rootAt(1n) })).toBe(false);
    expect(verifyConsistency([], { from: 0n, fromRoot: emptyRoot, to: 0n, toRoot: emptyRoot })).toBe(true);
  });

  test('when the size is above what anyone can hold, or a hash has another length', () => {
    const root = rootAt(1n);
    const many = Array.from({ length: 63 }, () => root);
    const grown = many.reduce((hash, sibling) => hashPair(hash, sibling), root);
    expect(verifyConsistency(many, { from: 1n, fromRoot: root, to: largestSize, toRoot: grown })).toBe(true);
    expect(verifyConsistency(many, { from: 1n, fromRoot: root, to: largestSize + 1n, toRoot: grown })).toBe(false);
    expect(verifyConsistency([], { from: 1n, fromRoot: root.subarray(1), to: 1n, toRoot: root.subarray(1) })).toBe(false);
  });
});

test('proofs of what is not in the tree cannot be made', () => {
  expect(() => inclusionProof(8n, 8n, referenceTree.hashAt)).toThrow('no leaf 8');
  expect(() => inclusionProof(-1n, 8n, referenceTree.hashAt)).toThrow('no leaf -1');
  expect(() => consistencyProof(9n, 8n, referenceTree.hashAt)).toThrow('no tree of 9');
  expect(() => consistencyProof(-1n, 8n, referenceTree.hashAt)).toThrow('no tree of -1');
});
