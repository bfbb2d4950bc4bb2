import { encodeLeaf, formatReceipt, type Leaf, parseCheckpoint, parseNote, parsePolicy } from '@parlance/log';
import { type AddedBatch, type LogWriter } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { describe, expect, test } from 'vitest';
import { simulatedDisk, type SimulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { sampleLeaves } from '../../../../packages/log/src/testing/leaves.ts';
import { audit } from '../../../../tests/log/folder-on-disk.ts';
import { answered, beginning, omission, pack } from '../../../../tests/log/recorded-folder.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { createLeafAdder } from './leaf-adder.ts';
import { type Turn } from './log-turns.ts';
import { receiptId } from './receipt-id.ts';

const access = sampleLeaves.find((leaf): leaf is Extract<Leaf, { leaf: 'access' }> => leaf.leaf === 'access')!;

/** A leaf that says which it is. */
const numbered = (number: number): Uint8Array => encodeLeaf({ ...access, reference: `case-${number}` });

function openLog({ files }: SimulatedDisk): Promise<AnswerLog> {
  return openAnswerLog({
    ...{ dataFolder: '/', name: 'log.example', inForce: { pack, release: null }, now: () => beginning, files },
    onFault: () => undefined,
    pause: 1_000_000,
  });
}

async function give(log: AnswerLog, id: string, isChanged = false): Promise<string> {
  const answer = answered(id, isChanged ? { edits: [omission] } : {});
  const { pack: of, charter, commitments } = answer.record;
  await log.intend({ id, pack: of, charter, request: commitments.request });
  return receiptId((await log.settle(answer)).position, id);
}

async function verdictOf(log: AnswerLog, id: string): Promise<string> {
  const [policy, receipt] = [parsePolicy(log.policy), await log.receipt(id)];
  if (!policy.ok || receipt === null) return 'no receipt';
  const keys = policy.value.logs.map(({ key }) => key);
  const now = BigInt(beginning.getTime() / 1000);
  return (await verifyReceipt(formatReceipt(receipt), { policy: policy.value, keys, now })).verdict.kind;
}

function sizeOf(checkpoint: string): bigint {
  const note = parseNote(checkpoint);
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  return head.ok ? head.value.size : -1n;
}

/** The leaves of `numbered` that the tree has, by their position. */
function numbersIn(disk: SimulatedDisk, log: AnswerLog): ReadonlyMap<bigint, number> {
  const found = new Map<bigint, number>();
  for (const [path, bytes] of disk.everything()) {
    const index = /\/tile\/entries\/(\d{3})(?:\.p\/\d+)?$/.exec(path.startsWith(log.folder) ? path : '')?.[1];
    let position = BigInt(index ?? 0) << 8n;
    for (let at = 0; index !== undefined && at < bytes.length; position++) {
      const end = at + 2 + ((bytes[at]! << 8) | bytes[at + 1]!);
      const number = /"reference":"case-(\d+)"/.exec(new TextDecoder().decode(bytes.subarray(at + 2, end)))?.[1];
      if (number !== undefined && position < log.published().size) found.set(position, Number(number));
      at = end;
    }
  }
  return found;
}

describe('leaves that are added', () => {
  test('are in the checkpoint that is given for them, at the positions that are given', async () => {
    const disk = simulatedDisk();
    const log = await openLog(disk);
    const before = log.published().size;
    const { positions, checkpoint } = await log.addLeaves([numbered(1), numbered(2)]);
    expect(positions).toEqual([before, before + 1n]);
    expect([sizeOf(checkpoint), log.published().note]).toEqual([before + 2n, checkpoint]);
    expect([...numbersIn(disk, log)]).toEqual([
      [before, 1],
      [before + 1n, 2],
    ]);
    await log.close();
  });

  test('and come together share one write, each with its own positions', async () => {
    const disk = simulatedDisk();
    const log = await openLog(disk);
    const added = await Promise.all(Array.from({ length: 300 }, (_, number) => log.addLeaves([numbered(number)])));
    expect(new Set(added.map(({ checkpoint }) => checkpoint)).size).toBeLessThan(3);
    const found = numbersIn(disk, log);
    added.forEach(({ positions: [position = -1n] }, number) => {
      expect(found.get(position)).toBe(number);
    });
    await log.close();
  });

  test('while batches close stand between them: every answer is proved, and an audit finds nothing', async () => {
    const disk = simulatedDisk();
    const log = await openLog(disk);
    const ids: string[] = [];
    const acknowledged: [number, bigint][] = [];
    const adding = async (from: number): Promise<void> => {
      for (let number = from; number < from + 15; number++) {
        const { positions } = await log.addLeaves([numbered(number)]);
        acknowledged.push([number, positions[0] ?? -1n]);
      }
    };
    const answering = async (): Promise<void> => {
      for (let number = 0; number < 20; number++) {
        ids.push(await give(log, `a${number}`, number % 2 === 0));
        await log.drain();
      }
    };
    await Promise.all([adding(0), adding(100), answering(), adding(200)]);
    for (const id of ids) expect(await verdictOf(log, id)).toBe('proved');
    const found = numbersIn(disk, log);
    expect(found.size).toBe(45);
    for (const [number, position] of acknowledged) expect(found.get(position)).toBe(number);
    await log.close();
    expect((await audit(disk.everything())).faults).toEqual([]);
  });

  test('leave the place in the journal as it was', async () => {
    const disk = simulatedDisk();
    const first = await openLog(disk);
    const proved = await give(first, 'proved');
    await first.drain();
    const promised = await give(first, 'promised', true);
    await first.addLeaves([numbered(1)]);
    const second = await openLog(disk.restart('lost', Math.random));
    expect([await verdictOf(second, proved), await verdictOf(second, promised)]).toEqual(['proved', 'promised']);
    await second.drain();
    expect(await verdictOf(second, promised)).toBe('proved');
    await second.close();
  });

  test('after the log was closed are refused, and those that waited are in it', async () => {
    const disk = simulatedDisk();
    const log = await openLog(disk);
    const waiting = log.addLeaves([numbered(1)]);
    const closing = log.close();
    await expect(log.addLeaves([numbered(2)])).rejects.toMatchObject({ code: 'log_closed' });
    await Promise.all([waiting, closing]);
    await expect(log.addLeaves([numbered(3)])).rejects.toMatchObject({ code: 'log_closed' });
    expect([...numbersIn(disk, log).values()]).toEqual([1]);
  });

  test('to a full disk are refused, and are taken once it has room', async () => {
    const disk = simulatedDisk();
    const log = await openLog(disk);
    disk.failAt({ at: 3, kind: 'short', errno: 'ENOSPC', stays: true });
    await expect(log.addLeaves([numbered(1)])).rejects.toMatchObject({ code: 'disk_full' });
    await expect(log.addLeaves([numbered(2)])).rejects.toMatchObject({ code: 'disk_full' });
    disk.failAt(null);
    await log.addLeaves([numbered(3)]);
    const id = await give(log, 'later');
    await log.drain();
    expect(await verdictOf(log, id)).toBe('proved');
    expect([...numbersIn(disk, log).values()]).toContain(3);
    await log.close();
  });
});

test.each(['fails', 'short', 'stops'] as const)(
  'whatever operation of the disk fails (%s), what was acknowledged is in the log, and no answer is lost or told twice',
  async (kind) => {
    const session = async (log: AnswerLog, given: string[], added: Map<number, bigint>): Promise<void> => {
      const add = async (number: number): Promise<void> =>
        void added.set(number, (await log.addLeaves([numbered(number)])).positions[0] ?? -1n);
      given.push(await give(log, 'a', true));
      await Promise.all([add(1), log.drain(), add(2)].map((work) => work.catch(() => undefined)));
      given.push(await give(log, 'b'));
      await Promise.all([log.drain(), add(3)].map((work) => work.catch(() => undefined)));
    };
    const whole = simulatedDisk();
    const calm = await openLog(whole);
    whole.failAt(null);
    await session(calm, [], new Map());
    const operations = whole.operations();
    for (let at = 1; at <= operations; at += 3) {
      const disk = simulatedDisk();
      const log = await openLog(disk);
      disk.failAt({ at, kind, errno: 'EIO' });
      const given: string[] = [];
      const added = new Map<number, bigint>();
      await Promise.race([session(log, given, added).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 50))]);
      const [promises, acknowledged] = [[...given], [...added]];
      const after = disk.restart('mixed', Math.random);
      const next = await openLog(after);
      await next.drain();
      for (const id of promises) expect(await verdictOf(next, id), `${kind} at ${at}`).toBe('proved');
      const found = numbersIn(after, next);
      for (const [number, position] of acknowledged) expect(found.get(position), `${kind} at ${at}`).toBe(number);
      await next.close();
      expect((await audit(after.everything())).faults, `${kind} at ${at}`).toEqual([]);
    }
  },
);

