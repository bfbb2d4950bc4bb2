import { dirname } from 'node:path';
import { type Files } from './files.ts';

export interface AtomicWrite {
  readonly path: string;
  /** On the same file system. Whatever stood there is overwritten. */
  readonly temporary: string;
  readonly bytes: Uint8Array;
}

/** Readers see the old file or the new one, also after a loss of power. False when the temporary file was taken away before it could be renamed. */
export async function writeAtomically(files: Files, { path, temporary, bytes }: AtomicWrite): Promise<boolean> {
  await writeSynced(files, temporary, bytes);
  if ((await files.rename(temporary, path)) === 'gone') return false;
  await files.syncFolder(dirname(path));
  return true;
}

/** A file whose content, but not yet whose name, is on the disk. */
export async function writeSynced(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.create(path);
  try {
    await file.append(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
