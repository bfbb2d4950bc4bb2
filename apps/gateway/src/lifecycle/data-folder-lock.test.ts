import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';
import { formatRecord, heartbeat, heirPath, type OwnerRecord, patience } from './owner-record.ts';
import { ownIdentity } from './process-identity.ts';

const root = mkdtempSync(join(tmpdir(), 'parlance-lock-'));
const children: ChildProcess[] = [];
let folder = '';
let file = '';
beforeEach(() => {
  folder = join(root, randomUUID());
  file = join(folder, 'owner.json');
  mkdirSync(folder);
});
afterEach(() => Promise.all(children.splice(0).map(kill)));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const recordOf = (change: Partial<OwnerRecord> = {}): OwnerRecord => ({
  ...ownIdentity(),
  started: new Date().toISOString(),
  address: null,
  nonce: randomUUID(),
  ...change,
});
const written = (at = file): OwnerRecord => JSON.parse(readFileSync(at, 'utf8')) as OwnerRecord;
const leave = (text: string, secondsAgo = 0, at = file) => {
  writeFileSync(at, text);
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(at, then, then);
};

/** A number that no process has: above the largest that Linux gives (2^22). */
const nobody = 2 ** 22 + 1;

/** Runs a script with the sources of this folder; `say` prints one line, and the child lives until it is killed. */
function child(script: string): { readonly process: ChildProcess; readonly lines: AsyncIterator<string> } {
  const source = `
    const { lockDataFolder } = await import(${JSON.stringify(new URL('./data-folder-lock.ts', import.meta.url).href)});
    const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
    ${script}
    setInterval(() => undefined, 1000);`;
  const parameters = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', source];
  const running = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(running);
  return { process: running, lines: createInterface({ input: running.stdout })[Symbol.asyncIterator]() };
}

const nextLine = async (lines: AsyncIterator<string>): Promise<unknown> => {
  const line = await lines.next();
  return line.done === true ? null : JSON.parse(line.value);
};

async function kill(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const exit = once(running, 'exit');
  running.kill('SIGKILL');
  await exit;
}

describe('one owner', () => {
  test('the owner writes who it is, for its own user alone', async () => {
    const lock = await lockDataFolder(folder);
    expect(written()).toMatchObject({ pid: process.pid, address: null, started: expect.stringMatching(/^\d{4}-.*Z$/) as string });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    lock.setAddress('http://127.0.0.1:7311');
    expect(written()).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:7311' });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that is missing is made', async () => {
    const deep = join(folder, 'a', 'b');
    (await lockDataFolder(deep)).release();
    expect(existsSync(deep)).toBe(true);
  });

  test('a second opener is refused with the pid and the address of the first', async () => {
    const lock = await lockDataFolder(folder);
    lock.setAddress('http://127.0.0.1:7311');
    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      code: 'data_folder_owned',
      message: expect.stringMatching(`process ${process.pid} on .*, which answers at http://127.0.0.1:7311;`) as string,
    });
    lock.release();
    (await lockDataFolder(folder)).release();
  });

  test('releasing twice does not free the folder of the next owner', async () => {
    const lock = await lockDataFolder(folder);
    lock.release();
    const next = await lockDataFolder(folder);
    lock.release();
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data_folder_owned' });
    next.release();
  });

  test('a folder that cannot be one is an error with a code', async () => {
    writeFileSync(file, '');
    await expect(lockDataFolder(file)).rejects.toMatchObject({
      code: 'data_folder_unusable',
      message: expect.stringContaining('PARLANCE_DATA') as string,
    });
  });
});

