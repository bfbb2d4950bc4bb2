import { fullWidth } from '../../tile/index.ts';
import { appendLeaf, emptyFrontier, emptyRoot, type Frontier, rootOf, sameBytes } from '../../tree/index.ts';
import { rootOfHashes } from '../storage/right-edge.ts';
import { checkLeaves } from './check-leaves.ts';
import { checkTilesAbove } from './check-tiles.ts';
import { type TreeWalk } from './tree-walk.ts';

/**
 * Makes the tree anew from the entries and compares it with what is stored, bundle by bundle; a tree of any size needs the memory of one hash for every
 * bundle. Gives back the roots that are wanted, as far as nothing is missing below them.
 */
export async function checkTree(walk: TreeWalk): Promise<ReadonlyMap<bigint, Uint8Array>> {
  const roots = new Map([[0n, emptyRoot]]);
  const tileRoots: (Uint8Array | null)[] = [];
  let frontier: Frontier | null = emptyFrontier;
  for (let start = 0n; start < walk.size; start += BigInt(fullWidth)) {
    const width = Number(walk.size - start < fullWidth ? walk.size - start : fullWidth);
    const hashes = await checkLeaves(walk, { index: start >> 8n, width }, isRootBelow(walk, frontier));
    frontier = hashes === null || frontier === null ? null : appendAll(frontier, hashes, { wanted: walk.wanted, roots });
    if (width === fullWidth) tileRoots.push(hashes === null ? null : rootOfHashes(hashes));
  }
  await checkTilesAbove(walk, tileRoots);
  return roots;
}

interface WantedRoots {
  readonly wanted: ReadonlySet<bigint>;
  readonly roots: Map<bigint, Uint8Array>;
}

function appendAll(before: Frontier, hashes: readonly Uint8Array[], { wanted, roots }: WantedRoots): Frontier {
  let frontier = before;
  for (const hash of hashes) {
    frontier = appendLeaf(frontier, hash);
    if (wanted.has(frontier.size)) roots.set(frontier.size, rootOf(frontier));
  }
  return frontier;
}

/** Whether the last leaves make the root that the tree is said to have. */
function isRootBelow({ root }: TreeWalk, frontier: Frontier | null): (hashes: readonly Uint8Array[]) => boolean {
  return (hashes) => frontier !== null && root !== null && sameBytes(rootOf(hashes.reduce(appendLeaf, frontier)), root);
}
