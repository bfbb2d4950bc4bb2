import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mostFiles } from '@parlance/pack/node';

const deepest = 6;

/**
 * A text that differs when anything in a folder does. Looking is used instead of being told: it works on every disk and in every container, and an
 * editor that writes a new file and renames it over the old one is like any other.
 */
export async function folderStamp(folder: string): Promise<string> {
  const stamps: string[] = [];
  await stampInto(stamps, folder, 0);
  return stamps.join('\n');
}

async function stampInto(stamps: string[], path: string, depth: number): Promise<void> {
  if (stamps.length > 2 * mostFiles || depth > deepest) return;
  // What goes away while it is looked at is gone at the next look.
  const facts = await lstat(path, { bigint: true }).catch(() => null);
  if (facts === null) return;
  stamps.push(`${path} ${facts.mode} ${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`);
  if (!facts.isDirectory()) return;
  const names = await readdir(path).catch(() => []);
  for (const name of names.sort()) await stampInto(stamps, join(path, name), depth + 1);
}
