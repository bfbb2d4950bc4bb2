import { describe, expect, test } from 'vitest';
import { emptyRoot } from '../../tree/index.ts';
import { type WitnessedTree } from '../../witness/index.ts';
import { seededRandom } from '../files/testing/random.ts';
import { type DiskFault, type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type Loss } from '../files/testing/volume.ts';
import { ownerWith } from '../lock/testing/owner.ts';
import { openWitnessStore, type WitnessStore, type WitnessStoreOptions } from './witness-store.ts';

const origin = 'log.example/2026h2';
const random = seededRandom(2026);
const none: WitnessedTree = { size: 0n, root: emptyRoot };

const tree = (size: number): WitnessedTree => ({ size: BigInt(size), root: new Uint8Array(32).fill(size) });
const cosigned = () => Promise.resolve('cosigned');

function storeOn({ files }: SimulatedDisk, more: Partial<WitnessStoreOptions> = {}): Promise<WitnessStore> {
  return openWitnessStore({ files, folder: '/witness', owner: ownerWith('gone'), ...more });
}

describe('the memory of a witness', () => {
  test('is the latest tree of each log, also after a loss of power', async () => {
    const disk = simulatedDisk();
    const store = await storeOn(disk);
    expect(store.tree(origin)).toEqual(none);
    await store.advance({ origin, from: none, to: tree(3) }, cosigned);
    await store.advance({ origin: '__proto__', from: none, to: tree(4) }, cosigned);
    expect(await store.advance({ origin, from: tree(3), to: tree(5) }, cosigned)).toBe('cosigned');
    const next = await storeOn(disk.restart('lost', random));
    expect([origin, '__proto__', 'other'].map((log) => next.tree(log))).toEqual([tree(5), tree(4), none]);
  });

  test('changes only from the tree that was judged, and nothing is cosigned otherwise', async () => {
    const store = await storeOn(simulatedDisk());
    const steps = [7, 9, 8].map((size) => store.advance({ origin, from: none, to: tree(size) }, cosigned));
    expect(await Promise.all(steps)).toEqual(['cosigned', null, null]);
    expect(await store.advance({ origin, from: { ...tree(7), root: emptyRoot }, to: tree(9) }, cosigned)).toBeNull();
    expect(store.tree(origin)).toEqual(tree(7));
  });

  test('keeps the next change waiting until what was stored is cosigned', async () => {
    const store = await storeOn(simulatedDisk());
    const order: string[] = [];
    const slow = async () => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      order.push(`cosigned while ${String(store.tree(origin).size)} is the latest`);
    };
    const first = store.advance({ origin, from: none, to: tree(3) }, slow);
    await Promise.all([first, store.advance({ origin, from: tree(3), to: tree(5) }, slow)]);
    expect(order).toEqual(['cosigned while 3 is the latest', 'cosigned while 5 is the latest']);
  });

  test('is not written for a tree that is there already', async () => {
    const disk = simulatedDisk();
    const store = await storeOn(disk);
    await store.advance({ origin, from: none, to: tree(3) }, cosigned);
    disk.failAt({ at: 1, kind: 'fails', stays: true });
    expect(await store.advance({ origin, from: tree(3), to: tree(3) }, cosigned)).toBe('cosigned');
  });

  test('has one owner; one that lost the folder stores and cosigns no more', async () => {
    const disk = simulatedDisk();
    const first = await storeOn(disk);
    await expect(storeOn(disk, { owner: ownerWith('running') })).rejects.toMatchObject({ code: 'log_owned' });
    const second = await storeOn(disk, { owner: ownerWith('running'), takeOver: 'always' });
    await expect(first.advance({ origin, from: none, to: tree(3) }, cosigned)).rejects.toMatchObject({ code: 'witness_lost' });
    expect(await second.advance({ origin, from: none, to: tree(5) }, cosigned)).toBe('cosigned');
    await second.close();
    await second.close();
    await expect(second.advance({ origin, from: tree(5), to: tree(6) }, cosigned)).rejects.toMatchObject({ code: 'witness_closed' });
  });
});

