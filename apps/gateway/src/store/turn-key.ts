import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { writeSecretFile } from './secret-file.ts';

const bytes = 32;

/**
 * The key under which turns are signed that pages bring along, in `<dataFolder>/turn-key`, made when there is none. Servers behind one address need the same file.
 * Throws `turn_key_unusable` when the file cannot be read or holds something else: nobody's key is thrown away without a word.
 */
export async function ensureTurnKey(dataFolder: string): Promise<Uint8Array> {
  const file = join(dataFolder, 'turn-key');
  const text = await textOf(file);
  if (text === null) {
    const key = randomBytes(bytes);
    await writeSecretFile(file, key.toString('hex'));
    return key;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) throw unusable(file, 'it is no key of 64 hexadecimal digits');
  return Buffer.from(text, 'hex');
}

async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unusable(file, 'it cannot be read');
  }
}

function unusable(file: string, reason: string): CodedError<'turn_key_unusable'> {
  return new CodedError('turn_key_unusable', `${file}: ${reason}; restore it, or remove it so that a new one is made`);
}
