import { describe, expect, test } from 'vitest';
import { randomBytesFrom, seededRandom } from '../files/testing/random.ts';
import { type DiskFault, type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type Loss } from '../files/testing/volume.ts';
import { ownerWith } from '../lock/testing/owner.ts';
import { openFileJournal } from './file-journal.ts';
import { type Journal } from './journal.ts';
import { bytesOf, textsFrom } from './testing/journal-contract.ts';

const random = seededRandom(2026);

async function openOn({ files }: SimulatedDisk): Promise<Journal> {
  const options = { folder: '/journal', shard: 'test', randomBytes: randomBytesFrom(random), segmentBytes: 100, owner: ownerWith('gone') };
  return (await openFileJournal({ files, ...options })).journal;
}

interface Promises {
  /** What each position was acknowledged for. */
  readonly acknowledged: Map<bigint, string>;
  /** Every append, whole, whatever came of it. */
  readonly asked: string[][];
  mayBeDroppedBefore: bigint;
}

/** Opens, appends alone and together, drops, closes, opens again and appends more; goes on after each refusal. */
async function script(disk: SimulatedDisk): Promise<Promises> {
  const promises: Promises = { acknowledged: new Map(), asked: [], mayBeDroppedBefore: 0n };
  for (const life of [0, 1]) {
    const journal = await openOn(disk).catch(() => null);
    if (journal === null) continue;
    const append = async (texts: string[]) => {
      promises.asked.push(texts);
      const positions = await journal.append(texts.map(bytesOf)).catch(() => []);
      for (const [index, position] of positions.entries()) promises.acknowledged.set(position, texts[index] ?? '');
    };
    await append([`${life}-alone`]);
    await Promise.all([append([`${life}-x`, `${life}-y`]), append([`${life}-z`]), append([`${life}-${'long'.repeat(60)}`])]);
    await append([`${life}-next segment`]);
    await append([`${life}-again`, `${life}-and again`]);
    promises.mayBeDroppedBefore = 6n;
    await journal.truncateBefore(6n).catch(() => undefined);
    await append([`${life}-last`]);
    await journal.close().catch(() => undefined);
  }
  return promises;
}

async function checkPromises(disk: SimulatedDisk, { acknowledged, asked, mayBeDroppedBefore }: Promises): Promise<void> {
  const journal = await openOn(disk);
  const { first, next } = await journal.span();
  expect(first <= mayBeDroppedBefore).toBe(true);
  const found = await textsFrom(journal, first);
  expect(found.map(([position]) => position)).toEqual(Array.from({ length: Number(next - first) }, (_, index) => first + BigInt(index)));
  const texts = new Map(found);
  for (const [position, text] of acknowledged) if (position >= first) expect(texts.get(position)).toBe(text);
  expect(new Set(texts.values()).size).toBe(texts.size);
  for (const group of asked) {
    const places = group.map((text) => found.findIndex(([, other]) => other === text));
    const isDropped = places.includes(-1) && first > 0n;
    if (!isDropped) expect(places.every((place, index) => place === (places[0] === -1 ? -1 : (places[0] ?? 0) + index))).toBe(true);
  }
  expect(await journal.append([bytesOf('after')])).toEqual([next]);
  await journal.close();
  const again = await openOn(disk);
  expect((await textsFrom(again, first)).at(-1)).toEqual([next, 'after']);
  await again.close();
}

async function countOperations(): Promise<number> {
  const disk = simulatedDisk();
  const promises = await script(disk);
  const count = disk.operations();
  expect(promises.acknowledged.size).toBe(18);
  await checkPromises(disk, promises);
  return count;
}

const faults: readonly (readonly [string, Omit<DiskFault, 'at'>])[] = [
  ['fails once', { kind: 'fails', errno: 'EIO' }],
  ['fails once, half done', { kind: 'short', errno: 'EIO' }],
  ['finds a disk that is full and stays so', { kind: 'short', errno: 'ENOSPC', stays: true }],
  ['is the last before a crash', { kind: 'stops' }],
];
const losses: readonly (Loss | 'nothing')[] = ['nothing', 'lost', 'kept', 'mixed', 'mixed', 'mixed'];

describe.each(faults)('whichever operation %s', (_title, fault) => {
  test.each(losses.map((loss, index) => ({ loss, index })))(
    'nothing acknowledged is lost, nothing is doubled, appends stay whole (unsynced: $loss, $index)',
    async ({ loss }) => {
      const count = await countOperations();
      expect(count).toBeGreaterThan(60);
      for (let at = 1; at <= count; at++) {
        const disk = simulatedDisk();
        disk.failAt({ ...fault, at });
        const promises = await script(disk);
        disk.failAt(null);
        await checkPromises(disk.restart(loss, random), promises).catch((error: unknown) => {
          throw new Error(`operation ${at} of ${count}`, { cause: error });
        });
      }
    },
  );
});
