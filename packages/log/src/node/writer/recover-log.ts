import { dirname, join } from 'node:path';
import { type Checkpoint } from '../../checkpoint/index.ts';
import { type Signer } from '../../note/index.ts';
import { entryBundlePath, fullWidth, rootFromTiles, tilePath, tilesOf } from '../../tile/index.ts';
import { emptyRoot, hashLeaf, sameBytes } from '../../tree/index.ts';
import { logFault } from '../log-fault.ts';
import {
  checkpointFile,
  logCorrupt,
  type LogFiles,
  readBundle,
  readCheckpoint,
  readState,
  readTile,
  rolledBack,
  stateFile,
} from '../storage/log-files.ts';
import { type LogStorage } from '../storage/log-storage.ts';
import { readEdge, type RightEdge, rootOfEdge } from '../storage/right-edge.ts';
import { type TreeState } from '../storage/tree-state.ts';
import { signCheckpoint, verifyCheckpoint } from './signed-checkpoint.ts';

export interface RecoverOptions {
  readonly storage: LogStorage;
  readonly origin: string;
  readonly signer: Signer;
  /** The size of the largest checkpoint that anybody else is known to have, such as a witness. */
  readonly knownSize: bigint;
}

export interface RecoveredLog {
  readonly state: TreeState;
  readonly edge: RightEdge;
  /** The published checkpoint, with all its signatures. */
  readonly note: string;
}

/**
 * Brings a log to where its last batch left it: files of a batch that did not get as far as its state are removed; a state whose checkpoint is missing
 * is published. A new log is made where there is nothing at all. Throws `log_rolled_back`, `log_corrupt` or `log_foreign`, and has signed nothing then.
 */
export async function recoverLog(options: RecoverOptions): Promise<RecoveredLog> {
  const { storage, knownSize } = options;
  const published = await readPublished(options);
  const found = await stateOf(storage, published);
  if (found.size < knownSize)
    throw rolledBack(join(storage.folder, stateFile), `a tree of ${String(knownSize)}, which others have seen`, String(found.size));
  await refuseOtherCheckpoint(storage, found, published);
  const edge = await verifiedEdge(storage, found);
  await removeLeftovers(storage, found);
  await refuseTilesBeyond(storage, found.size);
  // Written anew in any case: an earlier process may have put it there without being able to sync it.
  const state = { ...found, growingTo: null };
  await storage.writeState(state);
  const note = published?.checkpoint.size === state.size ? published.note : await publish(options, state);
  return { state, edge, note };
}

interface Published {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

async function readPublished({ storage, origin, signer }: RecoverOptions): Promise<Published | null> {
  const note = await readCheckpoint(storage);
  if (note === null) return null;
  const checkpoint = await verifyCheckpoint(note, { origin, key: signer });
  if (typeof checkpoint !== 'string') return { note, checkpoint };
  const path = join(storage.folder, checkpointFile);
  const remedy = 'point the log to its own folder and key; a log keeps one origin and one key for its life';
  throw logFault({
    code: 'log_foreign',
    path,
    expected: `a checkpoint of ${origin} signed by ${signer.name}`,
    received: checkpoint,
    remedy,
  });
}

async function stateOf(log: LogFiles, published: Published | null): Promise<TreeState> {
  const state = await readState(log);
  if (state !== null) return state;
  const hasTiles = (await log.files.list(join(log.folder, 'tile'))).length > 0;
  if (published !== null || hasTiles)
    throw rolledBack(join(log.folder, stateFile), 'the state of the tree', 'none, in a log that is not new');
  return { size: 0n, root: emptyRoot, published: 0n, cursor: 0n, growingTo: null, frozenAt: null };
}

/** The checkpoint is that of the state; or, after a crash between the two, the one that the state says it came after. */
async function refuseOtherCheckpoint(log: LogFiles, state: TreeState, published: Published | null): Promise<void> {
  const path = join(log.folder, checkpointFile);
  if (published === null) {
    if (state.size > 0n) throw rolledBack(path, `a checkpoint of ${String(state.published)} or ${String(state.size)}`, 'none');
    return;
  }
  const { size, root } = published.checkpoint;
  if (size > state.size) throw rolledBack(join(log.folder, stateFile), `a tree of ${String(size)}, as published`, String(state.size));
  if (size < state.size && size !== state.published) {
    throw rolledBack(path, `a checkpoint of ${String(state.size)} or ${String(state.published)}`, String(size));
  }
  const expected = size === state.size ? state.root : await rootFromTiles((tile) => readTile(log, tile), size);
  if (!sameBytes(root, expected)) throw logCorrupt(path, `the root of the stored tree of ${String(size)}`, 'another root');
}

/** The tiles that the next batch builds on, re-hashed: tiles against the root, entries against the tiles. */
async function verifiedEdge(log: LogFiles, { size, root }: TreeState): Promise<RightEdge> {
  const edge = await readEdge(log, size);
  if (!sameBytes(rootOfEdge(edge), root)) {
    const names = edge.levels.flatMap((hashes, level) =>
      hashes.length === 0 ? [] : tilePath({ level, index: size >> BigInt(8 * (level + 1)), width: hashes.length }),
    );
    throw logCorrupt(log.folder, `the root of ${stateFile} from ${names.join(', ')}`, 'another root');
  }
  await verifiedLastBundle(log, edge);
  return edge;
}

/** The entries of the bundle that is not full, re-hashed. Throws `log_corrupt`. */
export async function verifiedLastBundle(log: LogFiles, { size, levels }: RightEdge): Promise<readonly Uint8Array[]> {
  const [hashes = []] = levels;
  if (hashes.length === 0) return [];
  const bundle = { index: size >> 8n, width: hashes.length };
  const entries = await readBundle(log, bundle);
  const wrong = entries.findIndex((entry, place) => !sameBytes(hashLeaf(entry), hashes[place] ?? emptyRoot));
  if (wrong === -1) return entries;
  throw logCorrupt(
    join(log.folder, entryBundlePath(bundle)),
    `the entry ${String((bundle.index << 8n) + BigInt(wrong))} of the tree`,
    'another entry',
  );
}

async function removeLeftovers(storage: LogStorage, { size, growingTo }: TreeState): Promise<void> {
  if (growingTo === null || growingTo <= size) return;
  await storage.remove(
    tilesOf(size, growingTo).flatMap((tile) => (tile.level === 0 ? [tilePath(tile), entryBundlePath(tile)] : [tilePath(tile)])),
  );
}

/** A tree that was larger once has the next entry in a bundle, if nobody says that a batch was under way. */
async function refuseTilesBeyond({ files, folder }: LogFiles, size: bigint): Promise<void> {
  const index = size >> 8n;
  for (const [full, partial] of [
    [entryBundlePath({ index, width: fullWidth }), entryBundlePath({ index, width: 1 })],
    [tilePath({ level: 0, index, width: fullWidth }), tilePath({ level: 0, index, width: 1 })],
  ] as const) {
    const widths = (await files.list(join(folder, dirname(partial)))).map(Number).filter((width) => width > Number(size & 0xffn));
    const isFull = (await files.read(join(folder, full))) !== null;
    const path = isFull ? full : widths.length > 0 ? `${dirname(partial)}/${String(widths[0])}` : null;
    if (path !== null) throw rolledBack(join(folder, path), `a tree of ${String(size)}`, 'a file of a larger one');
  }
}

async function publish({ storage, origin, signer }: RecoverOptions, { size, root }: TreeState): Promise<string> {
  const note = await signCheckpoint({ origin, size, root }, signer);
  await storage.writeCheckpoint(note);
  return note;
}
