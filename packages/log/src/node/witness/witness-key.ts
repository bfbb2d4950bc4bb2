import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatSignerKey, parseSignerKey, type Signer } from '../../note/index.ts';
import { diskError, errnoOf } from '../files/disk-error.ts';
import { nodeFiles } from '../files/node-files.ts';
import { witnessFault } from './witness-fault.ts';

export interface WitnessKeyFile {
  readonly path: string;
  /** Of the witness, which is also that of its key. */
  readonly name: string;
}

/**
 * The key of a witness from its file; null when there is no file. Throws `witness_corrupt`, `witness_foreign` for a key of another name or kind, and the
 * `disk_...` codes. No error holds what the file holds.
 *
 * ```
 * PRIVATE+KEY+witness.example/w1+a9b1c3d4+BA...
 * ```
 */
export async function readWitnessKey({ path, name }: WitnessKeyFile): Promise<Signer | null> {
  const text = await textOf(path);
  if (text === null) return null;
  const parsed = await parseSignerKey(text.trim());
  if (!parsed.ok) {
    const remedy = 'restore the file from its copy, or start a new witness in another folder';
    throw witnessFault({ code: 'witness_corrupt', path, expected: 'one line PRIVATE+KEY+...', received: parsed.code, remedy });
  }
  const { name: found, algorithm } = parsed.value;
  if (found === name && algorithm === 'cosignature/v1') return parsed.value;
  const remedy = 'give the name and the key of one witness';
  const expected = `a key of ${name} for cosignature/v1`;
  throw witnessFault({ code: 'witness_foreign', path, expected, received: `one of ${found} for ${algorithm}`, remedy });
}

/** Makes the file of a new key, for its own user alone, and whole or not at all. Throws the `disk_...` codes. */
export async function makeWitnessKey({ path, name }: WitnessKeyFile, seed: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  const line = `${await formatSignerKey({ name, algorithm: 'cosignature/v1', seed })}\n`;
  try {
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(line);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    throw diskError({ operation: 'make the key', path, errno: errnoOf(cause), cause });
  }
  await nodeFiles.syncFolder(dirname(path));
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return null;
    throw diskError({ operation: 'read the key', path, errno: errnoOf(cause), cause });
  }
}
