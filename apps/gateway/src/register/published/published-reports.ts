import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PublishedFile, type PublishedMonth } from '@parlance/web';
import { type Coding, inCoding } from '../../routes/compressed.ts';
import { compare } from '../cube/told-classes.ts';
import { readHeads } from './read-heads.ts';
import { readReportName, type ReportName } from './report-name.ts';

/** A file as it is sent. */
export interface ReportFile extends ReportName {
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Each coding is made once, when it is first wanted; null: as it is. */
  readonly inCoding: (coding: Coding | null) => Promise<Uint8Array>;
}

/** Files that stay in memory, with what they are in each coding: a few hundred kilobytes each. */
const mostHeld = 32;

/** What the operator has published. Nothing is made here: making a report takes as long as its log is. */
export interface PublishedReports {
  /** The newest first. */
  list(): Promise<readonly PublishedMonth[]>;
  /** Null: nothing of this name was published. */
  read(name: string): Promise<ReportFile | null>;
}

/** What is told of a file, as long as it has not been replaced. */
interface KnownFile {
  readonly mark: string;
  readonly month: string;
  readonly file: PublishedFile;
  /** Of JSON alone. */
  readonly heads: PublishedMonth['heads'];
}

/** The folder as it is at each look, so that a report is there as soon as it was published. */
export function publishedReports(folder: string): PublishedReports {
  let known: ReadonlyMap<string, KnownFile> = new Map();
  const held = new Map<string, { readonly mark: string; readonly file: ReportFile }>();
  return {
    async read(name) {
      const mark = readReportName(name) === null ? null : await markOf(folder, name);
      const before = held.get(name);
      held.delete(name);
      if (mark === null) return null;
      const file = before?.mark === mark ? before.file : await readReport(folder, name);
      if (file !== null) held.set(name, { mark, file });
      // The one that was wanted least lately stands first.
      for (const least of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(least);
      return file;
    },
    async list() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => readReportName(name) !== null);
      const before = known;
      const files = (await Promise.all(names.map((name) => look(folder, name, before.get(name))))).filter((each) => each !== null);
      known = new Map(files.map((each) => [each.file.name, each]));
      return byMonth(files);
    },
  };
}

async function readReport(folder: string, name: string): Promise<ReportFile | null> {
  const said = readReportName(name);
  if (said === null || (await markOf(folder, name)) === null) return null;
  const bytes = await readFile(join(folder, name)).catch(() => null);
  return bytes && { ...said, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), inCoding: codedOnce(bytes) };
}

function codedOnce(bytes: Buffer): ReportFile['inCoding'] {
  const made = new Map<Coding, Promise<Uint8Array>>();
  return (coding) => {
    if (coding === null) return Promise.resolve(bytes);
    const coded = made.get(coding) ?? inCoding(bytes.toString(), coding);
    made.set(coding, coded);
    return coded;
  };
}

async function look(folder: string, name: string, before: KnownFile | undefined): Promise<KnownFile | null> {
  const mark = await markOf(folder, name);
  if (mark === null) return null;
  if (before?.mark === mark) return before;
  const found = await readReport(folder, name);
  if (found === null) return null;
  const { month, form, language, bytes, sha256 } = found;
  const file = { name, form, language, bytes: bytes.length, sha256 };
  return { mark, month, file, heads: form === 'json' ? readHeads(bytes) : null };
}

/** Null: it is no file. A link, which would lead out of the folder, is none. */
async function markOf(folder: string, name: string): Promise<string | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  return found?.isFile() === true ? `${found.size} ${found.mtimeMs} ${found.ino}` : null;
}

function byMonth(files: readonly KnownFile[]): readonly PublishedMonth[] {
  const months = [...new Set(files.map(({ month }) => month))].toSorted((left, right) => compare(right, left));
  return months.map((month) => {
    const own = files.filter((each) => each.month === month).toSorted((left, right) => compare(left.file.name, right.file.name));
    return { month, heads: own.find(({ heads }) => heads !== null)?.heads ?? null, files: own.map(({ file }) => file) };
  });
}
