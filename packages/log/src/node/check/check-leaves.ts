import { join } from 'node:path';
import { type EntryBundle, entryBundlePath, fullWidth, hashesFromTile, tileHolding, tilePath } from '../../tile/index.ts';
import { hashLeaf, sameBytes } from '../../tree/index.ts';
import { entriesOf } from '../storage/log-files.ts';
import { rootOfHashes } from '../storage/right-edge.ts';
import { partialKey } from './check-names.ts';
import { checkPartialTiles, reportDifference, storedTile, type TreeWalk } from './tree-walk.ts';

type Hashes = readonly Uint8Array[];

/**
 * The leaf hashes of one bundle, from its entries and from its tile. Where the two disagree, the tile above tells which is wrong, or for the last one the root
 * does; so one damage is one issue. Null when neither can be read.
 */
export async function checkLeaves(walk: TreeWalk, bundle: EntryBundle, isRootBelow: (hashes: Hashes) => boolean): Promise<Hashes | null> {
  const tile = { level: 0, ...bundle };
  const entries = await storedEntries(walk, bundle);
  const stored = await storedTile(walk, tile);
  const hashes = await rightOnes(walk, { bundle, entries, stored, isRootBelow });
  if (hashes === null) return null;
  await checkPartialTiles(walk, tile, { hashes, widths: walk.partials.get(partialKey(0, bundle.index)) ?? [] });
  for (const width of walk.partials.get(partialKey('entries', bundle.index)) ?? []) {
    const partial = await storedEntries(walk, { ...bundle, width });
    const path = entryBundlePath({ ...bundle, width });
    if (partial !== null) reportDifference(walk, { path, code: 'bundle_differs', stored: partial, hashes });
  }
  return hashes;
}

interface TwoSources {
  readonly bundle: EntryBundle;
  readonly entries: Hashes | null;
  readonly stored: Hashes | null;
  readonly isRootBelow: (hashes: Hashes) => boolean;
}

async function rightOnes(walk: TreeWalk, { bundle, entries, stored, isRootBelow }: TwoSources): Promise<Hashes | null> {
  if (entries === null || stored === null) return entries ?? stored;
  if (stored.every((hash, place) => sameBytes(hash, entries[place] ?? hash))) return entries;
  const isRight = bundle.width === fullWidth ? await isInTileAbove(walk, bundle) : isRootBelow;
  const isTileWrong = isRight(entries) && !isRight(stored);
  if (isTileWrong) reportDifference(walk, { path: tilePath({ level: 0, ...bundle }), code: 'tile_differs', stored, hashes: entries });
  else reportDifference(walk, { path: entryBundlePath(bundle), code: 'bundle_differs', stored: entries, hashes: stored });
  return isRight(stored) ? stored : entries;
}

async function isInTileAbove({ log, size }: TreeWalk, { index }: EntryBundle): Promise<(hashes: Hashes) => boolean> {
  const bytes = await log.files.read(join(log.folder, tilePath(tileHolding({ level: 8, index }, size))));
  const above = bytes !== null && bytes.length > 0 && bytes.length % 32 === 0 ? hashesFromTile(bytes)[Number(index & 0xffn)] : undefined;
  return (hashes) => above !== undefined && sameBytes(rootOfHashes(hashes), above);
}

/** The hashes of the entries of a bundle; null and an issue when they are not there. */
async function storedEntries({ log, report }: TreeWalk, bundle: EntryBundle): Promise<Hashes | null> {
  const path = entryBundlePath(bundle);
  const bytes = await log.files.read(join(log.folder, path));
  const expected = `${bundle.width} entries`;
  if (bytes === null) {
    report({ path, code: 'bundle_missing', expected, received: 'no file' });
    return null;
  }
  const entries = entriesOf(bytes);
  if (entries?.length === bundle.width) return entries.map(hashLeaf);
  report({
    path,
    code: 'bundle_malformed',
    expected,
    received: entries === null ? `${bytes.length} other bytes` : `${entries.length} entries`,
  });
  return null;
}
