import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { lockDataFolder } from '@parlance/gateway/data-folder-lock';
import { parseSignerKey, type Signer } from '@parlance/log';
import { nodeFiles } from '@parlance/log/node';
import { issuesFound } from './exit-codes.ts';
import { findShards, type LogShard } from './log-shards.ts';

export interface OwnLog extends LogShard {
  readonly home: string;
  readonly signer: Signer;
}

/**
 * Works on a data folder that no server owns meanwhile. What stops the work is told on stderr and gives exit code 1; wrong usage is thrown on.
 */
export async function owning(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    const lock = await lockDataFolder(folder);
    try {
      await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'bad_usage') throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = issuesFound;
  }
}

/** The logs of a data folder, with the keys that sign them. Throws `bad_usage`, `log_key_unusable`. */
export async function logsIn(data: string): Promise<readonly OwnLog[]> {
  if (!existsSync(join(data, 'log'))) throw new CodedError('bad_usage', `${data}: no data folder with a log`);
  const { shards } = await findShards(join(data, 'log'));
  return Promise.all(shards.flatMap(({ home, ...shard }) => (home === null ? [] : [withKey({ ...shard, home })])));
}

async function withKey(shard: Omit<OwnLog, 'signer'>): Promise<OwnLog> {
  const path = join(shard.home, 'key');
  const bytes = await nodeFiles.read(path);
  const signer = bytes === null ? null : await parseSignerKey(new TextDecoder().decode(bytes).trim());
  if (signer?.ok === true) return { ...shard, signer: signer.value };
  throw new CodedError('log_key_unusable', `${path}: no signing key; restore the key of this log first`);
}