describe('a folder that was rolled back or damaged is refused, with the name of the file', () => {
  const past: ReadonlyMap<string, Uint8Array>[] = [];

  async function grown(): Promise<SimulatedDisk> {
    const disk = simulatedDisk();
    const store = await storeOn(disk);
    past.length = 0;
    for (const [from, to] of [[0, 3] as const, [3, 5] as const, [5, 9] as const]) {
      await store.advance({ origin, from: from === 0 ? none : tree(from), to: tree(to) }, cosigned);
      past.push(new Map([...disk.everything()].map(([path, bytes]) => [path, bytes.slice()])));
    }
    await store.close();
    return disk;
  }

  test.each<[string, string, (bytes: Uint8Array) => Uint8Array | null, string]>([
    ['an older state', 'state', () => past[1]?.get('/witness/state') ?? null, 'witness_rolled_back'],
    ['an older mark', 'mark', () => past[0]?.get('/witness/mark') ?? null, 'witness_rolled_back'],
    ['no state', 'state', () => null, 'witness_rolled_back'],
    ['no mark', 'mark', () => null, 'witness_rolled_back'],
    ['half a state', 'state', (bytes) => bytes.slice(0, 40), 'witness_corrupt'],
    ['an empty state', 'state', () => new Uint8Array(), 'witness_corrupt'],
    ['a size that flipped', 'state', (bytes) => replaced(bytes, '"size":"9"', '"size":"8"'), 'witness_corrupt'],
    ['a number of writes that flipped', 'state', (bytes) => replaced(bytes, '"writes":"4"', '"writes":"5"'), 'witness_corrupt'],
    ['a size that is none', 'state', (bytes) => replaced(bytes, '"size":"9"', '"size":"x"'), 'witness_corrupt'],
    ['a state that is no JSON', 'state', () => new TextEncoder().encode('{'), 'witness_corrupt'],
    ['half a mark', 'mark', (bytes) => bytes.slice(0, 1), 'witness_corrupt'],
    ['a mark that is no number', 'mark', () => new TextEncoder().encode('x\n'), 'witness_corrupt'],
  ])('%s', async (_title, name, ...[change, code]) => {
    const disk = await grown();
    disk.tamper(`/witness/${name}`, change);
    const owner = () => ownerWith('running');
    const refusal = { code, message: expect.stringContaining(`/witness/${name}`) as string };
    await expect(storeOn(disk, { owner: owner() })).rejects.toMatchObject(refusal);
    // And the folder is free again.
    await expect(storeOn(disk, { owner: owner() })).rejects.toMatchObject(refusal);
  });

  test('no file at all, of a witness that was there before', async () => {
    const disk = simulatedDisk();
    await expect(storeOn(disk, { mayBeNew: false })).rejects.toMatchObject({ code: 'witness_rolled_back' });
    expect((await storeOn(disk)).tree(origin)).toEqual(none);
  });
});

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(from);
  return new TextEncoder().encode(text.replace(from, to));
}

describe('whichever operation of the disk fails, what was cosigned is remembered', () => {
  const faults: readonly Omit<DiskFault, 'at'>[] = [
    { kind: 'stops' },
    { kind: 'fails' },
    { kind: 'short', errno: 'EIO' },
    { kind: 'short', errno: 'ENOSPC', stays: true },
  ];
  const cases = faults.flatMap((fault) => (['nothing', 'lost', 'kept', 'mixed'] as const).map((loss) => ({ fault, loss })));

  /** Grows the log as far as the disk lets it, opening the folder anew after a fault; says what was cosigned. */
  async function script(disk: SimulatedDisk): Promise<bigint> {
    let cosignedSize = 0n;
    for (const sizes of [[3, 5], [8, 9], [12]]) {
      const store = await storeOn(disk).catch(() => null);
      for (const size of store === null ? [] : sizes) {
        const act = () => Promise.resolve((cosignedSize = BigInt(size)));
        await store?.advance({ origin, from: store.tree(origin), to: tree(size) }, act).catch(() => undefined);
      }
      await store?.close().catch(() => undefined);
    }
    return cosignedSize;
  }

  test.each(cases)(
    '$fault.kind ($fault.errno), then unsynced is $loss',
    async ({ fault, loss }: { fault: Omit<DiskFault, 'at'>; loss: Loss | 'nothing' }) => {
      const whole = simulatedDisk();
      expect(await script(whole)).toBe(12n);
      for (let at = 1; at <= whole.operations(); at++) {
        const disk = simulatedDisk();
        disk.failAt({ ...fault, at });
        const cosignedSize = await script(disk);
        disk.failAt(null);
        const again = disk.restart(loss, random);
        const store = await storeOn(again);
        expect(store.tree(origin).size, `operation ${at}`).toBeGreaterThanOrEqual(cosignedSize);
        await store.advance({ origin, from: store.tree(origin), to: tree(20) }, cosigned);
        expect((await storeOn(again.restart('lost', random))).tree(origin)).toEqual(tree(20));
      }
    },
  );

  test('after a write that failed nothing is stored or cosigned until the folder is opened again', async () => {
    const disk = simulatedDisk();
    const store = await storeOn(disk);
    disk.failAt({ at: 3, kind: 'short', errno: 'ENOSPC' });
    let count = 0;
    const act = () => Promise.resolve((count += 1));
    await expect(store.advance({ origin, from: none, to: tree(3) }, act)).rejects.toMatchObject({ code: 'disk_full' });
    disk.failAt(null);
    await expect(store.advance({ origin, from: none, to: tree(3) }, act)).rejects.toMatchObject({ code: 'witness_stopped' });
    expect(count).toBe(0);
  });

  test('openings that crash one after the other do not lock the witness out', async () => {
    let disk = simulatedDisk();
    const first = await storeOn(disk);
    await first.advance({ origin, from: none, to: tree(3) }, cosigned);
    for (let at = 1; at < 40; at++) {
      disk.failAt({ kind: 'stops', at });
      await storeOn(disk).catch(() => undefined);
      disk = disk.restart('mixed', random);
    }
    expect((await storeOn(disk)).tree(origin)).toEqual(tree(3));
  });
});
