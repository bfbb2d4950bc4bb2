import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryTree } from '../testing/memory-tree.ts';
import { frontierOf, rootOf } from '../tree/frontier.ts';
import { hashLeaf } from '../tree/hash.ts';
import { consistencyProof, inclusionProof } from '../tree/proof.ts';
import { decodeEntryBundle, encodeEntryBundle, largestEntry } from './entry-bundle.ts';
import { hashesFromTile, hashInTile, tileBytes } from './tile-hashes.ts';
import { entryBundlePath, parseEntryBundlePath, parseTilePath, tilePath } from './tile-path.ts';
import { consistencyProofFromTiles, hashAtFromTiles, inclusionProofFromTiles, type ReadTile, rootFromTiles } from './tile-reader.ts';
import { type Tile, tilesOf } from './tile.ts';

const tree = memoryTree(70_000);

/** Only the tiles that a tree of this size has. */
function tilesOfTree(size: bigint): ReadTile {
  const paths = new Set(tilesOf(0n, size).map(tilePath));
  return (tile) => (paths.has(tilePath(tile)) ? Promise.resolve(tileBytes(tile, tree.hashAt)) : Promise.reject(new Error(tilePath(tile))));
}

describe('tile paths', () => {
  test('are written as tlog-tiles shows them', () => {
    expect(tilePath({ level: 0, index: 1234067n, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 0, index: 1234067n, width: 8 })).toBe('tile/0/x001/x234/067.p/8');
    expect(tilePath({ level: 63, index: 0n, width: 255 })).toBe('tile/63/000.p/255');
    expect(entryBundlePath({ index: 1000n, width: 256 })).toBe('tile/entries/x001/000');
  });

  test('come back from what they were written as', () => {
    const tile = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.bigInt({ min: 0n, max: 2n ** 63n }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tile, ({ level, index, width }) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        expect(parseEntryBundlePath(entryBundlePath({ index, width }))).toEqual({ index, width });
      }),
    );
  });

  test('that parse are written the same again, whatever their bytes', () => {
    const part = fc.constantFrom(
      'tile/',
      '0',
      '00',
      '1',
      '63',
      '64',
      '/',
      'x',
      '000',
      '001',
      '999',
      '.p/',
      '8',
      '08',
      '255',
      '256',
      'entries/',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const path = parts.join('');
        const tile = parseTilePath(path);
        if (tile !== undefined) expect(tilePath(tile)).toBe(path);
        const bundle = parseEntryBundlePath(path);
        if (bundle !== undefined) expect(entryBundlePath(bundle)).toBe(path);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the tiles of a tree', () => {
  function countsOf(tiles: readonly Tile[]) {
    const of = (level: number, isFull: boolean) => tiles.filter((tile) => tile.level === level && (tile.width === 256) === isFull);
    return [0, 1, 2, 3].map((level) => ({ full: of(level, true).length, partial: of(level, false).map(({ width }) => width) }));
  }

  test('of 70,000 and of 256 entries are those that tlog-tiles counts', () => {
    expect(countsOf(tilesOf(0n, 70_000n))).toEqual([
      { full: 273, partial: [112] },
      { full: 1, partial: [17] },
      { full: 0, partial: [1] },
      { full: 0, partial: [] },
    ]);
    expect(tilesOf(0n, 256n)).toEqual([
      { level: 0, index: 0n, width: 256 },
      { level: 1, index: 0n, width: 1 },
    ]);
  });

  test('that grows are only those that the smaller one had not', () => {
    expect(tilesOf(255n, 257n)).toEqual([
      { level: 0, index: 0n, width: 256 },
      { level: 0, index: 1n, width: 1 },
      { level: 1, index: 0n, width: 1 },
    ]);
    expect(tilesOf(256n, 258n)).toEqual([{ level: 0, index: 1n, width: 2 }]);
    expect(tilesOf(300n, 300n)).toEqual([]);
    const sizes = fc.tuple(fc.bigInt({ min: 0n, max: 200_000n }), fc.bigInt({ min: 0n, max: 1000n }));
    fc.assert(
      fc.property(sizes, ([from, growth]) => {
        const [before, after] = [tilesOf(0n, from).map(tilePath), tilesOf(0n, from + growth).map(tilePath)];
        const written = new Set([...before, ...tilesOf(from, from + growth).map(tilePath)]);
        for (const path of after) expect(written).toContain(path);
      }),
      { numRuns: 50 },
    );
  });

  test('hold the leaves at level 0 and the roots of full tiles above', () => {
    const [bottom, above] = [
      tileBytes({ level: 0, index: 1n, width: 256 }, tree.hashAt),
      tileBytes({ level: 1, index: 0n, width: 3 }, tree.hashAt),
    ];
    expect(bytesToHex(hashesFromTile(bottom)[5]!)).toBe(bytesToHex(hashLeaf(tree.entries[261]!)));
    expect(bytesToHex(hashesFromTile(above)[1]!)).toBe(bytesToHex(tree.hashAt(8, 1n)));
  });
});

describe('proofs from tiles', () => {
  test('are the proofs of the tree', async () => {
    for (const size of [1n, 255n, 256n, 257n, 1024n, 65_536n, 65_537n, 70_000n]) {
      const read = tilesOfTree(size);
      expect(await rootFromTiles(read, size)).toEqual(rootOf(frontierOf(size, tree.hashAt)));
      for (const index of [0n, size / 3n, size - 1n]) {
        expect(await inclusionProofFromTiles(read, index, size)).toEqual(inclusionProof(index, size, tree.hashAt));
        expect(await consistencyProofFromTiles(read, index, size)).toEqual(consistencyProof(index, size, tree.hashAt));
      }
    }
    expect(await rootFromTiles(tilesOfTree(0n), 0n)).toEqual(rootOf({ size: 0n, hashes: [] }));
  });

  test('stop at a tile that is narrower than the tree needs', async () => {
    const narrow: ReadTile = ({ level, index, width }) =>
      Promise.resolve(tileBytes({ level, index, width: Math.max(1, width - 1) }, tree.hashAt));
    await expect(inclusionProofFromTiles(narrow, 5n, 300n)).rejects.toThrow('has 255 hashes');
  });

  test('answer only for hashes that the ranges named', async () => {
    const hashAt = await hashAtFromTiles(tilesOfTree(1000n), 1000n, [{ start: 0n, end: 256n }]);
    expect(() => hashAt(0, 999n)).toThrow('no range names');
  });
});

test('a subtree is not read out of a tile that ends before it', () => {
  const hashes = hashesFromTile(tileBytes({ level: 0, index: 0n, width: 7 }, tree.hashAt));
  expect(hashInTile(hashes, { level: 2, index: 0n })).toEqual(tree.hashAt(2, 0n));
  expect(() => hashInTile(hashes, { level: 2, index: 1n })).toThrow('ends before');
  expect(() => hashInTile(hashes, { level: 0, index: 7n })).toThrow('ends before');
});

describe('a tile is refused', () => {
  test.each([0, 31, 33, 8191, 8193, 8224])('of %i bytes', (length) => {
    expect(() => hashesFromTile(new Uint8Array(length))).toThrow('a tile has 1 to 256 hashes');
  });
});

describe('an entry bundle', () => {
  test('gives back what went in', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (entries) => {
        expect(decodeEntryBundle(encodeEntryBundle(entries))).toEqual(entries);
      }),
      { numRuns: 30 },
    );
  });

  test('has a big-endian length before each entry', () => {
    expect(encodeEntryBundle([Uint8Array.of(7), new Uint8Array(258)]).subarray(0, 5)).toEqual(Uint8Array.of(0, 1, 7, 1, 2));
  });

  test.each([
    ['of no entry', []],
    ['cut inside a length', [0]],
    ['cut inside an entry', [0, 2, 9]],
    ['with a byte after the last entry', [0, 1, 9, 0]],
    ['of 257 entries', Array.from({ length: 514 }, () => 0)],
  ])('%s is refused', (_, bytes) => {
    expect(() => decodeEntryBundle(Uint8Array.from(bytes))).toThrow(/bundle/);
  });

  test('is not written for no entry, too many, or one that is too long', () => {
    const entry = new Uint8Array();
    expect(() => encodeEntryBundle([])).toThrow('1 to 256');
    expect(() => encodeEntryBundle(Array.from({ length: 257 }, () => entry))).toThrow('1 to 256');
    expect(() => encodeEntryBundle([new Uint8Array(largestEntry + 1)])).toThrow('too long');
    expect(encodeEntryBundle([new Uint8Array(largestEntry)])).toHaveLength(largestEntry + 2);
  });
});
