import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { formatReceipt, formatVerifierKey, parsePolicy, signerOf, type VerifierKey } from '@parlance/log';
import { openWitnessStore, witnessListener } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { afterEach, expect, test } from 'vitest';
import { simulatedDisk, type SimulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { answered, pack } from '../../../../tests/log/recorded-folder.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { receiptId } from './receipt-id.ts';

const before = new Date('2026-12-31T23:59:50Z');
const after = new Date('2027-01-01T00:00:05Z');
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface TestWitness {
  /** A whole policy. */
  readonly policy: string;
  isDown: boolean;
}

async function witnessOf(logs: readonly VerifierKey[]): Promise<TestWitness> {
  const signer = await signerOf({ name: 'w1.example', algorithm: 'cosignature/v1', seed: new Uint8Array(32).fill(4) });
  const store = await openWitnessStore({ files: simulatedDisk().files, folder: '/w' });
  const listener = witnessListener({ signer, logs, store, now: () => after, onFork: () => undefined, onFault: () => undefined });
  const witness = { policy: '', isDown: true };
  const server = createServer((request, response) => {
    if (witness.isDown) response.destroy();
    else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  witness.policy = `witness w1 ${formatVerifierKey(signer)} http://127.0.0.1:${port}\nquorum w1\n`;
  return witness;
}

function open(disk: SimulatedDisk, now: () => Date, policy: string | null): Promise<AnswerLog> {
  const witnesses = policy === null ? null : { path: 'witnesses.txt', text: policy };
  const options = {
    dataFolder: '/',
    name: 'log.example',
    inForce: { pack, release: null },
    onFault: () => undefined,
    pause: 1_000_000,
    files: disk.files,
  };
  return openAnswerLog({ ...options, now, witnesses });
}

async function give(log: AnswerLog): Promise<string> {
  const answer = answered('last');
  const { id, pack: of, charter, commitments } = answer.record;
  await log.intend({ id, pack: of, charter, request: commitments.request });
  return receiptId((await log.settle(answer)).position, id);
}

async function verdictOf(log: AnswerLog, id: string) {
  const policy = parsePolicy(log.policy);
  const receipt = await log.receipt(id);
  if (!policy.ok || receipt === null) throw new Error('no policy or no receipt');
  const options = { policy: policy.value, keys: policy.value.logs.map(({ key }) => key), now: BigInt(after.getTime() / 1000) };
  return (await verifyReceipt(formatReceipt(receipt), options)).verdict;
}

test('what is proved with the last batch of a half-year is cosigned later when a witness was down just then', async () => {
  const disk = simulatedDisk();
  const first = await open(disk, () => before, null);
  const key = parsePolicy(first.policy);
  await first.close();
  const witness = await witnessOf(key.ok ? key.value.logs.map((log) => log.key) : []);
  let now = before;
  const log = await open(disk, () => now, witness.policy);
  const id = await give(log);
  now = after;
  await log.drain();
  await log.drain();
  expect(log.shards().map(({ shard }) => shard)).toEqual(['2027h1', '2026h2']);
  expect(await verdictOf(log, id)).toMatchObject({ kind: 'refused', detail: 'quorum_not_met' });
  witness.isDown = false;
  await log.drain();
  const cosigned = { kind: 'proved', log: 'log.example/2026h2', witnesses: 1 };
  expect(await verdictOf(log, id)).toMatchObject(cosigned);
  expect(log.shards()[1]?.published().note).toContain('— w1.example ');
  await log.close();
  const again = await open(disk.restart('nothing', Math.random), () => after, witness.policy);
  await again.drain();
  expect(await verdictOf(again, id)).toMatchObject(cosigned);
  expect(again.hasFork()).toBe(false);
  await again.close();
});
