import { dirname, join } from 'node:path';
import { writeSynced } from '../files/write-atomically.ts';
import { type FolderLock } from '../lock/folder-lock.ts';
import { logFault } from '../log-fault.ts';
import { inParallel } from './in-parallel.ts';
import { checkpointFile, type LogFiles, stateFile, versionFile } from './log-files.ts';
import { encodeTreeState, type TreeState } from './tree-state.ts';

export interface FileToWrite {
  /** Inside the log. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes to a log, for its one owner. Every file is whole or not there, and is on the disk when the promise resolves. Rejects with `log_lost` after a takeover. */
export interface LogStorage extends LogFiles {
  /** All of them; in no order among themselves. */
  writeAll(writes: readonly FileToWrite[]): Promise<void>;
  writeState(state: TreeState): Promise<void>;
  writeCheckpoint(note: string): Promise<void>;
  /** For good. */
  remove(paths: readonly string[]): Promise<void>;
}

const version = '1';

export function logStorage({ files, folder }: LogFiles, lock: FolderLock): LogStorage {
  const log = { files, folder };
  // A folder that is seen may still be one that an earlier process could not sync, so each is synced into its parent once.
  const known = new Set<string>(['.']);
  const writeAll = async (writes: readonly FileToWrite[]) => {
    const folders = [...new Set(writes.map(({ path }) => dirname(path)))];
    for (const path of folders) await makeFolders(log, path, known);
    await inParallel(writes, ({ path, bytes }) => writeSynced(files, lock.temporary(path), bytes));
    await inParallel(writes, async ({ path }) => {
      if ((await files.rename(lock.temporary(path), join(folder, path))) === 'gone') throw lostLog(folder);
    });
    await inParallel(folders, (path) => files.syncFolder(join(folder, path)));
  };
  const guarded = async (writes: readonly FileToWrite[]) => {
    try {
      await writeAll(writes);
    } catch (error) {
      // The folder for its temporary files was taken away together with the lock.
      throw (await lock.isHeld().catch(() => true)) ? error : lostLog(folder);
    }
  };
  return {
    ...log,
    writeAll: guarded,
    writeState: (state) => guarded([{ path: stateFile, bytes: encodeTreeState(state) }]),
    writeCheckpoint: (note) => guarded([{ path: checkpointFile, bytes: new TextEncoder().encode(note) }]),
    async remove(paths) {
      if (!(await lock.isHeld())) throw lostLog(folder);
      await inParallel(paths, (path) => files.remove(join(folder, path)));
      await inParallel(new Set(paths.map(dirname)), async (path) => {
        await makeFolders(log, path, known);
        await files.syncFolder(join(folder, path));
      });
    },
  };
}

/** Throws `log_foreign` for a log of another release. */
export async function ensureVersion(storage: LogStorage): Promise<void> {
  const path = join(storage.folder, versionFile);
  const bytes = await storage.files.read(path);
  const found = bytes === null ? null : new TextDecoder().decode(bytes).trim();
  if (found === null) await storage.writeAll([{ path: versionFile, bytes: new TextEncoder().encode(version) }]);
  else if (found !== version) {
    const remedy = 'run the release that wrote this log';
    throw logFault({ code: 'log_foreign', path, expected: `version ${version}`, received: JSON.stringify(found.slice(0, 20)), remedy });
  }
}

async function makeFolders(log: LogFiles, path: string, known: Set<string>): Promise<void> {
  if (known.has(path)) return;
  await makeFolders(log, dirname(path), known);
  await log.files.makeFolder(join(log.folder, path));
  await log.files.syncFolder(join(log.folder, dirname(path)));
  known.add(path);
}

function lostLog(folder: string) {
  const remedy = 'stop this process: another one has taken over, and goes on from what is on the disk';
  return logFault({ code: 'log_lost', path: folder, expected: 'to be its owner', received: 'another owner', remedy });
}
