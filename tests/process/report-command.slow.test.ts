import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { finished } from './run-parlance.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-report-command-'));
  await writeLog(folder, madeLeaves(2000));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const report = (...args: readonly string[]) => finished(['report', ...args]);

describe('parlance report', () => {
  test.each([['--json'], ['--csv'], ['--html']])('%s is the same bytes in another time zone and locale', async (form) => {
    const asked = ['report', '--month', '2026-09', '--log', folder, form];
    const here = await finished(asked, { TZ: 'UTC', LANG: 'C' });
    const there = await finished(asked, { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(here.code).toBe(0);
    expect(there.text).toBe(here.text);
  });

  test.each(['--json', '--csv', '--html'])('%s in Arabic is the same bytes in another time zone and locale', async (form) => {
    const asked = ['report', '--month', '2026-09', '--log', folder, form, '--language', 'ar'];
    const here = await finished(asked, { TZ: 'UTC', LANG: 'C' });
    const there = await finished(asked, { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(here).toMatchObject({ code: 0, text: expect.stringContaining('القطاعات') as string });
    expect(there.text).toBe(here.text);
  });

  test.each(['en', 'ar'])('writes a PDF in %s that is the same twice', async (language) => {
    const paths = ['a', 'b'].map((name) => join(folder, `${name}-${language}.pdf`));
    const asked = ['--month', '2026-09', '--log', folder, '--language', language];
    for (const path of paths) expect(await report(...asked, '--pdf', path)).toMatchObject({ code: 0 });
    const [first, second] = paths.map((path) => readFileSync(path));
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second?.equals(first ?? Buffer.of())).toBe(true);
  });

  test('--publish writes every form into the data folder, the same bytes as it prints, and never others in their place', async () => {
    const data = join(folder, 'published');
    mkdirSync(data);
    const asked = ['--month', '2026-09', '--log', folder];
    const publish = () => report(...asked, '--data', data, '--publish');
    expect(await publish()).toMatchObject({ code: 0 });
    const file = (name: string) => join(data, 'reports', name);
    for (const [name, ...form] of [
      ['2026-09.ar.html', '--html', '--language', 'ar'],
      ['2026-09.json', '--json'],
      ['2026-09.csv', '--csv'],
    ])
      expect((await finished(['report', ...asked, ...form], {})).text).toContain(readFileSync(file(name!), 'utf8'));
    expect(await publish()).toMatchObject({ code: 0, text: expect.stringContaining('(was there)') as string });
    writeFileSync(file('2026-09.csv'), 'cited');
    expect(await publish()).toMatchObject({ code: 1, text: expect.stringContaining('published with other bytes') as string });
    expect(readFileSync(file('2026-09.csv'), 'utf8')).toBe('cited');
  });

  test('says that there is no Chromium where there is none', async () => {
    const found = await finished(['report', '--month', '2026-09', '--log', folder, '--pdf', join(folder, 'c.pdf')], {
      CHROMIUM: '/nonexistent',
    });
    expect(found).toMatchObject({ code: 1, text: expect.stringContaining('a PDF needs Chromium') as string });
  });

  test.each([
    [['--month', '2020-01'], 1, 'no batch of 2020-01; it has 2026-07'],
    [['--month', '2026-13'], 2, '--month'],
    [['--month', 'x'], 2, '--month'],
    [[], 2, '--month'],
    [['--month', '2026-09', '--json', '--csv'], 2, 'one of them'],
    [['--month', '2026-09', '--html', '--language', 'xx'], 2, 'one of ar, de, en, et, fr, ru'],
    [['--month', '2026-09', '--language', 'et'], 2, '--html or --pdf'],
    [['--month', '2026-09', '--publish', '--language', 'et'], 2, 'none with --publish'],
    [['--month', '2026-09', '--publish', '--data', '/nonexistent'], 2, 'the data folder of the server'],
    [['--month', '2026-09', '--policy', '/nonexistent'], 2, 'no file that can be read'],
  ])('%j ends with code %i and says why', async (args, code, said) => {
    expect(await report(...args, '--log', folder)).toMatchObject({ code, text: expect.stringContaining(said) as string });
  });

  test.each([
    ['/nonexistent', 2, 'no such folder'],
    ['http://127.0.0.1:9/log', 1, 'cannot be reached'],
  ])('of %s ends with code %i and says why', async (log, code, said) => {
    expect(await report('--month', '2026-09', '--log', log)).toMatchObject({ code, text: expect.stringContaining(said) as string });
  });

  test('of a file, of an empty folder and of a damaged log says so', async () => {
    const [file, empty, damaged] = ['file', 'empty', 'damaged'].map((name) => join(folder, name));
    writeFileSync(file!, 'x');
    mkdirSync(empty!);
    expect(await report('--month', '2026-09', '--log', file!)).toMatchObject({ code: 2 });
    expect(await report('--month', '2026-09', '--log', empty!)).toMatchObject({ code: 2 });
    const log = await writeLog(damaged!, madeLeaves(300));
    const bundle = join(log.folder, 'tile', 'entries', '000');
    writeFileSync(bundle, readFileSync(bundle).subarray(1));
    expect(await report('--month', '2026-07', '--log', damaged!)).toMatchObject({
      code: 1,
      text: expect.stringContaining('tile/entries/000') as string,
    });
  });
});

describe('parlance register rebuild', () => {
  test('makes the register of a folder, the same twice', async () => {
    const rebuild = () => finished(['register', 'rebuild', '--data', folder, '--json']);
    const [first, second] = [await rebuild(), await rebuild()];
    expect(first).toMatchObject({ code: 0, text: expect.stringContaining('"size": "2010"') as string });
    expect(second).toEqual(first);
  });

  test('of a folder without a log is wrong usage', async () => {
    expect(await finished(['register', 'rebuild', '--data', join(folder, 'empty')])).toMatchObject({ code: 2 });
  });
});
