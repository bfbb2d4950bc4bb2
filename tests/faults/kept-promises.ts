import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEntryBundle, entryBundlePath, formatReceipt, parsePolicy, type Policy, verifyCheckpoint } from '@parlance/log';
import { auditShard, checkLog, nodeFiles } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { expect } from 'vitest';
import { type AnswerLog, openAnswerLog } from '../../apps/gateway/src/record/answer-log.ts';
import { shardOf } from '../../apps/gateway/src/record/hour.ts';
import { naiveTree } from '../../packages/log/src/testing/naive-tree.ts';
import { pack } from '../log/recorded-folder.ts';

export interface Told {
  /** Ids of receipts. */
  readonly promised: readonly string[];
  /** Signed notes. */
  readonly checkpoints: readonly string[];
}

/**
 * Opens a log again whose process is gone: each promise is proved, each checkpoint that was ever signed is of this history, every byte of the tree is as it was signed, and the
 * audit has nothing to say.
 */
export async function expectKept(dataFolder: string, { promised, checkpoints }: Told): Promise<void> {
  const left = checkpointsLeft(dataFolder);
  const onFault = (error: unknown): void => {
    throw error;
  };
  const log = await openAnswerLog({
    dataFolder,
    name: 'log.example',
    inForce: { pack, release: null },
    now: () => new Date(),
    onFault,
    pause: 1_000_000_000,
  });
  await log.drain();
  const policy = policyOf(log);
  const now = BigInt(Math.floor(Date.now() / 1000));
  const keys = policy.logs.map(({ key }) => key);
  for (const id of promised) {
    const receipt = await log.receipt(id);
    expect(receipt, `the receipt ${id}`).not.toBeNull();
    expect((await verifyReceipt(formatReceipt(receipt!), { policy, keys, now })).verdict, id).toMatchObject({ kind: 'proved' });
  }
  await expectOneHistory(log, policy, [...left, ...checkpoints]);
  const { folder, origin } = log;
  expect((await checkLog({ files: nodeFiles, folder, origin, key: keys[0]! })).issues).toEqual([]);
  await log.close();
  const { faults } = await auditShard({ files: nodeFiles, home: join(folder, '..'), tree: folder, policy, now });
  expect(faults).toEqual([]);
}

/** What the process had signed and put on the disk when it ended, published or on its way. */
function checkpointsLeft(dataFolder: string): readonly string[] {
  const tree = join(dataFolder, 'log', shardOf(new Date()), 'tree');
  return (
    ['checkpoint', join('.state', 'owner-1', 'checkpoint')]
      .map((name) => join(tree, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
      // A file that could not be written was not signed either.
      .filter((note) => note !== '')
  );
}

function policyOf(log: AnswerLog): Policy {
  const policy = parsePolicy(log.policy);
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}

async function expectOneHistory(log: AnswerLog, policy: Policy, notes: readonly string[]): Promise<void> {
  const width = Number(log.published().size);
  expect(width).toBeLessThan(256);
  const path = join(log.folder, entryBundlePath({ index: 0n, width }));
  const { root } = naiveTree(decodeEntryBundle(readFileSync(path)));
  for (const note of notes) {
    const verified = await verifyCheckpoint(note, policy);
    if (!verified.ok) throw new Error(`${verified.code}: ${note}`);
    const { checkpoint } = verified.value;
    expect(Buffer.from(root(Number(checkpoint.size))).equals(checkpoint.root), note).toBe(true);
  }
}
