import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tilesOf } from '../../tile/index.ts';
import { appendLeaf, emptyFrontier, hashLeaf, rootOf } from '../../tree/index.ts';
import { emptyEdge, growTree, rootOfEdge } from './right-edge.ts';

const leaves = Array.from({ length: 70_000 }, (_, index) => hashLeaf(new TextEncoder().encode(String(index))));

test('a tree that grows in batches of any sizes has the root and the tiles of the same tree grown leaf by leaf', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), (batches) => {
      let [edge, frontier] = [emptyEdge, emptyFrontier];
      for (const batch of batches) {
        const added = leaves.slice(Number(edge.size), Number(edge.size) + batch);
        const growth = growTree(edge, added);
        expect(growth.tiles.map(({ tile }) => tile)).toEqual(tilesOf(edge.size, growth.edge.size));
        frontier = added.reduce(appendLeaf, frontier);
        edge = growth.edge;
      }
      expect(rootOfEdge(edge)).toEqual(rootOf(frontier));
    }),
    { numRuns: 50 },
  );
});

test('three levels of tiles have the root of the leaves', () => {
  const { edge, tiles } = growTree(emptyEdge, leaves);
  expect(edge.levels.map((level) => level.length)).toEqual([70_000 % 256, Math.floor(70_000 / 256) % 256, 1]);
  expect(tiles.map(({ tile }) => tile)).toEqual(tilesOf(0n, 70_000n));
  expect(rootOfEdge(edge)).toEqual(rootOf(leaves.reduce(appendLeaf, emptyFrontier)));
});
