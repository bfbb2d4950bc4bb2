import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isOver, publishFiles } from './publish-report.ts';
import { publishedReports } from './published-reports.ts';
import { readReportName, reportName } from './report-name.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-reports-'));
  made.push(folder);
  return folder;
}

describe('publishing', () => {
  test('writes each file once, and the same bytes again are fine', async () => {
    const folder = join(newFolder(), 'reports');
    const files = new Map([
      ['2026-10.json', '{}'],
      ['2026-10.csv', 'a'],
    ]);
    expect(await publishFiles(folder, files)).toEqual(['2026-10.json', '2026-10.csv']);
    expect(await publishFiles(folder, files)).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(['2026-10.csv', '2026-10.json']);
  });

  test('never takes the place of other bytes, and then writes none of the others', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '2026-10.json'), 'cited');
    const files = new Map([
      ['2026-10.csv', 'a'],
      ['2026-10.json', '{}'],
    ]);
    await expect(publishFiles(folder, files)).rejects.toMatchObject({ code: 'report_differs' });
    expect(readdirSync(folder)).toEqual(['2026-10.json']);
    expect(readFileSync(join(folder, '2026-10.json'), 'utf8')).toBe('cited');
  });

  test('by two at once leaves one file, whole', async () => {
    const folder = newFolder();
    const files = new Map([['2026-10.csv', 'a'.repeat(1_000_000)]]);
    await Promise.all([publishFiles(folder, files), publishFiles(folder, files)]);
    expect(readdirSync(folder)).toEqual(['2026-10.csv']);
    expect(readFileSync(join(folder, '2026-10.csv'), 'utf8')).toHaveLength(1_000_000);
  });

  test.each([
    ['2026-10', ['2026-10', '2026-11'], '2026-10-31T23:59:00Z', true],
    ['2026-10', ['2026-10'], '2026-10-31T23:59:00Z', false],
    ['2026-10', ['2026-10'], '2026-11-01T12:00:00Z', false],
    ['2026-10', ['2026-10'], '2026-11-02T12:00:00Z', true],
    ['2026-12', [], '2027-01-03T00:00:00Z', true],
  ])('waits until nothing can be added: %s with %j at %s', (...[month, months, now, expected]) => {
    expect(isOver(month, { months, now: new Date(now) })).toBe(expected);
  });
});

describe('names', () => {
  test.each(['2026-10.json', '2026-10.csv', '2026-10.et.html', '2026-10.ar.pdf'])('%s is one, and is made so', (name) => {
    const read = readReportName(name);
    expect(read === null ? '' : reportName(read)).toBe(name);
  });

  test.each([
    '../2026-10.json',
    '2026-10.json/..',
    '2026-10.et.json',
    '2026-10.html',
    '2026-10.xx.html',
    '2026-13.json',
    '.2026-10.json',
    '2026-10.json\n',
    '2026-10.json\0',
    '2026-10.JSON',
    'constructor',
    '',
  ])('%j is none', async (name) => {
    expect(readReportName(name)).toBeNull();
    expect(await publishedReports(newFolder()).read(name)).toBeNull();
  });
});

describe('what is listed', () => {
  test('is the files of each month, the newest first, with the trees that the report names', async () => {
    const folder = newFolder();
    const heads = [{ log: 'log.example/2026h2', size: '74', root: 'r00t=' }];
    writeFileSync(join(folder, '2026-09.csv'), 'x');
    writeFileSync(join(folder, '2026-10.json'), JSON.stringify({ report: 'parlance-month', heads }));
    writeFileSync(join(folder, '2026-10.et.html'), '<!doctype html>');
    writeFileSync(join(folder, 'secret'), 'x');
    const reports = publishedReports(folder);
    const listed = await reports.list();
    expect(listed.map(({ month, files }) => [month, files.map(({ name }) => name)])).toEqual([
      ['2026-10', ['2026-10.et.html', '2026-10.json']],
      ['2026-09', ['2026-09.csv']],
    ]);
    expect(listed.map((each) => each.heads)).toEqual([heads, null]);
    expect(await reports.list()).toEqual(listed);
    writeFileSync(join(folder, '2026-09.csv'), 'xy');
    expect((await reports.list())[1]?.files[0]?.bytes).toBe(2);
  });

  test('has no link, which would lead out of the folder', async () => {
    const folder = newFolder();
    symlinkSync('/etc/passwd', join(folder, '2026-10.csv'));
    const reports = publishedReports(folder);
    expect(await reports.list()).toEqual([]);
    expect(await reports.read('2026-10.csv')).toBeNull();
  });

  test.each(['{', '[]', '{"report":"parlance-month","heads":[]}', '{"heads":[{"log":"x","size":"-1","root":""}]}'])(
    'tells no tree of %s',
    async (text) => {
      const folder = newFolder();
      writeFileSync(join(folder, '2026-10.json'), text);
      expect(await publishedReports(folder).list()).toMatchObject([{ heads: null }]);
    },
  );

  test('is nothing where no folder is', async () => {
    expect(await publishedReports('/nonexistent').list()).toEqual([]);
  });
});
