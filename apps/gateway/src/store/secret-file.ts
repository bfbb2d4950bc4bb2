import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The line in a file of the data folder; null when there is none that can be read. */
export async function readSecretFile(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return null;
  }
}

/** A secret that decides something: `reason` says why it is not taken, and what to do. */
type OwnSecret =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'absent' } | { readonly kind: 'unusable'; readonly reason: string };

/** The line in a file that only its owner may read. One that others may read is no secret, and is not taken for one. */
export async function readOwnSecret(path: string): Promise<OwnSecret> {
  try {
    const file = await open(path, 'r');
    try {
      const { mode } = await file.stat();
      // Windows has no such bits.
      const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
      if (isOpen)
        return { kind: 'unusable', reason: `others may read it; run "chmod 600 ${path}", and replace it if somebody has read it` };
      return { kind: 'text', text: (await file.readFile('utf8')).trim() };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    return { kind: 'unusable', reason: 'it cannot be read; restore it, or remove it so that a new one is made' };
  }
}

/** Only the owner may read it. A file of its own takes the name in one step: whoever reads meanwhile sees a whole secret, and a wider mode of an old file is gone. */
export async function writeSecretFile(file: string, secret: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
