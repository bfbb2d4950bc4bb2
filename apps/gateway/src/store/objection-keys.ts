import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { answered } from './store-error.ts';

/** What the texts of one objection are sealed with. */
export interface TextKey {
  /** Of its file. */
  readonly name: string;
  /** 256 bits. */
  readonly secret: Uint8Array;
}

/**
 * One key for each objection, in a file of its own. What a database has written once stays in its pages, its journal and its backups for nobody knows how long; a small file beside
 * it can be deleted, and what is sealed under it is gone with it wherever it lies. Throws `store_unavailable`.
 */
export interface TextKeys {
  /** On the disk when this resolves. */
  make(): Promise<TextKey>;
  /** Null: it is destroyed, or in the folder of another server. */
  find(name: string): Promise<TextKey | null>;
  /** Overwritten and gone from the disk when this resolves; one that is not there is no fault. */
  destroy(name: string): Promise<void>;
}

const bytes = 32;

/** Servers that share a database need the same folder, as a mount or a link. */
export function textKeys(folder: string): TextKeys {
  return {
    make: () => answered(make(folder)),
    find: (name) => answered(find(folder, name)),
    destroy: (name) => answered(destroy(folder, name)),
  };
}

async function make(folder: string): Promise<TextKey> {
  const [name, secret] = [randomBytes(16).toString('hex'), randomBytes(bytes)];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, name), 'wx', 0o600);
  try {
    await file.writeFile(`${secret.toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
  return { name, secret };
}

async function find(folder: string, name: string): Promise<TextKey | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(nullIfAbsent);
  return text !== null && /^[0-9a-f]{64}\n$/.test(text) ? { name, secret: Buffer.from(text.trim(), 'hex') } : null;
}

async function destroy(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const file = await open(path, 'r+').catch(nullIfAbsent);
  if (file === null) return;
  try {
    // Where blocks are written in place, nothing is left of the key; elsewhere this costs nothing.
    await file.write('0'.repeat(2 * bytes), 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
  await syncFolder(folder);
}

/** A name that came or went is on the disk with its folder. Windows cannot open one, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
