import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';

export type PackFolderErrorCode =
  'pack_not_found' | 'pack_link' | 'pack_file_kind' | 'pack_file_too_large' | 'pack_too_many_files' | 'pack_too_deep';

export const largestFile = 1024 * 1024;
export const mostFiles = 5000;
const deepest = 4;

interface Reading {
  readonly root: string;
  readonly files: Map<string, Uint8Array>;
}

/**
 * Reads a pack folder into memory. Follows no links, so that a pack holds nothing but what lies in its folder.
 * Throws `PackFolderErrorCode`: for a folder that is not there, a link, a file that is no regular file or over 1 MiB, and more than 5,000 files.
 */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const root = await lstat(folder).catch(() => null);
  if (root?.isSymbolicLink() === true) throw refusal('pack_link', `${folder} is a link; name the folder itself`);
  if (root?.isDirectory() !== true) throw refusal('pack_not_found', `there is no pack folder ${folder}`);
  const reading: Reading = { root: folder, files: new Map() };
  await readFolder(reading, '', 0);
  return reading.files;
}

async function readFolder(reading: Reading, path: string, depth: number): Promise<void> {
  if (depth > deepest) throw refusal('pack_too_deep', `${path} lies deeper than any file of a pack`);
  const entries = await readdir(join(reading.root, path), { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) throw refusal('pack_link', `${inside} is a link; a pack has none`);
    if (entry.isDirectory()) await readFolder(reading, inside, depth + 1);
    else await readOne(reading, inside);
  }
}

/** Opens before it looks, so that what was looked at is what is read. */
async function readOne(reading: Reading, path: string): Promise<void> {
  if (reading.files.size >= mostFiles) throw refusal('pack_too_many_files', `a pack has at most ${mostFiles} files`);
  const file = await open(join(reading.root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (file === null) throw refusal('pack_file_kind', `${path} cannot be read`);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw refusal('pack_file_kind', `${path} is not a regular file`);
    if (facts.size > largestFile) throw refusal('pack_file_too_large', `${path} has ${facts.size} bytes; at most ${largestFile} are read`);
    reading.files.set(path, await file.readFile());
  } finally {
    await file.close();
  }
}

function refusal(code: PackFolderErrorCode, message: string): CodedError<PackFolderErrorCode> {
  return new CodedError(code, message);
}
