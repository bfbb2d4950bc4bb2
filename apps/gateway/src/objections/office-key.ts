import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { readOwnSecret, writeSecretFile } from '../store/secret-file.ts';

/** In the data folder: who may read it may decide about objections. */
export const officeKeyFile = 'office-key';

/**
 * The key of the office, as the file has it: 256 bits. Made when there is none. Throws `office_key_unusable` when the file cannot be read, others may read it, or it holds something
 * else: nobody's key is thrown away without a word.
 */
export async function ensureOfficeKey(dataFolder: string): Promise<string> {
  const file = join(dataFolder, officeKeyFile);
  const found = await readOwnSecret(file);
  if (found.kind === 'unusable') throw unusable(file, found.reason);
  if (found.kind === 'absent') {
    const key = `ok-parlance-${randomBytes(32).toString('base64url')}`;
    await writeSecretFile(file, key);
    return key;
  }
  if (!isOfficeKey(found.text)) throw unusable(file, 'it is no key of the office; restore it, or remove it so that a new one is made');
  return found.text;
}

export function isOfficeKey(text: string): boolean {
  return /^ok-parlance-[A-Za-z0-9_-]{43}$/.test(text);
}

function unusable(file: string, reason: string): CodedError<'office_key_unusable'> {
  return new CodedError('office_key_unusable', `${file}: ${reason}`);
}
