import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A new file on the disk: its bytes, not its name, which `syncFolder` takes care of. Throws `EEXIST` where something stands. */
async function writeNew(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names in a folder on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A folder and, where they were not there, those around it, with their names on the disk. */
async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (made === undefined) return;
  const top = resolve(dirname(made));
  for (let folder = resolve(dirname(path)); folder.startsWith(top); folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === top) return;
  }
}

/** A whole folder appears at once under its name, or not at all. `incoming` lies on the same disk, and nobody reads it; nothing is left there. */
export async function writeFolder(target: string, files: ReadonlyMap<string, Uint8Array>, incoming: string): Promise<void> {
  await leavingNothing(incoming, async () => {
    await makeFolder(incoming);
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(incoming, path)), { recursive: true });
      await writeNew(join(incoming, path), bytes);
    }
    for (const folder of foldersOf(files)) await syncFolder(join(incoming, folder));
    await makeFolder(dirname(target));
    await rename(incoming, target);
    await syncFolder(dirname(target));
  });
}

/** Every folder on the way to a file, also one that holds folders alone; `.` for the whole. */
function foldersOf(files: ReadonlyMap<string, Uint8Array>): ReadonlySet<string> {
  const folders = new Set(['.']);
  for (const path of files.keys()) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

/** A file appears whole under a name that nobody had, or `EEXIST` is thrown: two writers never take one name. */
export async function writeFirst(target: string, bytes: Uint8Array, incoming: string): Promise<void> {
  await leavingNothing(incoming, async () => {
    await makeFolder(dirname(incoming));
    await makeFolder(dirname(target));
    await writeNew(incoming, bytes);
    await link(incoming, target);
    await syncFolder(dirname(target));
  });
}

/** A file takes the place of another in one step. `incoming` is a name beside it that nobody has. */
export async function replaceFile(target: string, bytes: Uint8Array, incoming: string): Promise<void> {
  await leavingNothing(incoming, async () => {
    await makeFolder(dirname(target));
    await writeNew(incoming, bytes);
    await rename(incoming, target);
    await syncFolder(dirname(target));
  });
}

async function leavingNothing(incoming: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}
