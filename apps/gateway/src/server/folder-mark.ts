import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Changes when a file of a folder is written, added, removed or renamed: a hash of names, sizes, times and inodes, without reading a file. A folder that cannot be read has
 * a mark as well.
 */
export async function folderMark(folder: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    const names = (await readdir(folder, { recursive: true })).sort();
    for (const name of names) {
      const { size, mtimeMs, ctimeMs, ino } = await stat(join(folder, name));
      hash.update(`${name}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
    }
  } catch (error) {
    return `unreadable ${error instanceof Error && 'code' in error ? String(error.code) : ''}`;
  }
  return hash.digest('hex');
}
