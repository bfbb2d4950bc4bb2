import { beforeEach, describe, expect, test } from 'vitest';
import { parseCheckpoint } from '../../checkpoint/index.ts';
import { signerOf, signNote, verifyNote } from '../../note/index.ts';
import { hashLeaf, verifyConsistency, verifyInclusion } from '../../tree/index.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { ownerWith } from '../lock/testing/owner.ts';
import { checkOn, leavesOf, origin, signer, textOf, writerOn } from './testing/test-log.ts';
import { type LogWriter } from './log-writer.ts';

let disk: SimulatedDisk;
let writer: LogWriter;
beforeEach(async () => {
  disk = simulatedDisk();
  writer = await writerOn(disk);
});

async function checkpointOf(note: string) {
  const verified = await verifyNote(note, [signer]);
  const parsed = verified.ok ? parseCheckpoint(verified.value.text) : verified;
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.value;
}

describe('adding', () => {
  test('a new log publishes the empty tree', async () => {
    expect(await checkpointOf(writer.checkpoint())).toMatchObject({ origin, size: 0n });
    expect(await checkOn(disk)).toMatchObject({ issues: [], size: 0n });
  });

  test('leaves get the next positions, and the checkpoint that is published has them', async () => {
    expect((await writer.add(leavesOf(3))).positions).toEqual([0n, 1n, 2n]);
    const { positions, checkpoint } = await writer.add(leavesOf(300, 3));
    expect([positions[0], positions.length]).toEqual([3n, 300]);
    expect(textOf((await disk.files.read('/log/checkpoint')) ?? new Uint8Array())).toBe(checkpoint);
    expect((await checkpointOf(checkpoint)).size).toBe(303n);
    expect(await checkOn(disk)).toMatchObject({ issues: [], size: 303n });
  });

  test('the files are those of tlog-tiles, partial ones until the full one is there', async () => {
    await writer.add(leavesOf(5));
    await writer.add(leavesOf(253, 5));
    const names = [...disk.everything().keys()].filter((path) => path.includes('/tile/')).map((path) => path.slice('/log/tile/'.length));
    expect(names.sort()).toEqual(
      ['0/000', '0/000.p/5', '0/001.p/2', '1/000.p/1', 'entries/000', 'entries/000.p/5', 'entries/001.p/2'].sort(),
    );
    await writer.removePartials();
    expect([...disk.everything().keys()].filter((path) => path.includes('000.p/5'))).toEqual([]);
    expect(await checkOn(disk)).toMatchObject({ issues: [] });
  });

  test('proofs of every position verify, also against an earlier size', async () => {
    const sizes = [1, 2, 255, 256, 257, 600];
    const roots = new Map<bigint, Uint8Array>();
    for (const size of sizes) {
      const { checkpoint } = await writer.add(leavesOf(size - Number(writer.size()), Number(writer.size())));
      roots.set(BigInt(size), (await checkpointOf(checkpoint)).root);
    }
    await writer.removePartials();
    for (const [size, root] of roots) {
      for (const index of [0n, size / 2n, size - 1n]) {
        const proof = await writer.proof(index, size);
        const leafHash = hashLeaf(await writer.readEntry(index));
        expect(verifyInclusion(proof, { leafHash, index, size, root })).toBe(true);
      }
      const toRoot = roots.get(600n) ?? root;
      expect(verifyConsistency(await writer.consistency(size), { from: size, fromRoot: root, to: 600n, toRoot })).toBe(true);
    }
  });

  test('entries are read back as they were added', async () => {
    await writer.add([...leavesOf(256), new Uint8Array(), new Uint8Array(65_535).fill(9)]);
    expect(textOf(await writer.readEntry(255n))).toBe('leaf 255');
    expect((await writer.readEntry(256n)).length).toBe(0);
    expect((await writer.readEntry(257n)).length).toBe(65_535);
  });

  test('adds that come together stand one after the other', async () => {
    const added = await Promise.all([writer.add(leavesOf(2)), writer.add([]), writer.add(leavesOf(2, 2))]);
    expect(added.map(({ positions }) => positions)).toEqual([[0n, 1n], [], [2n, 3n]]);
  });

  test('a leaf that no bundle can hold is refused, and the log goes on', async () => {
    await expect(writer.add([new Uint8Array(65_536)])).rejects.toMatchObject({ code: 'leaf_refused' });
    expect((await writer.add(leavesOf(1))).positions).toEqual([0n]);
  });

  test.each([
    ['an entry past the end', () => writer.readEntry(3n)],
    ['an entry before the start', () => writer.readEntry(-1n)],
    ['a proof in a tree that is not published', () => writer.proof(0n, 4n)],
    ['a proof past the end of a smaller tree', () => writer.proof(2n, 2n)],
    ['a consistency proof from a larger tree', () => writer.consistency(3n, 2n)],
    ['a consistency proof to a tree that is not published', () => writer.consistency(1n, 4n)],
  ])('%s is refused', async (_title, ask) => {
    await writer.add(leavesOf(3));
    await expect(ask()).rejects.toMatchObject({ code: 'position_unknown' });
  });
});

