import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FolderFiles, recordFolder } from '../log/recorded-folder.ts';
import { finished, parlance, stopAll } from './run-parlance.ts';

const root = mkdtempSync(join(tmpdir(), 'parlance-log-'));
let recorded = '';
let folder = '';
let count = 0;

/** A data folder of its own for each test, with the log `log.example/2026h2`. */
beforeAll(async () => {
  recorded = join(root, 'recorded');
  writeFolder(recorded, await recordFolder());
});
beforeEach(() => {
  folder = join(root, String((count += 1)));
  cpSync(recorded, join(folder, 'data'), { recursive: true });
});
afterEach(stopAll);
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Without the locks: the process that recorded it is this one, which still runs. */
function writeFolder(home: string, files: FolderFiles): void {
  for (const [path, bytes] of files) {
    if (path.includes('/owner-')) continue;
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), bytes);
  }
}

const data = () => join(folder, 'data');
const shard = (home = data()) => join(home, 'log', '2026h2');
const log = (...args: readonly string[]) => finished(['log', ...args]);

describe('parlance log audit', () => {
  test('finds no fault in what the answer log wrote, and says what it could not check, with exit 0', async () => {
    const { code, text } = await log('audit', data());
    expect(text).toContain('log.example/2026h2: 39 leaves, 4 batches, 34 answers');
    expect(text).toContain('omissions: 28 in tallies, 28 in leaves, 28 in notices to readers');
    expect(text).toContain('not checked: witnesses');
    expect(text).toContain('no faults');
    expect(code).toBe(0);
  });

  test('checks a public tree alone by the policy that is given', async () => {
    for (const name of ['checkpoint', 'tile']) cpSync(join(shard(), 'tree', name), join(folder, 'copy', name), { recursive: true });
    const { code, text } = await log('audit', join(folder, 'copy'), '--policy', join(data(), 'log', 'policy.txt'), '--json');
    const { ok, logs } = JSON.parse(text) as {
      readonly ok: boolean;
      readonly logs: readonly { readonly notChecked: readonly { readonly part: string }[] }[];
    };
    expect([code, ok]).toEqual([0, true]);
    expect(logs[0]?.notChecked.map(({ part }) => part).sort()).toEqual(['in-force', 'journal', 'receipts', 'state', 'witnesses']);
  });

  test('names a fault with its code and place, with exit 1', async () => {
    const [name = ''] = readdirSync(join(shard(), 'receipts'));
    rmSync(join(shard(), 'receipts', name));
    const { code, text } = await log('audit', shard());
    expect(text).toMatch(/^FAULT receipts_missing tally \d+: expected a file of receipts, received none$/mu);
    expect(code).toBe(1);
  });

  test('is wrong usage without a log, or with a policy that is none: exit 2', async () => {
    const strange = join(folder, 'strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'policy.txt'), 'quorum');
    const [none, malformed, missing] = await Promise.all([
      log('audit', strange),
      log('audit', data(), '--policy', join(strange, 'policy.txt')),
      log('audit', data(), '--policy', join(strange, 'none')),
    ]);
    expect(none).toMatchObject({ code: 2, text: expect.stringContaining('no log here') as string });
    expect(malformed).toMatchObject({ code: 2, text: expect.stringContaining('is no policy') as string });
    expect(missing).toMatchObject({ code: 2, text: expect.stringContaining('no file that can be read') as string });
  });
});

describe('a copy', () => {
  test('is made, brought up to date, restored and audited without a fault; one that is older than what others have seen, or would be put over a log, is refused', async () => {
    const [target, restored] = [join(folder, 'copy'), join(folder, 'restored')];
    for (const time of ['first', 'again']) expect(await log('backup', data(), target), time).toMatchObject({ code: 0 });
    expect(statSync(join(shard(target), 'key')).mode & 0o077).toBe(0);
    const known = (size: number) => ['--known-size', `log.example/2026h2=${size}`];
    const [{ code, text }, older, over] = await Promise.all([
      log('restore', target, restored, ...known(39), '--json'),
      log('restore', target, join(folder, 'other'), ...known(40)),
      log('restore', target, data()),
    ]);
    expect(older).toMatchObject({ code: 1, text: expect.stringContaining('a tree of 40, which others have seen') as string });
    expect(over).toMatchObject({ code: 2, text: expect.stringContaining('there is a log already') as string });
    expect(JSON.parse(text)).toMatchObject({ logs: [{ origin: 'log.example/2026h2', size: '39' }] });
    expect(code).toBe(0);
    expect(await log('audit', restored)).toMatchObject({ code: 0, text: expect.stringContaining('no faults') as string });
  });

  test('of a damaged tree is refused', async () => {
    rmSync(join(shard(), 'tree', 'tile', 'entries'), { recursive: true });
    const { code, text } = await log('backup', data(), join(folder, 'copy'));
    expect(text).toContain('expected');
    expect(code).toBe(1);
  });
});

describe('parlance log freeze', () => {
  test('ends a log for good, and says its last checkpoint', async () => {
    const { code, text } = await log('freeze', data());
    expect(text).toMatch(/^log\.example\/2026h2: frozen at 20.* with 39 leaves\nlog\.example\/2026h2\n39\n/u);
    expect(code).toBe(0);
    const again = await log('freeze', data(), '--shard', '2026h2', '--json');
    expect(JSON.parse(again.text)).toMatchObject({ origin: 'log.example/2026h2', size: '39' });
    expect(await log('audit', data())).toMatchObject({ code: 0 });
  });

  test('is refused for a shard that is not there, and while answers wait in the journal', async () => {
    const waiting = join(folder, 'waiting');
    writeFolder(waiting, await recordFolder({ isLeftWaiting: true }));
    const [unknown, early] = await Promise.all([log('freeze', data(), '--shard', '2025h1'), log('freeze', waiting)]);
    expect(unknown).toMatchObject({ code: 2, text: expect.stringContaining('expected one of 2026h2') as string });
    expect(early).toMatchObject({ code: 1, text: expect.stringContaining('are not in the log') as string });
  });
});

test('backup and freeze are refused while a server owns the folder', async () => {
  const owned = join(folder, 'owned');
  const server = parlance(['serve'], { PARLANCE_DATA: owned });
  await expect.poll(server.printed, { timeout: 60_000 }).toContain('In a browser');
  const refused = { code: 1, text: expect.stringContaining(`the data folder ${owned} belongs to process`) as string };
  for (const run of await Promise.all([log('backup', owned, join(folder, 'copy')), log('freeze', owned)]))
    expect(run).toMatchObject(refused);
  expect(existsSync(join(folder, 'copy'))).toBe(false);
  server.child.kill('SIGTERM');
  await server.exited;
  expect(await log('backup', owned, join(folder, 'copy'))).toMatchObject({ code: 0 });
  expect(await log('audit', owned)).toMatchObject({ code: 0, text: expect.stringContaining('no faults') as string });
});
