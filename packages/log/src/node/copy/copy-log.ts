import { basename, dirname, join } from 'node:path';
import { parseCheckpoint } from '../../checkpoint/index.ts';
import { parseNote } from '../../note/index.ts';
import {
  encodeEntryBundle,
  entryBundlePath,
  fullWidth,
  parseEntryBundlePath,
  parseTilePath,
  tileHeight,
  tilePath,
  tilesOf,
} from '../../tile/index.ts';
import { checkLog } from '../check/check-log.ts';
import { type Files } from '../files/files.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { logFault } from '../log-fault.ts';
import {
  checkpointFile,
  type LogFiles,
  logCorrupt,
  readBundle,
  readCheckpoint,
  readState,
  readTile,
  rolledBack,
  stateFile,
  versionFile,
} from '../storage/log-files.ts';
import { type FileToWrite } from '../storage/log-storage.ts';
import { encodeTreeState } from '../storage/tree-state.ts';
import { walkTiles } from '../storage/walk-tiles.ts';
import { type LogIdentity } from '../writer/signed-checkpoint.ts';

export interface CopyLogOptions extends LogIdentity {
  readonly files: Files;
  readonly from: string;
  /** Its parent is there. */
  readonly to: string;
}

/**
 * Copies a log that may be written to meanwhile, then checks every byte of the copy. A copy that is there already is brought up to date. The checkpoint is read
 * first and written last, so that at no time a copy has a checkpoint without its tree. Throws `log_corrupt` when the copy does not verify, `log_rolled_back`
 * when the copy that is there is of a larger tree.
 */
export async function backUpLog(options: CopyLogOptions): Promise<{ readonly size: bigint }> {
  const { files, from, to } = options;
  const note = await readCheckpoint({ files, folder: from });
  const size = sizeOf(note);
  const before = sizeOf(await readCheckpoint({ files, folder: to }));
  if (before !== null && (size ?? -1n) < before)
    throw rolledBack(join(from, checkpointFile), `a tree of ${String(before)}, as in the copy`, String(size));
  if (note === null || size === null) throw logCorrupt(join(from, checkpointFile), 'a checkpoint', 'none');
  await copyFiles(options, { note, size });
  const { issues } = await checkLog({ ...options, folder: to });
  const [issue] = issues;
  if (issue !== undefined)
    throw logCorrupt(join(to, issue.path), issue.expected, `${issue.received}, and ${issues.length - 1} more issues`);
  return { size };
}

export interface RestoreLogOptions extends CopyLogOptions {
  /** The size of the largest checkpoint that anybody else is known to have, such as a witness. */
  readonly knownSize: bigint;
}

/**
 * Puts a copy in the place of a log that is gone, and checks every byte of it. Throws `log_owned` when there is something already, and `log_rolled_back` when
 * others have seen a larger tree: signing from this copy would be a fork.
 */
export async function restoreLog(options: RestoreLogOptions): Promise<{ readonly size: bigint }> {
  const { files, from, to, knownSize } = options;
  const names = await files.list(to);
  if (names.length > 0) {
    const remedy = 'restore to a new folder, then put it in the place of the old one';
    throw logFault({ code: 'log_owned', path: to, expected: 'an empty folder', received: names.slice(0, 5).join(', '), remedy });
  }
  const size = sizeOf(await readCheckpoint({ files, folder: from }));
  if (size !== null && size < knownSize) {
    throw rolledBack(join(from, checkpointFile), `a tree of ${String(knownSize)}, which others have seen`, String(size));
  }
  return backUpLog(options);
}

interface Head {
  readonly note: string;
  readonly size: bigint;
}

async function copyFiles({ files, from, to }: CopyLogOptions, { note, size }: Head): Promise<void> {
  const source = { files, folder: from };
  const state = await readState(source);
  if (state === null) throw logCorrupt(join(from, stateFile), 'the state of the tree', 'none');
  const known = new Set<string>();
  const write = (path: string, bytes: Uint8Array) => putFile({ files, folder: to }, { path, bytes, known });
  for await (const path of walkTiles(source)) {
    if (!isOf(path, state.size) || (isFull(path) && (await isSameFile({ files, from, to }, path)))) continue;
    const bytes = await files.read(join(from, path));
    // A partial tile may go while the copy is made; the right edge is copied below.
    if (bytes !== null) await write(path, bytes);
  }
  for (const { path, bytes } of await rightEdgeOf(source, state.size)) await write(path, bytes);
  await write(versionFile, (await files.read(join(from, versionFile))) ?? new TextEncoder().encode('1'));
  await write(stateFile, encodeTreeState({ ...state, published: size, growingTo: null }));
  await write(checkpointFile, new TextEncoder().encode(note));
}

/** The partial tiles and the partial bundle of a tree, cut from the full ones where those have taken their place. */
async function rightEdgeOf(source: LogFiles, size: bigint): Promise<readonly FileToWrite[]> {
  const partial = tilesOf(0n, size).filter(({ width }) => width < fullWidth);
  const edge = await Promise.all(partial.map(async (tile) => ({ path: tilePath(tile), bytes: await readTile(source, tile) })));
  const last = partial.find(({ level }) => level === 0);
  if (last === undefined) return edge;
  return [...edge, { path: entryBundlePath(last), bytes: encodeEntryBundle(await readBundle(source, last)) }];
}

async function putFile(
  { files, folder }: LogFiles,
  { path, bytes, known }: { readonly path: string; readonly bytes: Uint8Array; readonly known: Set<string> },
): Promise<void> {
  const target = join(folder, path);
  await makeFolders(files, { path: dirname(target), top: folder, known });
  await writeAtomically(files, { path: target, temporary: join(dirname(target), `.${basename(target)}.tmp`), bytes });
}

async function makeFolders(
  files: Files,
  { path, top, known }: { readonly path: string; readonly top: string; readonly known: Set<string> },
): Promise<void> {
  if (known.has(path)) return;
  if (path !== top) await makeFolders(files, { path: dirname(path), top, known });
  await files.makeFolder(path);
  await files.syncFolder(dirname(path));
  known.add(path);
}

/** A full tile never changes; one that differs in the copy is damaged there, or here, and the check of the copy tells. */
async function isSameFile({ files, from, to }: Pick<CopyLogOptions, 'files' | 'from' | 'to'>, path: string): Promise<boolean> {
  const [one, other] = [await files.read(join(from, path)), await files.read(join(to, path))];
  return one !== null && other !== null && Buffer.compare(one, other) === 0;
}

function isFull(path: string): boolean {
  return !path.includes('.p/');
}

function isOf(path: string, size: bigint): boolean {
  const bundle = parseEntryBundlePath(path);
  const tile = bundle === undefined ? parseTilePath(path) : { level: 0, ...bundle };
  return tile !== undefined && (tile.index << 8n) + BigInt(Math.min(tile.width, fullWidth)) <= size >> BigInt(tileHeight * tile.level);
}

function sizeOf(note: string | null): bigint | null {
  const parsed = note === null ? null : parseNote(note);
  const checkpoint = parsed?.ok === true ? parseCheckpoint(parsed.value.text) : null;
  return checkpoint?.ok === true ? checkpoint.value.size : null;
}