describe('opening again', () => {
  test('the log goes on where it was, with its cursor', async () => {
    await writer.add(leavesOf(300), { cursor: 512n });
    await writer.close();
    const again = await writerOn(disk);
    expect([again.size(), again.cursor(), again.checkpoint()]).toEqual([300n, 512n, writer.checkpoint()]);
    expect((await again.add(leavesOf(1, 300))).positions).toEqual([300n]);
    expect(again.cursor()).toBe(512n);
    expect(await checkOn(disk)).toMatchObject({ issues: [], size: 301n });
  });

  test('a batch without leaves still moves the cursor', async () => {
    await writer.add([], { cursor: 7n });
    await writer.close();
    expect((await writerOn(disk)).cursor()).toBe(7n);
  });

  test('a closed writer refuses', async () => {
    await writer.close();
    await writer.close();
    await expect(writer.add(leavesOf(1))).rejects.toMatchObject({ code: 'log_closed' });
  });

  test('a log of another origin or key is refused', async () => {
    await writer.close();
    const other = await signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(2) });
    await expect(writerOn(disk, { signer: other })).rejects.toMatchObject({ code: 'log_foreign' });
    await expect(writerOn(disk, { origin: 'other.example.org' })).rejects.toMatchObject({ code: 'log_foreign' });
  });

  test('a log of another version is refused', async () => {
    await writer.close();
    disk.tamper('/log/.state/version', () => new TextEncoder().encode('2'));
    await expect(writerOn(disk)).rejects.toMatchObject({ code: 'log_foreign' });
  });
});

describe('signing', () => {
  test('a signature that does not verify is never published, and the tree stays as it was', async () => {
    await writer.add(leavesOf(2));
    await writer.close();
    const broken = await writerOn(disk, { signer: { ...signer, sign: () => Promise.resolve(new Uint8Array(64)) } });
    await expect(broken.add(leavesOf(1, 2))).rejects.toMatchObject({ code: 'signer_wrong' });
    await broken.close();
    const again = await writerOn(disk);
    expect(again.size()).toBe(2n);
    expect(await checkOn(disk)).toMatchObject({ issues: [], size: 2n });
  });

  test('cosignatures are published with the checkpoint, and are kept over a restart', async () => {
    const { checkpoint } = await writer.add(leavesOf(2));
    const witness = await signerOf({ name: 'witness.example.org', algorithm: 'ed25519', seed: new Uint8Array(32).fill(3) });
    const text = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1);
    const cosigned = await signNote(text, [signer, witness]);
    await writer.publishCosigned(cosigned);
    await writer.close();
    expect((await writerOn(disk)).checkpoint()).toBe(cosigned);
  });

  test('a cosigned note of another tree is refused', async () => {
    const { checkpoint } = await writer.add(leavesOf(1));
    await writer.add(leavesOf(1, 1));
    await expect(writer.publishCosigned(checkpoint)).rejects.toMatchObject({ code: 'log_foreign' });
  });
});

describe('a frozen log', () => {
  test('refuses leaves for good, and its last checkpoint stays', async () => {
    const { checkpoint } = await writer.add(leavesOf(3));
    expect(await writer.freeze()).toBe(checkpoint);
    await expect(writer.add(leavesOf(1))).rejects.toMatchObject({ code: 'log_frozen' });
    await writer.close();
    const again = await writerOn(disk);
    expect([again.frozenAt(), again.checkpoint(), await again.freeze()]).toEqual(['2026-07-01T00:00:00.000Z', checkpoint, checkpoint]);
    await expect(again.add(leavesOf(1))).rejects.toMatchObject({
      code: 'log_frozen',
      message: expect.stringContaining('2026-07-01') as string,
    });
    expect((await again.proof(1n)).length).toBe(2);
  });
});

describe('two owners', () => {
  test('the second is refused with the number of the first', async () => {
    await expect(writerOn(disk, { owner: ownerWith('running') })).rejects.toMatchObject({
      code: 'log_owned',
      message: expect.stringContaining('process 4711 on here') as string,
    });
    expect((await writer.add(leavesOf(1))).positions).toEqual([0n]);
  });

  test('an owner that may run on another machine is not taken for gone', async () => {
    await expect(writerOn(disk, { owner: ownerWith('unknowable') })).rejects.toMatchObject({ code: 'log_owned' });
  });

  test('a writer that lost the log cannot publish, whatever it was doing', async () => {
    await writer.add(leavesOf(1));
    disk.failAt(null);
    await writer.add(leavesOf(1, 1));
    const operations = disk.operations();
    for (let at = 0; at < operations; at++) {
      const [fresh, texts] = [simulatedDisk(), ['old', 'new']];
      const first = await writerOn(fresh);
      await first.add(leavesOf(1));
      fresh.failAt(null);
      const adding = first.add([new TextEncoder().encode('old')]).then(
        () => 'published',
        (error: unknown) => error,
      );
      await untilOperation(fresh, at);
      const second = await writerOn(fresh, { owner: ownerWith('running'), takeOver: 'always' });
      const [outcome] = await Promise.all([adding, second.add([new TextEncoder().encode('new')])]);
      if (outcome !== 'published') expect(outcome).toMatchObject({ code: 'log_lost' });
      await expect(first.add(leavesOf(1))).rejects.toMatchObject({ code: outcome === 'published' ? 'log_lost' : 'log_stopped' });
      const found = await Promise.all(Array.from({ length: Number(second.size()) - 1 }, (_, index) => second.readEntry(BigInt(index + 1))));
      expect(texts.slice(texts.length - found.length)).toEqual(found.map(textOf));
      expect(await checkOn(fresh)).toMatchObject({ issues: [], size: second.size() });
    }
  });
});

/** Steps of the disk take a turn of the microtask queue each; a signature takes longer. */
async function untilOperation(watched: SimulatedDisk, at: number): Promise<void> {
  for (let waited = 1; watched.operations() < at && waited < 1_000; waited++) {
    await (waited % 50 === 0 ? new Promise((resolve) => setTimeout(resolve, 1)) : Promise.resolve());
  }
}
