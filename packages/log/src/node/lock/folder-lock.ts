import { basename, join } from 'node:path';
import { type Files } from '../files/files.ts';
import { writeSynced } from '../files/write-atomically.ts';
import { logFault } from '../log-fault.ts';
import { type Life, type Owner, processIdentity, type ProcessIdentity, thisProcess } from './process-life.ts';

export interface FolderLock {
  /** Larger than that of every earlier owner. */
  readonly token: number;
  /** Where to write a file that is then renamed into its place: a rename that comes after the loss of the lock finds nothing to rename. */
  temporary(name: string): string;
  isHeld(): Promise<boolean>;
  /** The folder is free from here on. */
  release(): Promise<void>;
}

export interface LockOptions {
  readonly files: Files;
  /** The folder that holds the folders of the owners. It is there. */
  readonly folder: string;
  readonly owner?: Owner;
  /**
   * `if-gone`: only from a process that surely runs no more. `always`: whoever it is, for a caller that knows better than this machine can. An owner that
   * still runs is fenced off in both cases, and what it tries to publish fails.
   */
  readonly takeOver?: 'if-gone' | 'always';
}

/**
 * Makes the caller the one owner of a folder. Throws `log_owned`.
 *
 * ```
 * owner-7.gone/                the last owner, which went: its number is not given out again
 * owner-8/owner.json           the owner: {"pid":4711,"host":"...","world":"...","born":"..."}
 * owner-8/tile_0_000           what the owner is about to rename into its place
 * candidate-<nonce>/owner.json somebody who is about to try
 * ```
 *
 * Renaming a folder onto one that is not empty fails, so only one process can become a number; renaming the folder of an owner away takes every
 * unfinished file from it in the same step.
 */
export async function lockFolder({ files, folder, owner = thisProcess(), takeOver = 'if-gone' }: LockOptions): Promise<FolderLock> {
  const candidate = join(folder, `candidate-${owner.nonce}`);
  await files.makeFolder(candidate);
  await writeSynced(files, join(candidate, 'owner.json'), new TextEncoder().encode(JSON.stringify(owner.identity)));
  await files.syncFolder(candidate);
  const last = await retireLast({ files, folder, owner, takeOver });
  const token = last + 1;
  const own = join(folder, nameOf(token));
  if ((await files.rename(candidate, own)) !== 'done') {
    await discard({ files, folder, owner }, basename(candidate));
    throw ownedError(folder, null);
  }
  if ((await ownersIn(files, folder)).some((other) => isAhead(other, token))) {
    await discard({ files, folder, owner }, nameOf(token));
    throw ownedError(folder, null);
  }
  const lock = heldLock(files, folder, token);
  await keepOnly({ files, folder, owner }, token).catch(async (error: unknown) => {
    await lock.release().catch(() => undefined);
    throw error;
  });
  return lock;
}

function heldLock(files: Files, folder: string, token: number): FolderLock {
  const own = join(folder, nameOf(token));
  return {
    token,
    temporary: (name) => join(own, name.replaceAll('/', '_')),
    isHeld: async () => (await files.list(own)).includes('owner.json'),
    async release() {
      await files.rename(own, `${own}.gone`);
      await files.syncFolder(folder);
    },
  };
}

/** The number of the last owner, which is none any more when this returns. */
async function retireLast({ files, folder, owner, takeOver }: Required<LockOptions>): Promise<number> {
  const owners = await ownersIn(files, folder);
  for (const { name } of owners.filter(({ isGone }) => !isGone)) {
    const identity = parseIdentity(await files.read(join(folder, name, 'owner.json')));
    const life: Life = identity === null ? 'unknowable' : owner.lifeOf(identity);
    if (takeOver === 'if-gone' && life !== 'gone') throw ownedError(folder, identity);
    await files.rename(join(folder, name), join(folder, `${name}.gone`));
  }
  return Math.max(0, ...owners.map(({ number }) => number));
}

interface SeenOwner {
  readonly name: string;
  readonly number: number;
  readonly isGone: boolean;
}

async function ownersIn(files: Files, folder: string): Promise<readonly SeenOwner[]> {
  return (await files.list(folder)).flatMap((name) => {
    const [, number, gone] = /^owner-(\d{1,15})(\.gone)?$/.exec(name) ?? [];
    return number === undefined ? [] : [{ name, number: Number(number), isGone: gone !== undefined }];
  });
}

/** A number that was given out before, or a later one: somebody else was quicker, perhaps long ago. */
function isAhead({ number, isGone }: SeenOwner, token: number): boolean {
  return number > token || (number === token && isGone);
}

interface Claim {
  readonly files: Files;
  readonly folder: string;
  readonly owner: Owner;
}

/** The own folder is trace enough of all earlier numbers. Later ones are not touched: this owner may have lost the folder already. */
async function keepOnly(claim: Claim, token: number): Promise<void> {
  const { files, folder } = claim;
  await files.syncFolder(folder);
  const earlier = (await ownersIn(files, folder)).filter(({ number }) => number < token).map(({ name }) => name);
  const unfinished = (await files.list(folder)).filter((name) => /^(candidate|discarded)-/.test(name));
  for (const name of [...earlier, ...unfinished]) await discard(claim, name);
}

/** Out of the way in one step, then removed: nobody may find it empty under its old name, because an empty folder can be renamed onto. */
async function discard({ files, folder, owner }: Claim, name: string): Promise<void> {
  const path = join(folder, `discarded-${owner.nonce}`);
  if ((await files.rename(join(folder, name), path)) !== 'done') return;
  for (const file of await files.list(path)) await files.remove(join(path, file));
  await files.removeFolder(path);
}

function nameOf(token: number): string {
  return `owner-${token}`;
}

function parseIdentity(bytes: Uint8Array | null): ProcessIdentity | null {
  if (bytes === null) return null;
  try {
    return processIdentity.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

function ownedError(folder: string, identity: ProcessIdentity | null) {
  const owner =
    identity === null ? 'another process' : `process ${identity.pid} on ${identity.host.replaceAll(/\p{C}/gu, '?').slice(0, 256)}`;
  return logFault({
    code: 'log_owned',
    path: folder,
    expected: 'no owner',
    received: owner,
    remedy: 'stop that process; if it is surely gone, open with takeOver "always"',
  });
}
