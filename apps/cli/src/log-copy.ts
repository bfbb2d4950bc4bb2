import { mkdirSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpLog, nodeFiles, restoreLog, writeAtomically } from '@parlance/log/node';
import { type OwnLog } from './log-data-folder.ts';

export interface CopyOptions {
  readonly logs: readonly OwnLog[];
  /** Data folders. */
  readonly from: string;
  readonly to: string;
}

export interface CopiedLog {
  readonly origin: string;
  readonly size: bigint;
  /** Files of the receipts, the journal and the shard itself. */
  readonly files: number;
}

/** Trees last: a copy never has a leaf whose receipt it lacks. */
export async function backUpLogs({ logs, from, to }: CopyOptions): Promise<readonly CopiedLog[]> {
  return copyEach({ logs, from, to }, (log, target) => backUpLog({ ...identity(log), from: log.tree, to: target }));
}

export interface RestoreOptions extends CopyOptions {
  /** The sizes that others have seen, by origin. */
  readonly known: ReadonlyMap<string, bigint>;
}

export async function restoreLogs({ known, ...options }: RestoreOptions): Promise<readonly CopiedLog[]> {
  return copyEach(options, (log, target) => {
    const knownSize = known.get(log.signer.name) ?? 0n;
    return restoreLog({ ...identity(log), from: log.tree, to: target, knownSize });
  });
}

function identity({ signer }: OwnLog) {
  return { files: nodeFiles, origin: signer.name, key: signer };
}

type CopyTree = (log: OwnLog, target: string) => Promise<{ readonly size: bigint }>;

async function copyEach({ logs, from, to }: CopyOptions, copyTree: CopyTree): Promise<readonly CopiedLog[]> {
  const copied: CopiedLog[] = [];
  mkdirSync(join(to, 'log'), { recursive: true, mode: 0o700 });
  for (const log of logs) {
    const home = join(to, 'log', log.name);
    for (const folder of [home, join(home, 'tree')]) await nodeFiles.makeFolder(folder);
    const files = await copyBeside(log.home, home);
    const { size } = await copyTree(log, join(home, 'tree'));
    copied.push({ origin: log.signer.name, size, files });
  }
  await copyFile(join(from, 'log', 'policy.txt'), join(to, 'log', 'policy.txt'));
  return copied;
}

/** The number of files. Segments that the journal has dropped are dropped from an older copy too: what is left must have no gap. */
async function copyBeside(from: string, to: string): Promise<number> {
  let files = 0;
  // Nobody else may read the key, not even while it is written.
  await writeFile(join(to, 'key.new'), '', { mode: 0o600 });
  for (const name of ['key', 'in-force']) files += await copyFile(join(from, name), join(to, name));
  await rm(join(to, 'key.new'), { force: true });
  await chmod(join(to, 'key'), 0o600);
  for (const [folder, pattern] of [
    ['receipts', /\.receipts$/],
    ['journal', /\.journal$/],
  ] as const) {
    const names = (await nodeFiles.list(join(from, folder))).filter((name) => pattern.test(name));
    if (names.length > 0) await nodeFiles.makeFolder(join(to, folder));
    for (const name of names) files += await copyFile(join(from, folder, name), join(to, folder, name));
    for (const name of await nodeFiles.list(join(to, folder)))
      if (pattern.test(name) && !names.includes(name)) await nodeFiles.remove(join(to, folder, name));
  }
  return files;
}

async function copyFile(from: string, to: string): Promise<number> {
  const [bytes, before] = [await nodeFiles.read(from), await nodeFiles.read(to)];
  if (bytes === null) return 0;
  if (before === null || Buffer.compare(bytes, before) !== 0) await writeAtomically(nodeFiles, { path: to, temporary: `${to}.new`, bytes });
  return 1;
}
