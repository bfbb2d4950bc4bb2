import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatVerifierKey, verifyNote } from '../../note/index.ts';
import { actor, log, origin, signedCheckpoint, witnesses } from '../../testing/actors.ts';
import { memoryTree } from '../../testing/memory-tree.ts';
import { consistencyProof, frontierOf, rootOf } from '../../tree/index.ts';
import { formatAddCheckpoint } from '../../witness/index.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type RunningWitness, witnessOn } from './testing/witness-on.ts';
import { largestRequest } from './witness-server.ts';

const tree = memoryTree(100);
const fork = memoryTree(100, (index) => Uint8Array.of(index === 2 ? 0 : 1, index));

let disk: SimulatedDisk;
let witness: RunningWitness;
beforeEach(async () => {
  disk = simulatedDisk();
  witness = await witnessOn(disk);
});
afterEach(stop);

async function stop(): Promise<void> {
  disk.failAt(null);
  await witness.stop();
}

function checkpointOf(size: number, of = tree): Promise<string> {
  return signedCheckpoint({ size: BigInt(size), root: rootOf(frontierOf(BigInt(size), of.hashAt)), cosigners: [] });
}

async function bodyOf(from: number, to: number, of = tree): Promise<string> {
  const proof = from <= to ? consistencyProof(BigInt(from), BigInt(to), of.hashAt) : [];
  return formatAddCheckpoint({ oldSize: BigInt(from), proof, checkpoint: await checkpointOf(to, of) });
}

async function post(body: string | Uint8Array<ArrayBuffer>, path = '/add-checkpoint') {
  const response = await fetch(`${witness.url}${path}`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const statusOf = async (body: string) => (await post(body)).status;

describe('a witness over HTTP', () => {
  test('answers with a cosignature of its key over this checkpoint, at its time', async () => {
    const { status, type, text } = await post(await bodyOf(0, 7));
    expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
    const verified = await verifyNote((await checkpointOf(7)) + text, [witnesses[0]]);
    expect(verified.ok && verified.value.signatures.map(({ timestamp }) => timestamp)).toEqual([1_795_262_400n]);
    expect(text.split('\n').length).toBe(2);
  });

  test('cosigns the growth of a log, and the same checkpoint again', async () => {
    for (const [from, to] of [[0, 7] as const, [7, 50] as const, [50, 50] as const])
      expect(await statusOf(await bodyOf(from, to))).toBe(200);
  });

  test('answers 409 and its size to another old size, as the specification has it', async () => {
    await post(await bodyOf(0, 50));
    expect(await post(await bodyOf(7, 60))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '50\n' });
    expect(await post(await bodyOf(0, 7))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '50\n' });
    expect(witness.forks).toEqual([]);
  });

  test('answers 409 to a second root of one size, and tells its operator', async () => {
    await post(await bodyOf(0, 50));
    expect(await post(await bodyOf(50, 50, fork))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '50\n' });
    expect(witness.forks).toEqual([`${origin} 50`]);
  });

  test('answers 422 to another history, and keeps what it had', async () => {
    await post(await bodyOf(0, 50));
    expect(await post(await bodyOf(50, 60, fork))).toMatchObject({ status: 422, text: 'not_consistent\n' });
    expect(await statusOf(await bodyOf(50, 60))).toBe(200);
  });

  test('answers 400 to what is no request, 403 to another key and 404 to another log', async () => {
    const [stranger, root] = [await actor(origin.replace('log', 'other')), rootOf(frontierOf(7n, tree.hashAt))];
    const forged = await signedCheckpoint({ size: 7n, root, signer: stranger, cosigners: [] });
    const foreign = await signedCheckpoint({ size: 7n, root, origin: stranger.name, signer: stranger, cosigners: [] });
    expect(await post('old 0')).toMatchObject({ status: 400, text: 'request_not_split\n' });
    expect(await post(await bodyOf(50, 7))).toMatchObject({ status: 400, text: 'old_size_above_new\n' });
    expect(await post(Uint8Array.of(0xff, 0xfe))).toMatchObject({ status: 400, text: 'not_utf8\n' });
    expect(await post(`old 0\n\n${forged}`)).toMatchObject({ status: 403, text: 'log_signature\n' });
    expect(await post(`old 0\n\n${foreign}`)).toMatchObject({ status: 404, text: 'origin_unknown\n' });
  });

  test('does not read more than a request can have', async () => {
    expect(await statusOf('x'.repeat(largestRequest))).toBe(400);
    expect(await statusOf('x'.repeat(largestRequest + 1))).toBe(413);
    expect(await statusOf(await bodyOf(0, 7))).toBe(200);
  });

  test('says who it is and what it witnesses', async () => {
    await post(await bodyOf(0, 7));
    const text = await (await fetch(`${witness.url}/`)).text();
    expect(text).toBe(`witness ${witnesses[0].name}\nvkey ${formatVerifierKey(witnesses[0])}\nlog ${origin} 7\n`);
  });

  test('has no other paths and methods', async () => {
    expect((await post('', '/')).status).toBe(405);
    expect((await post('', '/x')).status).toBe(404);
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
  });

  test('stands under a prefix', async () => {
    await witness.stop();
    witness = await witnessOn(disk, { prefix: '/w1' });
    expect((await post(await bodyOf(0, 7), '/w1/add-checkpoint')).status).toBe(200);
    expect((await post(await bodyOf(0, 7), '/add-checkpoint')).status).toBe(404);
  });

  test('knows a log by each of its keys', async () => {
    await witness.stop();
    const second = { ...(await actor('another')), name: origin };
    witness = await witnessOn(disk, { logs: [second, log] });
    expect(await statusOf(await bodyOf(0, 7))).toBe(200);
  });
});

describe('of requests at the same time', () => {
  test('one history wins, and no tree that is smaller than a cosigned one is cosigned after it', async () => {
    const bodies = await Promise.all([7, 9, 8, 7, 30].map((size) => bodyOf(0, size)));
    const statuses = await Promise.all(bodies.map(statusOf));
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    expect(statuses.filter((status) => status === 409).length).toBe(4);
  });
});

describe('a disk that fails', () => {
  test('never lets a checkpoint be cosigned that is not stored, whichever operation fails', async () => {
    disk.failAt(null);
    await post(await bodyOf(0, 7));
    await post(await bodyOf(7, 8));
    const operations = disk.operations();
    for (let at = 1; at <= operations; at++) {
      await stop();
      disk = simulatedDisk();
      witness = await witnessOn(disk);
      disk.failAt({ at, kind: 'short', errno: 'ENOSPC', stays: true });
      const [honest, forked] = [await statusOf(await bodyOf(0, 7)), await statusOf(await bodyOf(0, 8, fork))];
      expect([honest, forked], `operation ${at}`).toEqual(honest === 200 ? [200, 409] : [500, 500]);
      await stop();
      disk = disk.restart('lost', () => 0);
      witness = await witnessOn(disk);
      const isStored = (await statusOf(await bodyOf(0, 8, fork))) === 409;
      if (honest === 200) expect(isStored, `operation ${at}`).toBe(true);
    }
  });

  test('is told to the operator, without what was posted', async () => {
    disk.failAt({ at: 1, kind: 'fails', errno: 'ENOSPC', stays: true });
    expect(await post(await bodyOf(0, 7))).toMatchObject({ status: 500, text: 'not_cosigned\n' });
    expect(witness.faults).toMatchObject([{ code: 'disk_full' }]);
    expect(String(witness.faults[0])).not.toContain(origin);
  });
});