describe('a log that takes nothing', () => {
  const added: AddedBatch = { positions: [], checkpoint: '' };
  const turnOf =
    (writer: Partial<LogWriter>): Turn =>
    (work) =>
      work(writer as LogWriter);

  test('because it is frozen says so, and is not opened again for that', async () => {
    const adder = createLeafAdder(turnOf({ frozenAt: () => '2027-01-01T00:00:00.000Z' }));
    await expect(adder.add([numbered(1)])).rejects.toMatchObject({ code: 'log_frozen' });
  });

  test('because its disk hangs lets a bounded number of bytes wait', async () => {
    let release = (): void => undefined;
    const hanging = new Promise<AddedBatch>((resolve) => {
      release = () => {
        resolve(added);
      };
    });
    const adder = createLeafAdder(turnOf({ frozenAt: () => null, add: () => hanging }));
    const large = new Uint8Array(4_000_000);
    const waiting = Array.from({ length: 9 }, () => adder.add([large]));
    await expect(adder.add([large])).rejects.toMatchObject({ code: 'leaves_waiting' });
    release();
    await Promise.all(waiting);
    await expect(adder.add([large])).resolves.toMatchObject({ checkpoint: '' });
  });

  test('because it cannot be opened again refuses everybody who waits, and tries again for the next', async () => {
    let isBroken = true;
    const turn: Turn = (work) =>
      isBroken
        ? Promise.reject(new Error('it cannot be opened'))
        : work({ frozenAt: () => null, add: () => Promise.resolve(added) } as never);
    const adder = createLeafAdder(turn);
    const both = await Promise.allSettled([adder.add([numbered(1)]), adder.add([numbered(2)])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    await expect(adder.add([numbered(3)])).resolves.toMatchObject({ checkpoint: '' });
  });
});
