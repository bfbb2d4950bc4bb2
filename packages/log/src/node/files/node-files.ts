import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { diskError, errnoOf } from './disk-error.ts';
import { type Files, type OpenFile, type Renaming } from './files.ts';

/** The disk of this machine. Everything is for its owner alone: beside the public tiles lie a journal, receipts and a key. Who serves tiles by another program copies them. */
export const nodeFiles: Files = {
  read: (path) => attempt('read', path, { run: () => readFile(path), unless: { ENOENT: null, ENOTDIR: null } }),
  list: (folder) => attempt('list', folder, { run: async () => (await readdir(folder)).sort(), unless: { ENOENT: [] } }),
  makeFolder: (path) => attempt('make the folder', path, { run: () => mkdir(path, { mode: 0o700 }), unless: { EEXIST: undefined } }),
  create: (path) => attempt('create', path, { run: async () => openFile(path, await open(path, 'w', 0o600)) }),
  // Without O_CREAT: a file that went missing is not made anew without its header.
  open: (path) => attempt('open', path, { run: async () => openFile(path, await open(path, constants.O_WRONLY | constants.O_APPEND)) }),
  rename: (from, to) =>
    attempt<Renaming>('rename', from, {
      run: () => rename(from, to).then(() => 'done'),
      unless: { ENOENT: 'gone', ENOTEMPTY: 'taken', EEXIST: 'taken' },
    }),
  remove: (path) => attempt('remove', path, { run: () => unlink(path), unless: { ENOENT: undefined } }),
  removeFolder: (path) => attempt('remove the folder', path, { run: () => rmdir(path), unless: { ENOENT: undefined } }),
  syncFolder: (path) =>
    attempt('sync the folder', path, {
      run: async () => {
        const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
        await handle.sync().finally(() => handle.close());
      },
    }),
};

function openFile(path: string, handle: FileHandle): OpenFile {
  return {
    append: (bytes) => attempt('write', path, { run: () => writeAll(handle, bytes) }),
    sync: () => attempt('sync', path, { run: () => handle.datasync() }),
    close: () => attempt('close', path, { run: () => handle.close() }),
  };
}

/** A disk that fills up takes the first part of a write without complaint, and refuses the next one. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
}

interface Attempt<Result> {
  readonly run: () => Promise<Result>;
  /** What some errors mean that are no failures. */
  readonly unless?: Readonly<Record<string, Result>>;
}

async function attempt<Result>(operation: string, path: string, { run, unless = {} }: Attempt<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    const errno = errnoOf(cause);
    const expected = Object.entries(unless).find(([name]) => name === errno);
    if (expected !== undefined) return expected[1];
    throw diskError({ operation, path, errno, cause });
  }
}