test('the owner touches its record every few seconds, and no longer than it owns it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lock = await lockDataFolder(folder);
  const touchedAt = () => Math.round(statSync(file).mtimeMs / 1000);
  utimesSync(file, 1, 1);
  vi.advanceTimersByTime(heartbeat);
  expect(touchedAt()).toBeGreaterThan(1_000_000);
  rmSync(file);
  vi.advanceTimersByTime(heartbeat);
  expect(readdirSync(folder)).toEqual([]);
  lock.release();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('what an earlier owner left behind', () => {
  test.each<[string, () => OwnerRecord]>([
    ['a process that is gone', () => recordOf({ pid: nobody })],
    ['a process whose number belongs to another one now', () => recordOf({ born: '1' })],
  ])('the record of %s is taken over', async (_title, record) => {
    leave(formatRecord(record()));
    const lock = await lockDataFolder(folder);
    expect([written().pid, readdirSync(folder)]).toEqual([process.pid, ['owner.json']]);
    lock.release();
  });

  test('the record of an heir that is gone as well is taken over with the first', async () => {
    const texts = [1, 2, 3].map(() => formatRecord(recordOf({ pid: nobody })));
    const [first = '', second = '', third = ''] = texts;
    leave(first);
    writeFileSync(heirPath(file, first), second);
    writeFileSync(heirPath(file, second), third);
    const lock = await lockDataFolder(folder);
    expect([written().pid, readdirSync(folder)]).toEqual([process.pid, ['owner.json']]);
    lock.release();
  });

  test('an heir that is alive is not pushed aside', async () => {
    const text = formatRecord(recordOf({ pid: nobody }));
    leave(text);
    writeFileSync(heirPath(file, text), formatRecord(recordOf()));
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data_folder_owned' });
    expect(written().pid).toBe(nobody);
  });

  // Each waits for a second, so they wait together, each in a folder of its own.
  test.concurrent.each<[string, () => string]>([
    ['of another container', () => formatRecord(recordOf({ world: 'another', pid: nobody }))],
    ['of another machine', () => formatRecord(recordOf({ world: null, host: 'another', pid: nobody }))],
    ['that is empty', () => ''],
    ['that is broken', () => '{"pid": 1'],
    ['of an unknown form', () => '{}'],
  ])('a record %s holds as long as it is touched, and half a minute longer', async (_title, text) => {
    const own = join(root, randomUUID());
    const record = join(own, 'owner.json');
    mkdirSync(own);
    leave(text(), patience / 1000 - 5, record);
    await expect(lockDataFolder(own)).rejects.toMatchObject({ code: 'data_folder_owned' });
    leave(text(), patience / 1000 + 1, record);
    const lock = await lockDataFolder(own);
    expect(written(record).pid).toBe(process.pid);
    lock.release();
  });

  test('a record of this container holds however long it was not touched', async () => {
    leave(formatRecord(recordOf()), 3600);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data_folder_owned' });
  });

  test('a record with control characters does not reach the terminal', async () => {
    leave(formatRecord(recordOf({ host: '\u001b[2J', address: '\u001b[2J' })));
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ message: expect.not.stringContaining('\u001b') as string });
  });
});

describe('real processes', () => {
  test('a process that is killed leaves a folder that the next one takes over', async () => {
    const owner = child(`await lockDataFolder(${JSON.stringify(folder)}); say(process.pid);`);
    const pid = await nextLine(owner.lines);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ message: expect.stringContaining(`process ${String(pid)} `) as string });
    await kill(owner.process);
    const lock = await lockDataFolder(folder);
    expect(written().pid).toBe(process.pid);
    lock.release();
  });

  test('of processes that open at the same moment exactly one wins, whatever was left behind', async () => {
    const gone = () => formatRecord(recordOf({ pid: nobody }));
    const scenes: readonly ((at: string) => void)[] = [
      () => undefined,
      (at) => {
        writeFileSync(join(at, 'owner.json'), gone());
      },
      (at) => {
        const text = gone();
        writeFileSync(join(at, 'owner.json'), text);
        writeFileSync(heirPath(join(at, 'owner.json'), text), gone());
      },
      (at) => {
        writeFileSync(join(at, 'owner.json'), '');
        utimesSync(join(at, 'owner.json'), 1, 1);
      },
    ];
    const rounds = Array.from({ length: 100 }, (_, round) => join(folder, String(round)));
    for (const [round, at] of rounds.entries()) {
      mkdirSync(at);
      scenes[round % scenes.length]?.(at);
    }
    // Each waits for the same instant without sleeping, so that their first steps fall together.
    const startFile = join(folder, 'start');
    const race = `
      const { existsSync, readFileSync } = await import('node:fs');
      say('ready');
      while (!existsSync(${JSON.stringify(startFile)}));
      const start = Number(readFileSync(${JSON.stringify(startFile)}, 'utf8'));
      const results = [];
      for (let round = 0; round < ${rounds.length}; round++) {
        const at = ${JSON.stringify(folder)} + '/' + round;
        while (Date.now() < start + round * 20);
        results.push(await lockDataFolder(at).then(() => 'won', (error) => error.code));
      }
      say(results);`;
    const racers = Array.from({ length: 4 }, () => child(race));
    await Promise.all(racers.map(({ lines }) => nextLine(lines)));
    writeFileSync(`${startFile}.draft`, String(Date.now() + 100));
    renameSync(`${startFile}.draft`, startFile);
    const results = (await Promise.all(racers.map(({ lines }) => nextLine(lines)))) as string[][];
    const winners = rounds.map((_, round) => results.filter((result) => result[round] === 'won').length);
    expect(winners).toEqual(rounds.map(() => 1));
    expect(new Set(results.flat())).toEqual(new Set(['won', 'data_folder_owned']));
    // The race was one: nobody won everything.
    expect(Math.max(...results.map((result) => result.filter((one) => one === 'won').length))).toBeLessThan(rounds.length);
  });
});
