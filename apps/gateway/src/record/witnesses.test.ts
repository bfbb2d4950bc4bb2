import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { formatReceipt, formatVerifierKey, parsePolicy, signerOf, type VerifierKey } from '@parlance/log';
import { openWitnessStore, witnessListener } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { afterEach, describe, expect, test } from 'vitest';
import { simulatedDisk, type SimulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { receiptId } from './receipt-id.ts';
import { readerPolicy } from './witnesses.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const pack = { ...samplePack(), digest } as ReturnType<typeof samplePack>;
const hash = Buffer.alloc(32, 1).toString('base64');
const start = new Date('2026-11-21T13:05:00Z');
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The line of a policy for a witness that listens on a real socket. */
async function witnessOf(name: string, logKey: VerifierKey): Promise<string> {
  const signer = await signerOf({ name, algorithm: 'cosignature/v1', seed: new Uint8Array(32).fill(name.length) });
  const store = await openWitnessStore({ files: simulatedDisk().files, folder: '/w' });
  const server = createServer(
    witnessListener({ signer, logs: [logKey], store, now: () => start, onFork: () => undefined, onFault: () => undefined }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `witness ${name.slice(0, 2)} ${formatVerifierKey(signer)} http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function openLog(disk: SimulatedDisk, witnesses: string | null): Promise<AnswerLog> {
  const file = witnesses === null ? null : { path: 'witnesses.txt', text: witnesses };
  const onFault = (): void => undefined;
  return openAnswerLog({
    dataFolder: '/',
    name: 'log.example',
    inForce: { pack, release: null },
    now: () => start,
    onFault,
    pause: 1e6,
    files: disk.files,
    witnesses: file,
  });
}

async function give(log: AnswerLog, id: string): Promise<string> {
  const facts = { id, pack: { id: pack.id, version: pack.version, digest }, charter: { version: '0.1.0', digest } };
  await log.intend({ ...facts, request: hash });
  const record = { v: 1, ...facts, ending: 'done', commitments: { request: hash, upstream: hash, delivered: hash }, edits: [] } as const;
  const { position } = await log.settle({ record, language: 'et', size: '0', hour: '2026-11-21T13Z' });
  return receiptId(position, id);
}

async function verdictOf(log: AnswerLog, id: string) {
  const policy = parsePolicy(log.policy);
  const receipt = await log.receipt(id);
  if (!policy.ok || receipt === null) throw new Error('no policy or no receipt');
  const keys = policy.value.logs.map(({ key }) => key);
  return (await verifyReceipt(formatReceipt(receipt), { policy: policy.value, keys, now: BigInt(start.getTime() / 1000) })).verdict;
}

async function newLog(): Promise<{ readonly disk: SimulatedDisk; readonly key: VerifierKey }> {
  const disk = simulatedDisk();
  const log = await openLog(disk, null);
  await log.close();
  const policy = parsePolicy(log.policy);
  if (!policy.ok) throw new Error(policy.code);
  return { disk, key: policy.value.logs[0]!.key };
}

describe('the witnesses of an operator', () => {
  test('cosign each batch, and receipts are proved under their quorum', async () => {
    const { disk, key } = await newLog();
    const lines = [await witnessOf('w1.example', key), await witnessOf('w2.example.org', key), 'group both 2 w1 w2', 'quorum both', ''];
    const log = await openLog(disk, lines.join('\n'));
    for (const id of ['a', 'b']) {
      const receipt = await give(log, id);
      await log.drain();
      expect(await verdictOf(log, receipt)).toMatchObject({ kind: 'proved', witnesses: 2 });
    }
    expect(log.hasFork()).toBe(false);
    await log.close();
  });

  test('that are too few leave a receipt pending, which verification says', async () => {
    const { disk, key } = await newLog();
    const gone = (await witnessOf('w2.example.org', key)).replace(/:\d+$/, ':9');
    const log = await openLog(disk, [await witnessOf('w1.example', key), gone, 'group both 2 w1 w2', 'quorum both', ''].join('\n'));
    const receipt = await give(log, 'a');
    await log.drain();
    expect(await verdictOf(log, receipt)).toMatchObject({ kind: 'refused', step: 'witnesses', detail: 'quorum_not_met' });
    await log.close();
  });

  test('that have seen another history keep a copy that was put back from starting', async () => {
    const { disk, key } = await newLog();
    const copy = disk.restart('lost', Math.random);
    const lines = [await witnessOf('w1.example', key), 'quorum w1', ''].join('\n');
    const log = await openLog(disk, lines);
    await give(log, 'one');
    await give(log, 'two');
    await log.drain();
    await log.close();
    await expect(openLog(copy, lines)).rejects.toThrow('another history');
  });

  test('that have seen another history while it runs raise an incident that stays, and answers go on', async () => {
    const { disk, key } = await newLog();
    const lines = [await witnessOf('w1.example', key), 'quorum w1', ''].join('\n');
    const copy = disk.restart('lost', Math.random);
    const [log, other] = [await openLog(disk, lines), await openLog(copy, lines)];
    await give(log, 'one');
    await give(log, 'two');
    await log.drain();
    await give(other, 'another');
    await expect(other.drain()).rejects.toThrow('another history');
    stops.splice(0).forEach((stop) => {
      stop();
    });
    const receipt = await give(other, 'more');
    await other.drain();
    expect(other.hasFork()).toBe(true);
    expect(await other.receipt(receipt)).not.toBeNull();
    await log.close();
    await other.close();
  });

  test('are refused where the file is no policy, with what it should be', async () => {
    const { key } = await newLog();
    expect(() => readerPolicy([key], { path: 'w.txt', text: 'witness x\n' })).toThrow(/w\.txt: this is no policy \(policy_/);
  });
});
