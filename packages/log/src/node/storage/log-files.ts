import { join } from 'node:path';
import { decodeEntryBundle, type EntryBundle, entryBundlePath, fullWidth, type Tile, tilePath } from '../../tile/index.ts';
import { hashSize } from '../../tree/index.ts';
import { type Files } from '../files/files.ts';
import { logFault } from '../log-fault.ts';
import { decodeTreeState, type TreeState } from './tree-state.ts';

/**
 * A log on a disk, laid out as tlog-tiles has it, with Tessera's folder for what is not published.
 *
 * ```
 * checkpoint                     the signed note
 * tile/entries/x001/234(.p/<W>)  entry bundles
 * tile/<L>/x001/234(.p/<W>)      hashes
 * .state/version                 1
 * .state/treeState               tree-state.ts
 * .state/owner-<n>/              lock/folder-lock.ts
 * ```
 */
export interface LogFiles {
  readonly files: Files;
  readonly folder: string;
}

export const checkpointFile = 'checkpoint';
export const stateFolder = '.state';
export const stateFile = '.state/treeState';
export const versionFile = '.state/version';

/** Null when there is none. */
export async function readCheckpoint({ files, folder }: LogFiles): Promise<string | null> {
  const bytes = await files.read(join(folder, checkpointFile));
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Null when there is none. Throws `log_corrupt`. */
export async function readState({ files, folder }: LogFiles): Promise<TreeState | null> {
  const path = join(folder, stateFile);
  const bytes = await files.read(path);
  if (bytes === null) return null;
  const state = decodeTreeState(bytes);
  if (state === null) throw logCorrupt(path, 'size and root of the tree', 'something else');
  return state;
}

/** The bytes of a tile, exactly as wide as asked for: cut from the full one when the partial one was removed. Throws `log_corrupt`. */
export async function readTile(log: LogFiles, tile: Tile): Promise<Uint8Array> {
  const path = tilePath(tile);
  const bytes = await readEither(log, path, tilePath({ ...tile, width: fullWidth }));
  if (bytes.length % hashSize !== 0 || bytes.length < tile.width * hashSize) {
    throw logCorrupt(join(log.folder, path), `${tile.width} hashes`, `${bytes.length} bytes`);
  }
  return bytes.subarray(0, tile.width * hashSize);
}

/** The entries of a bundle, exactly as many as asked for. Throws `log_corrupt`. */
export async function readBundle(log: LogFiles, bundle: EntryBundle): Promise<readonly Uint8Array[]> {
  const path = entryBundlePath(bundle);
  const entries = entriesOf(await readEither(log, path, entryBundlePath({ ...bundle, width: fullWidth })));
  if (entries === null || entries.length < bundle.width) {
    throw logCorrupt(join(log.folder, path), `${bundle.width} entries`, entries === null ? 'something else' : String(entries.length));
  }
  return entries.slice(0, bundle.width);
}

/** Null when the bytes are no bundle. */
export function entriesOf(bytes: Uint8Array): readonly Uint8Array[] | null {
  try {
    return decodeEntryBundle(bytes);
  } catch {
    return null;
  }
}

export function logCorrupt(path: string, expected: string, received: string) {
  return logFault({
    code: 'log_corrupt',
    path,
    expected,
    received,
    remedy: 'nothing is signed over it; check the whole log, and restore what is damaged from a copy',
  });
}

export function rolledBack(path: string, expected: string, received: string) {
  const remedy =
    'restore the newest copy of the log; if there is none, freeze this log and start another shard, because signing a shorter tree is a fork';
  return logFault({ code: 'log_rolled_back', path, expected, received, remedy });
}

async function readEither({ files, folder }: LogFiles, path: string, otherwise: string): Promise<Uint8Array> {
  const bytes = (await files.read(join(folder, path))) ?? (await files.read(join(folder, otherwise)));
  if (bytes === null) throw logCorrupt(join(folder, path), 'a file', 'none');
  return bytes;
}
