import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CodedError } from '@parlance/core';
import { nodeFiles } from '@parlance/log/node';

/** One log on the disk. */
export interface LogShard {
  /** `2026h2`, or the name of the folder. */
  readonly name: string;
  /** Folder with `tree/` and what the operator keeps beside it; null for a public tree alone. */
  readonly home: string | null;
  /** Folder with the checkpoint and the tiles. */
  readonly tree: string;
}

export interface FoundShards {
  readonly shards: readonly LogShard[];
  /** Where a policy would lie, most likely first. */
  readonly policies: readonly string[];
}

/** The logs in a data folder, in its folder `log`, in the folder of a shard, or in a copy of a public tree. Throws `bad_usage` when there is none. */
export async function findShards(path: string): Promise<FoundShards> {
  const names = await nodeFiles.list(path);
  if (names.includes('log')) {
    const found = await findShards(join(path, 'log'));
    return { ...found, policies: [...found.policies, join(path, 'policy.txt')] };
  }
  const policies = [path, dirname(path), dirname(dirname(path))].map((folder) => join(folder, 'policy.txt'));
  if (names.includes('tree')) return { shards: [shardIn(path)], policies };
  if (names.includes('checkpoint') || names.includes('tile'))
    return { shards: [{ name: basename(path), home: null, tree: path }], policies };
  const shards = names
    .map((name) => join(path, name))
    .filter((home) => isFolder(join(home, 'tree')))
    .map(shardIn);
  if (shards.length > 0) return { shards, policies };
  throw new CodedError('bad_usage', `${path}: no log here; expected a data folder, the folder of a shard or a copy of a public tree`);
}

function shardIn(home: string): LogShard {
  return { name: basename(home), home, tree: join(home, 'tree') };
}

/** A name inside a file is no folder either. */
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
