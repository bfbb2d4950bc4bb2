import { describe, expect, test } from 'vitest';
import { actor, log, origin, policy, signedCheckpoint } from '../testing/actors.ts';
import { memoryTree } from '../testing/memory-tree.ts';
import { tileBytes } from '../tile/tile-hashes.ts';
import { type ReadTile } from '../tile/tile-reader.ts';
import { frontierOf, rootOf } from '../tree/frontier.ts';
import { verifyGrowth } from './verify-growth.ts';

const tree = memoryTree(700);
const other = memoryTree(700, (index) => new TextEncoder().encode(index === 3 ? 'another' : `entry ${index}`));
const tilesOf =
  ({ hashAt }: typeof tree): ReadTile =>
  (tile) =>
    Promise.resolve(tileBytes(tile, hashAt));
const options = { policy, readTile: tilesOf(tree) };
const rootAt = (size: bigint, { hashAt } = tree): Uint8Array => rootOf(frontierOf(size, hashAt));
const checkpoint = (size: bigint, of = tree): Promise<string> => signedCheckpoint({ size, root: rootAt(size, of) });

async function verdictOf(one: string, another: string, readTile = options.readTile) {
  const { verdict, steps } = await verifyGrowth([one, another], { policy, readTile });
  expect(steps.every(({ ok }) => ok)).toBe(verdict.kind !== 'refused');
  return verdict;
}

describe('two checkpoints of one log', () => {
  test.each([
    [0n, 1n],
    [1n, 700n],
    [255n, 257n],
    [256n, 512n],
    [699n, 700n],
    [700n, 700n],
  ])('from %s to %s leaves it has only grown, in whatever order they are given', async (from, to) => {
    const [older, newer] = [await checkpoint(from), await checkpoint(to)];
    expect(await verdictOf(older, newer)).toEqual({ kind: 'grew', log: origin, from, to });
    expect(await verdictOf(newer, older)).toEqual({ kind: 'grew', log: origin, from, to });
  });

  test('of one size with two roots are the proof of a fork, without a tile', async () => {
    const noTile: ReadTile = () => Promise.reject(new Error('no tile is needed'));
    expect(await verdictOf(await checkpoint(500n), await checkpoint(500n, other), noTile)).toEqual({
      kind: 'forked',
      log: origin,
      size: 500n,
    });
  });

  test('of which one belongs to another history are refused, whichever tiles are shown', async () => {
    for (const of of [tree, other]) {
      const verdict = await verdictOf(await checkpoint(300n, other), await checkpoint(600n), tilesOf(of));
      expect(verdict).toEqual({ kind: 'refused', step: 'growth', detail: 'not_consistent' });
    }
  });

  test('are not called consistent by tiles of another log', async () => {
    expect(await verdictOf(await checkpoint(300n), await checkpoint(600n), tilesOf(other))).toMatchObject({
      kind: 'refused',
      step: 'growth',
    });
  });
});

describe('what is no checkpoint of a log of the policy', () => {
  const strange = 'other.example/2026h2';

  test.each<[string, () => Promise<string>, string]>([
    ['no note', () => Promise.resolve('checkpoint'), 'note_not_split'],
    ['nothing', () => Promise.resolve(''), 'note_not_split'],
    [
      'a note that nobody known signed',
      async () => signedCheckpoint({ size: 5n, root: rootAt(5n), origin: strange, signer: await actor(strange), cosigners: [] }),
      'note_not_signed',
    ],
    ['a note that witnesses signed and the log did not', async () => withoutLog(await checkpoint(5n)), 'log_unknown'],
    ['a checkpoint with another size', async () => (await checkpoint(5n)).replace('\n5\n', '\n6\n'), 'note_signature_invalid'],
  ])('%s is refused at its own step', async (_name, made, code) => {
    const verdict = await verdictOf(await checkpoint(600n), await made());
    expect(verdict).toMatchObject({ kind: 'refused', step: 'other', detail: code });
    expect(await verdictOf(await made(), await checkpoint(600n))).toMatchObject({ kind: 'refused', step: 'one', detail: code });
  });

  test('checkpoints of two logs of the policy are not compared', async () => {
    const second = await actor(strange);
    const both = { ...policy, logs: [...policy.logs, { key: second, url: null }] };
    const theirs = await signedCheckpoint({ size: 5n, root: rootAt(5n), origin: strange, signer: second });
    const { verdict } = await verifyGrowth([await checkpoint(600n), theirs], { ...options, policy: both });
    expect(verdict).toEqual({ kind: 'refused', step: 'log', detail: 'another_log' });
  });
});

/** The signature line of the log taken out. */
function withoutLog(note: string): string {
  return note
    .split('\n')
    .filter((line) => !line.startsWith(`— ${log.name} `))
    .join('\n');
}
