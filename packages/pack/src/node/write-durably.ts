import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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

/** A whole folder appears at once under its name, or not at all. `incoming` lies on the same disk, and nobody reads it. */
export async function writeFolder(target: string, files: ReadonlyMap<string, Uint8Array>, incoming: string): Promise<void> {
  const folders = new Set([incoming]);
  await mkdir(incoming, { recursive: true });
  for (const [path, bytes] of files) {
    const folder = dirname(join(incoming, path));
    folders.add(folder);
    await mkdir(folder, { recursive: true });
    await writeNew(join(incoming, path), bytes);
  }
  for (const folder of folders) await syncFolder(folder);
  await mkdir(dirname(target), { recursive: true });
  await rename(incoming, target);
  await syncFolder(dirname(target));
}

/** A file appears whole under a name that nobody had, or `EEXIST` is thrown: two writers never take one name. */
export async function writeFirst(target: string, bytes: Uint8Array, incoming: string): Promise<void> {
  await mkdir(dirname(incoming), { recursive: true });
  await mkdir(dirname(target), { recursive: true });
  await writeNew(incoming, bytes);
  try {
    await link(incoming, target);
    await syncFolder(dirname(target));
  } finally {
    await rm(incoming);
  }
}

/** A file takes the place of another in one step. `incoming` is a name beside it that nobody has. */
export async function replaceFile(target: string, bytes: Uint8Array, incoming: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await writeNew(incoming, bytes);
  await rename(incoming, target);
  await syncFolder(dirname(target));
}
