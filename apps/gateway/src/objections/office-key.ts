import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the data folder: who may read it may decide about objections. */
export const officeKeyFile = 'office-key';

/** The key of the office, as the file has it: 256 bits. Made when there is none. */
export async function ensureOfficeKey(dataFolder: string): Promise<string> {
  const file = join(dataFolder, officeKeyFile);
  const before = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (isOfficeKey(before)) return before;
  const key = `ok-parlance-${randomBytes(32).toString('base64url')}`;
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${key}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return key;
}

export function isOfficeKey(text: string): boolean {
  return /^ok-parlance-[A-Za-z0-9_-]{43}$/.test(text);
}
