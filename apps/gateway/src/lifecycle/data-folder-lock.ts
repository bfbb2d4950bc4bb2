import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodedError } from '@parlance/core';
import { lifecycleError, type LifecycleErrorCode } from './lifecycle-error.ts';
import {
  createRecord,
  errorCodeOf,
  formatRecord,
  heartbeat,
  heirPath,
  isHeld,
  type OwnerRecord,
  readRecord,
  type SeenRecord,
} from './owner-record.ts';
import { ownIdentity } from './process-identity.ts';

export interface DataFolderLock {
  /** Tells others where the owner answers. */
  setAddress(address: string): void;
  /** The folder is free from here on. Calling it again does nothing. */
  release(): void;
}

/** What came of one attempt. `changed`: the file moved on while it was looked at; look again. */
type Claim = { readonly kind: 'won' } | { readonly kind: 'held'; readonly by: SeenRecord } | { readonly kind: 'changed' };

/**
 * Makes this process the one owner of a data folder, by the file `owner.json` in it. A record whose process is gone is
 * taken over. Throws `data_folder_owned` with the pid of the owner, or `data_folder_unusable`.
 */
export async function lockDataFolder(dataFolder: string): Promise<DataFolderLock> {
  const path = join(dataFolder, 'owner.json');
  const record = { ...ownIdentity(), started: new Date().toISOString(), address: null, nonce: randomUUID() };
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const claim = await insist(path, record);
    if (claim.kind !== 'won') throw ownedError(dataFolder, claim.kind === 'held' ? claim.by : null);
    return holdLock(path, record);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === null || code.startsWith('data_folder_')) throw error;
    throw lifecycleError(
      'data_folder_unusable',
      `the data folder ${dataFolder} cannot be used (${code}); check PARLANCE_DATA and its permissions`,
    );
  }
}

async function insist(path: string, record: OwnerRecord): Promise<Claim> {
  let claim: Claim = { kind: 'changed' };
  for (let attempt = 0; attempt < 50 && (claim.kind === 'changed' || isHalfWritten(claim)); attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    claim = claimRecord(path, record);
  }
  return claim;
}

/** A record is written a moment after its file is made; then it is worth a second look, for the pid in the message. */
function isHalfWritten(claim: Claim): boolean {
  return claim.kind === 'held' && claim.by.owner === null;
}

/**
 * Creating a file is the one step that only one process can win. A record that was left behind is replaced by its heir alone:
 * the process that creates the file named after the very bytes of that record. An heir that is itself gone has an heir by the same
 * rule. Whoever comes to a heir file after the record was replaced finds other bytes in the record, and steps back.
 */
function claimRecord(path: string, record: OwnerRecord): Claim {
  if (createRecord(path, record)) return { kind: 'won' };
  const seen = readRecord(path);
  if (seen === null) return { kind: 'changed' };
  if (isHeld(seen, record, Date.now())) return { kind: 'held', by: seen };
  const heir = heirPath(path, seen.text);
  const claim = claimRecord(heir, record);
  if (claim.kind !== 'won') return claim;
  if (readRecord(path)?.text !== seen.text) {
    rmSync(heir, { force: true });
    return { kind: 'changed' };
  }
  renameSync(heir, path);
  return claim;
}

function holdLock(path: string, record: OwnerRecord): DataFolderLock {
  const isOurs = () => readRecord(path)?.owner?.nonce === record.nonce;
  const beating = setInterval(() => {
    beat(path);
  }, heartbeat);
  beating.unref();
  return {
    setAddress(address) {
      // By a rename, so that nobody reads half a record.
      const draft = `${path}.${record.nonce}`;
      writeFileSync(draft, formatRecord({ ...record, address }), { mode: 0o600 });
      renameSync(draft, path);
    },
    release() {
      clearInterval(beating);
      if (isOurs()) rmSync(path, { force: true });
    },
  };
}

function beat(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A folder that cannot be touched now may be there again at the next beat.
  }
}

function ownedError(dataFolder: string, seen: SeenRecord | null): CodedError<LifecycleErrorCode> {
  const owner = seen?.owner ?? null;
  if (owner === null) return lifecycleError('data_folder_owned', `the data folder ${dataFolder} is being opened by another process`);
  const address = owner.address === null ? '' : `, which answers at ${shown(owner.address)}`;
  const process = `process ${owner.pid} on ${shown(owner.host)}${address}`;
  return lifecycleError(
    'data_folder_owned',
    `the data folder ${dataFolder} belongs to ${process}; stop it, or set PARLANCE_DATA to another folder`,
  );
}

function shown(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?').slice(0, 256);
}
