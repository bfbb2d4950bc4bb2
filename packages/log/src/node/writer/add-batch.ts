import { join } from 'node:path';
import { type Signer } from '../../note/index.ts';
import { encodeEntryBundle, entryBundlePath, tilePath } from '../../tile/index.ts';
import { hashLeaf } from '../../tree/index.ts';
import { logCorrupt } from '../storage/log-files.ts';
import { type FileToWrite, type LogStorage } from '../storage/log-storage.ts';
import { growTree, partsOf, type RightEdge, rootOfEdge } from '../storage/right-edge.ts';
import { type TreeState } from '../storage/tree-state.ts';
import { type RecoveredLog, verifiedLastBundle } from './recover-log.ts';
import { signCheckpoint } from './signed-checkpoint.ts';

export interface Batch {
  readonly log: RecoveredLog;
  readonly leaves: readonly Uint8Array[];
  readonly cursor: bigint;
}

export interface BatchTarget {
  readonly storage: LogStorage;
  readonly origin: string;
  readonly signer: Signer;
}

/**
 * Entry bundles, tiles, state, checkpoint: each on the disk before the next is begun, so that whatever is published can be proved, and a crash leaves
 * either the tree as it was or the larger one. The first write of the state only says how far the batch goes, so that its files are known if it does not come to its end.
 */
export async function addBatch({ storage, origin, signer }: BatchTarget, { log, leaves, cursor }: Batch): Promise<RecoveredLog> {
  const { state, edge } = log;
  const size = state.size + BigInt(leaves.length);
  await storage.writeState({ ...state, published: state.size, growingTo: size });
  const leafHashes = await writeEntries(storage, edge, leaves);
  const growth = growTree(edge, leafHashes);
  await storage.writeAll(growth.tiles.map(({ tile, bytes }) => ({ path: tilePath(tile), bytes })));
  const root = rootOfEdge(growth.edge);
  const note = await signCheckpoint({ origin, size, root }, signer);
  const grown: TreeState = { ...state, size, root, published: state.size, cursor, growingTo: null };
  await storage.writeState(grown);
  await storage.writeCheckpoint(note);
  return { state: grown, edge: growth.edge, note };
}

/** The hashes of the new leaves, as they are on the disk after they were written. */
async function writeEntries(storage: LogStorage, edge: RightEdge, leaves: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const before = await verifiedLastBundle(storage, edge);
  const bundles: readonly FileToWrite[] = partsOf([...before, ...leaves]).map((entries, place) => ({
    path: entryBundlePath({ index: (edge.size >> 8n) + BigInt(place), width: entries.length }),
    bytes: encodeEntryBundle(entries),
  }));
  await storage.writeAll(bundles);
  for (const { path, bytes } of bundles) {
    const stored = await storage.files.read(join(storage.folder, path));
    if (stored === null || Buffer.compare(stored, bytes) !== 0) {
      throw logCorrupt(join(storage.folder, path), 'the entries that were written', stored === null ? 'no file' : 'other bytes');
    }
  }
  return leaves.map(hashLeaf);
}
