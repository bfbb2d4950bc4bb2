import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { readOwnSecret, writeSecretFile } from './secret-file.ts';

const bytes = 32;

/**
 * The key under which turns are signed that pages bring along, in `<dataFolder>/turn-key`, made when there is none. Servers behind one address need the same one, in the setting `PARLANCE_TURN_KEY`.
 * Throws `turn_key_unusable` when the file cannot be read, others may read it, or it holds something else: nobody's key is thrown away without a word.
 */
export async function ensureTurnKey(dataFolder: string): Promise<Uint8Array> {
  const file = join(dataFolder, 'turn-key');
  const found = await readOwnSecret(file);
  if (found.kind === 'unusable') throw unusable(file, found.reason);
  if (found.kind === 'absent') {
    const key = randomBytes(bytes);
    await writeSecretFile(file, key.toString('hex'));
    return key;
  }
  if (!/^[0-9a-f]{64}$/.test(found.text))
    throw unusable(file, 'it is no key of 64 hexadecimal digits; restore it, or remove it so that a new one is made');
  return Buffer.from(found.text, 'hex');
}

function unusable(file: string, reason: string): CodedError<'turn_key_unusable'> {
  return new CodedError('turn_key_unusable', `${file}: ${reason}`);
}
