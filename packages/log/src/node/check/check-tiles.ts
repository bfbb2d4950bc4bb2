import { fullWidth } from '../../tile/index.ts';
import { partsOf, rootOfHashes } from '../storage/right-edge.ts';
import { partialKey } from './check-names.ts';
import { checkPartialTiles, reportDifference, storedTile, type TreeWalk } from './tree-walk.ts';
import { tilePath } from '../../tile/index.ts';

/** Compares the tiles of every level above the leaves with the hashes from below. A hash that is missing there is taken from the tile, to go on with. */
export async function checkTilesAbove(walk: TreeWalk, tileRoots: readonly (Uint8Array | null)[]): Promise<void> {
  let below = tileRoots;
  for (let level = 1; below.length > 0; level++) {
    const roots: (Uint8Array | null)[] = [];
    for (const [index, hashes] of partsOf(below).entries()) {
      const tile = { level, index: BigInt(index), width: hashes.length };
      const stored = await storedTile(walk, tile);
      if (stored !== null) reportDifference(walk, { path: tilePath(tile), code: 'tile_differs', stored, hashes });
      await checkPartialTiles(walk, tile, { hashes, widths: walk.partials.get(partialKey(level, tile.index)) ?? [] });
      if (hashes.length === fullWidth) roots.push(rootWith(hashes, stored));
    }
    below = roots;
  }
}

function rootWith(hashes: readonly (Uint8Array | null)[], stored: readonly Uint8Array[] | null): Uint8Array | null {
  const known = hashes.flatMap((hash, place) => hash ?? stored?.[place] ?? []);
  return known.length === fullWidth ? rootOfHashes(known) : null;
}
