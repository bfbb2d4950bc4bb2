import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackIssue } from '../format/pack-issue.ts';
import { faultError, faultIssue, type FolderFault } from './folder-fault.ts';

export const largestFile = 1024 * 1024;
export const mostFiles = 5000;
/** Of all files of a pack together: the largest honest one so far has a hundredth of it. */
export const largestPack = 64 * 1024 * 1024;
const deepest = 4;

export interface PackFolder {
  /** The files that could be read. A pack loads only when there is no issue. */
  readonly files: PackFiles;
  readonly issues: readonly PackIssue[];
}

/**
 * Reads a pack folder into memory. Follows no links, so that a pack holds nothing but what lies in its folder.
 * Throws `PackFolderErrorCode`, for the first fault: no part of a folder with a fault is given out.
 */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const { files, faults } = await readAll(folder);
  const [fault] = faults;
  if (fault !== undefined) throw faultError(folder, fault);
  return files;
}

/** For whoever wants to see all faults at once, and what can be said of the other files. Does not throw. */
export async function inspectPackFolder(folder: string): Promise<PackFolder> {
  const { files, faults } = await readAll(folder);
  return { files, issues: faults.map(faultIssue) };
}

interface Reading {
  readonly root: string;
  readonly files: Map<string, Uint8Array>;
  readonly faults: FolderFault[];
  bytes: number;
  /** Files, folders and links, read or not. */
  entries: number;
  /** Set by a limit of the whole folder: nothing more is opened. */
  isOver: boolean;
}

async function readAll(folder: string): Promise<Reading> {
  const reading: Reading = { root: folder, files: new Map(), faults: [], bytes: 0, entries: 0, isOver: false };
  const root = await lstat(folder).catch(() => null);
  if (root?.isSymbolicLink() === true) reading.faults.push({ code: 'pack_link', file: '.', ...link, mend: 'Name the folder itself.' });
  else if (root?.isDirectory() !== true) reading.faults.push({ code: 'pack_not_found', file: '.', ...noFolder(root !== null) });
  else await readFolder(reading, '', 0);
  return reading;
}

async function readFolder(reading: Reading, path: string, depth: number): Promise<void> {
  if (depth > deepest) {
    reading.faults.push({ code: 'pack_too_deep', file: path, ...tooDeep });
    return;
  }
  for (const entry of await entriesOf(reading, path)) {
    if (isOver(reading)) return;
    const file = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) reading.faults.push({ code: 'pack_link', file, ...link, mend: 'Put the file itself in its place.' });
    else if (entry.isDirectory() && !/\.(?:yaml|csv|md|json)$/.test(file)) await readFolder(reading, file, depth + 1);
    else await readOne(reading, file);
  }
}

async function entriesOf({ root, faults }: Reading, path: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(join(root, path), { withFileTypes: true });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    faults.push({ code: 'pack_unreadable', file: path === '' ? '.' : path, ...unreadable('folder', error) });
    return [];
  }
}

/** Empty folders and links count as well: looking at them takes time and naming them takes room. */
function isOver(reading: Reading): boolean {
  reading.entries += 1;
  if (!reading.isOver && (reading.files.size >= mostFiles || reading.entries > 2 * mostFiles)) {
    reading.faults.push({ code: 'pack_too_many_files', file: '.', ...tooMany });
    reading.isOver = true;
  }
  return reading.isOver;
}

/** Opens before it looks, so that what was looked at is what is read. */
async function readOne(reading: Reading, file: string): Promise<void> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    const handle = await open(join(reading.root, file), flags);
    try {
      const facts = await handle.stat();
      const fault = faultOf(reading, facts.isFile(), facts.size);
      if (fault === null) reading.files.set(file, await handle.readFile());
      else reading.faults.push({ file, ...fault });
    } finally {
      await handle.close();
    }
  } catch (error) {
    reading.faults.push({ code: 'pack_unreadable', file, ...unreadable('file', error) });
  }
}

function faultOf(reading: Reading, isFile: boolean, size: number): Omit<FolderFault, 'file'> | null {
  if (!isFile) return { code: 'pack_file_kind', ...notFile };
  if (size > largestFile) return { code: 'pack_file_too_large', ...sizes(largestFile, size), mend: 'Split the file, or remove it.' };
  reading.bytes += size;
  if (reading.bytes <= largestPack) return null;
  reading.isOver = true;
  return { code: 'pack_too_large', ...sizes(largestPack, reading.bytes), mend: 'Remove what is no part of the pack.' };
}

type Words = Pick<FolderFault, 'expected' | 'received' | 'mend'>;

const link = { expected: 'what lies in the folder itself', received: 'a link' };
const tooDeep: Words = {
  expected: `at most ${deepest} folders inside each other`,
  received: 'more',
  mend: 'Remove the folder; no file of a pack lies so deep.',
};
const tooMany: Words = { expected: `at most ${mostFiles} files`, received: 'more', mend: 'Remove what is no part of the pack.' };
const notFile: Words = {
  expected: 'a regular file',
  received: 'a folder, pipe or device',
  mend: 'Remove it, or put a file in its place.',
};

function noFolder(isThere: boolean): Words {
  return { expected: 'a folder', received: isThere ? 'a file' : 'nothing', mend: 'Name the folder that holds pack.yaml.' };
}

function sizes(most: number, size: number): Pick<Words, 'expected' | 'received'> {
  return { expected: `at most ${most} bytes`, received: String(size) };
}

function unreadable(what: 'file' | 'folder', error: unknown): Words {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return {
    expected: `a ${what} that can be read`,
    received: `the error ${reason}`,
    mend: reason === 'EACCES' ? `Allow reading the ${what}, for example with chmod u+r.` : `Remove the ${what}, or save it again.`,
  };
}
