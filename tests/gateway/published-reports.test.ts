import { createHash } from 'node:crypto';
import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishFiles, reportFiles } from '../../apps/gateway/src/register/published/publish-report.ts';
import { collectMonth } from '../../apps/gateway/src/register/report/collect-month.ts';
import { folderSource } from '../../apps/gateway/src/register/report/tree-source.ts';
import { madeLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';

const month = '2026-09';
const path = '/transparency/reports';
const upstreamUrl = 'http://model.example:8000/v1';
let folder: string;
let files: ReadonlyMap<string, string>;
let place: RunningGateway;
let empty: RunningGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-published-'));
  const log = await writeLog(join(folder, 'log'), madeLeaves(2000));
  files = reportFiles(month, [await collectMonth(folderSource(log.folder), month, { policy: null })]);
  await publishFiles(join(folder, 'reports'), files);
  writeFileSync(join(folder, 'reports', 'notes.txt'), 'nobody reads this');
  writeFileSync(join(folder, '2026-09.csv'), 'nobody reads this');
  place = await startGateway({ upstreamUrl, reportsFolder: join(folder, 'reports') });
  empty = await startGateway({ upstreamUrl });
});
afterAll(async () => {
  await place.close();
  await empty.close();
  rmSync(folder, { recursive: true });
});

const get = (address: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${place.url}${address}`, { headers });

/** The very bytes that go over the wire, which `fetch` would decode. */
const sentAs = (address: string, coding: string): Promise<{ readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    httpGet(`${place.url}${address}`, { headers: { 'accept-encoding': coding } }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          resolve({ headers: response.headers, bytes: Buffer.concat(chunks) });
        });
    }).on('error', reject);
  });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the page of reports', () => {
  test.each(['en', 'et', 'ru'])(
    'has in %s every file with its address and SHA-256, the tree, how to cite it and how to make it again',
    async (language) => {
      const text = await (await get(`${path}?lang=${language}`)).text();
      const { heads } = JSON.parse(files.get(`${month}.json`) ?? '') as { heads: readonly { log: string; size: string; root: string }[] };
      for (const [name, bytes] of files) {
        expect(text).toContain(`href="${path}/${name}"`);
        expect(text).toContain(`${sha256(bytes)}  ${name}`);
      }
      for (const { log, size, root } of heads)
        expect(text).toContain(`${log} ${size} ${root}; ${place.url}${path}/${month}.${language}.html; SHA-256`);
      expect(heads).toHaveLength(1);
      expect(text).toContain(`node apps/cli/bin/parlance.mjs report --month ${month} --log ${place.url}/log --json`);
      expect(text).not.toMatch(/\{\w+\}|register\.[a-z]|<script/);
    },
  );

  test('is data where that is asked for', async () => {
    const { reports } = (await (await get(`${path}?format=json`)).json()) as { reports: readonly { files: readonly object[] }[] };
    expect(reports).toMatchObject([{ month, heads: [{ size: expect.stringMatching(/^\d+$/) as string }] }]);
    expect(reports[0]?.files).toHaveLength(files.size);
  });

  test('without any report says so, and how one is made', async () => {
    const text = await (await fetch(`${empty.url}${path}?lang=en`)).text();
    expect(text).toContain('No report has been published here yet');
    expect(text).toContain('--publish');
  });
});

describe('a published file', () => {
  test('comes as the bytes that were published, for good, each as what it is', async () => {
    const types = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' };
    for (const [name, bytes] of files) {
      const response = await get(`${path}/${name}`);
      expect(await response.text(), name).toBe(bytes);
      expect(response.headers.get('content-type')).toBe(types[name.split('.').at(-1) as keyof typeof types]);
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(response.headers.get('etag')?.replace(/^W\//, '')).toBe(`"${sha256(bytes)}"`);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('is sent in the coding of pages, small, under the tag of the file, and decodes to the bytes that were published', async () => {
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };
    for (const [name, text] of files)
      for (const coding of ['br', 'gzip', 'identity'] as const) {
        const { headers, bytes } = await sentAs(`${path}/${name}`, coding);
        expect([headers['content-encoding'] ?? 'identity', headers.vary], name).toEqual([coding, 'accept-encoding']);
        expect(headers.etag).toBe(`${coding === 'identity' ? '' : 'W/'}"${sha256(text)}"`);
        expect(sha256(decoders[coding](bytes).toString())).toBe(sha256(text));
        if (coding !== 'identity') expect(bytes.length, name).toBeLessThan(8_192);
      }
  });

  test('may use its own style and nothing else', async () => {
    const { headers } = await get(`${path}/${month}.en.html`);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(files.get(`${month}.en.html`) ?? '') ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(style).not.toBe('');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect((await get(`${path}/${month}.json`)).headers.get('content-security-policy')).not.toContain('style-src');
  });

  test('is not sent again to whoever has it', async () => {
    const etag = (await get(`${path}/${month}.csv`)).headers.get('etag') ?? '';
    const again = await get(`${path}/${month}.csv`, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('that the operator replaced is not sent from memory', async () => {
    const file = join(folder, 'reports', '2026-07.json');
    writeFileSync(file, '{}');
    expect(await (await get(`${path}/2026-07.json`)).text()).toBe('{}');
    writeFileSync(file, '{"v":2}');
    expect(await (await get(`${path}/2026-07.json`)).text()).toBe('{"v":2}');
    rmSync(file);
    expect((await get(`${path}/2026-07.json`)).status).toBe(404);
  });

  test.each([
    'notes.txt',
    '..%2F2026-09.csv',
    '%2e%2e/2026-09.csv',
    '..%5c2026-09.csv',
    '2026-08.json',
    '2026-09.xx.html',
    '2026-09.json%00',
    '.',
  ])('%s is none, and what lies elsewhere is not given away', async (name) => {
    const response = await get(`${path}/${name}?lang=en`);
    const text = await response.text();
    expect(text).not.toContain('nobody reads this');
    if (name !== '.') expect(response.status).toBe(404);
  });
});

test('one connection has six hundred files in an hour, and is then told when to come again', async () => {
  const answers: Response[] = [];
  for (let asked = 0; asked < 601; asked++) {
    const response = await fetch(`${empty.url}${path}/2026-01.csv?lang=en`);
    await response.arrayBuffer();
    answers.push(response);
  }
  expect(answers.slice(0, 600).map(({ status }) => status)).not.toContain(429);
  expect(answers[600]?.status).toBe(429);
  expect(Number(answers[600]?.headers.get('retry-after'))).toBeGreaterThan(0);
});
