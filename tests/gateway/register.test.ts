import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { checkStatement } from '../../apps/gateway/src/register/statements/check-statement.ts';
import { editOf, type Mediation, mediationOf, tallyOf, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { textOf } from '../pages/asking.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';

let folder: string;
let store: Store;
let gateway: RunningGateway;

const hostile = '<script>alert(1)</script>';
const law = { jurisdiction: 'EE', instrument: hostile, article: '=1+1', url: 'https://law.example/x' };
const period = '2026-11-21T13Z';

function answers(): readonly Mediation[] {
  const of = (count: number, told: Partial<Mediation>, from: number) =>
    Array.from({ length: count }, (_, nth) => mediationOf(from + nth, { period, ...told }));
  return [
    ...of(120, { edits: [editOf(1)] }, 0),
    ...of(37, { edits: [editOf(1)], language: 'ru' }, 200),
    ...of(4, { edits: [editOf(1)], language: 'fi' }, 300),
    ...of(
      15,
      {
        edits: [{ ...editOf(2), kind: 'omit', type: 'medicines', cause: 'law', basis: law, authority: 'Office "A"', rule: 'ee.hostile@1' }],
      },
      400,
    ),
    ...of(30, { edits: [editOf(5)], sector: 'education' }, 500),
    ...of(14, { edits: [editOf(5)], sector: 'health' }, 540),
    ...of(3, { edits: [editOf(5)], sector: 'housing' }, 560),
    ...of(12, { edits: [], ending: 'quota' }, 600),
  ];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-register-page-'));
  store = await openStore({ databaseUrl: null, dataFolder: folder });
  const made = answers();
  await followLog(await writeLog(folder, [...made, tallyOf(period, made, 50)]), { store: store.register, step: 1000 });
  gateway = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1', register: store.register });
});
afterAll(async () => {
  await gateway.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const get = (query = '', path = '') =>
  fetch(`${gateway.url}/transparency/register${path}${query}`, { headers: { 'accept-language': 'en' } });
const page = async (query = ''): Promise<string> => (await get(query)).text();
const asked = (fields: Readonly<Record<string, string>>): string => `?${new URLSearchParams(fields).toString()}`;

interface Counts {
  readonly counts: readonly {
    readonly language: string | null;
    readonly sector: string | null;
    readonly rule: string | null;
    readonly at_least: number;
  }[];
}

test('a file that is not there is told on a page to browsers, in their language, and in JSON to programs', async () => {
  const address = `${gateway.url}/transparency/register/foo.csv?lang=et`;
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('Sellist lehte ei ole.');
  expect(await (await fetch(address)).json()).toMatchObject({ error: { code: 'not_found' } });
});

describe('the page of the register', () => {
  test.each(['law', 'authority', 'language', 'sector', 'rule', 'kind'])(
    'has a table by %s that adds up to what is told of all',
    async (facet) => {
      const html = await page('?lang=en');
      const all = Number(/At least (\d+)/.exec(textOf(html))?.[1]);
      const table = html.slice(html.indexOf(`id="by-${facet}"`)).split('</table>')[0] ?? '';
      const rows = [...textOf(table).matchAll(/≥\s*(\d+)/g)].map(([, count]) => Number(count));
      expect(rows.reduce((sum, count) => sum + count, 0)).toBe(all);
    },
  );

  test('tells whole tens, what may belong too, and where the log does not tell', async () => {
    const text = textOf(await page(asked({ lang: 'en', language: 'ru' })));
    expect(text).toContain('At least 30');
    expect(text).toContain('The log tells a sector only where ten');
    expect(text).toContain('Made from the first 236 entries of log.example/2026h2');
    expect(text).not.toMatch(/least 3[1-9]/);
  });

  test('says of what is small and of what is not there the same', async () => {
    const small = textOf(await page(asked({ lang: 'en', language: 'fi' }))).replaceAll(/fi\b|Finnish/g, '');
    const none = textOf(await page(asked({ lang: 'en', language: 'qq' }))).replaceAll(/qq\b/g, '');
    expect(small).toContain('Fewer than ten, or none: not told.');
    expect(none.replaceAll(/\s+/g, ' ')).toBe(small.replaceAll(/\s+/g, ' '));
  });

  test('does not say that there is no change where there may be nine of them', async () => {
    const empty = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1' });
    const text = textOf(await (await fetch(`${empty.url}/transparency/register?lang=en`)).text());
    await empty.close();
    expect(text).toContain('Fewer than ten changes in any month so far, or none');
  });

  test('says on the row why it is not told which rule it was, and where the rule is told says no such thing', async () => {
    const rows = [...(await page(asked({ lang: 'en' }))).matchAll(/<p class="hint">(.*?)<bdi>entry/g)].map(([, row]) => row ?? '');
    expect(
      rows.filter((row) => row.includes('(fewer than ten of its kind in this month; told once there are ten)')).length,
    ).toBeGreaterThan(0);
    for (const row of rows) expect(row.includes('<code'), row).not.toBe(row.includes('not told'));
  });

  test('has a table beside each chart, and no script, also with script in the title of a law', async () => {
    const html = await page('?lang=en');
    expect(html.match(/<svg/g)).toHaveLength((html.match(/<table/g) ?? []).length);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>');
    expect((await get('?lang=en')).headers.get('content-security-policy')).not.toContain('script-src');
  });

  test('lists what it counts and leads to older ones, until there are no more', async () => {
    const seen = new Set<string>();
    for (let address: string | undefined = '/transparency/register?lang=en'; address !== undefined;) {
      const html: string = await (await fetch(gateway.url + address)).text();
      for (const [, entry] of html.matchAll(/entry (\d+) of/g)) seen.add(entry ?? '');
      address = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.size).toBe(120 + 30 + 30 + 10 + 10 + 10);
  });

  test.each([
    ['et', 'Muudatuste register'],
    ['ru', 'Реестр изменений'],
  ])('speaks %s', async (language, title) => {
    expect(textOf(await page(`?lang=${language}`))).toContain(title);
  });
});

describe('the filter by sector', () => {
  test('tells those whose sector the log tells, by its name in the language of the page, and never fewer than ten', async () => {
    expect(textOf(await page(asked({ lang: 'en', sector: 'education' })))).toContain('At least 30');
    expect(textOf(await page(asked({ lang: 'et', sector: 'health' })))).toContain('Tervishoid');
    expect(textOf(await page(asked({ lang: 'en', sector: 'housing' })))).toContain('Fewer than ten, or none: not told.');
    const { counts } = (await (await get(asked({ sector: 'health' }), '/counts.json')).json()) as Counts;
    expect(counts.map(({ sector, at_least }) => [sector, at_least])).toEqual([['health', 10]]);
    const entries = await (await get(asked({ sector: 'health' }), '/entries.csv')).text();
    expect(entries.trimEnd().split('\r\n')).toHaveLength(11);
    expect(entries).toContain(',et,health');
  });

  test('says of entries of an older log, which tell none, only that they may belong there', async () => {
    const text = textOf(await page(asked({ lang: 'en', sector: 'education', rule: 'ee.rule.1' })));
    expect(text).toContain('Fewer than ten, or none: not told.');
    expect(text).toMatch(/At least 1[56]0 more may belong here/);
  });
});

describe('an address that asks for what there is not', () => {
  test.each([
    `?month=${'9'.repeat(5000)}`,
    '?month=9999-99',
    '?month=2026',
    '?before=x',
    '?before=2026-11%20-1%20log',
    '?before=2026-11%2099999999999999999999%20log',
    '?colour=red',
    '?language=et&language=ru',
    '?__proto__=x',
    `?law=${encodeURIComponent(hostile)}&x=1`,
  ])('is answered with a page that says so: %s', async (query) => {
    const reply = await get(`${query}&lang=en`);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toContain('text/html');
    const html = await reply.text();
    expect(html).not.toContain('<script>alert');
    if (!query.includes('&lang')) expect(textOf(html)).toContain('does not know');
  });

  test('is in the language of the reader', async () => {
    const reply = await fetch(`${gateway.url}/transparency/register?colour=x`, { headers: { 'accept-language': 'et' } });
    expect(textOf(await reply.text())).toContain('mida register ei tunne');
  });

  test.each(['/x.csv', '/counts', '/..%2f..%2fetc', '/constructor'])('has no file %s', async (path) => {
    expect((await get('', path)).status).toBe(404);
  });

  test('a file with a strange filter is refused', async () => {
    expect((await get('?colour=x', '/counts.csv')).status).toBe(400);
  });
});

describe('the files', () => {
  test('of counts are the same bytes twice, and tell what the page tells', async () => {
    const [first, second] = [await (await get('', '/counts.json')).text(), await (await get('', '/counts.json')).text()];
    expect(second).toBe(first);
    const { counts } = JSON.parse(first) as Counts;
    expect(counts.map(({ at_least }) => at_least % 10)).toEqual(counts.map(() => 0));
    expect(counts.some(({ language }) => language === 'fi')).toBe(false);
    expect(counts.reduce((sum, { at_least }) => sum + at_least, 0)).toBe(210);
  });

  test('in CSV have no formula and one line for each count', async () => {
    const text = await (await get(asked({ type: 'medicines' }), '/counts.csv')).text();
    expect(text.split('\r\n')[0]).toBe('month,kind,type,cause,law,law_url,authority,rule,pack,language,sector,at_least');
    const entries = await (await get(asked({ rule: 'ee.hostile' }), '/entries.csv')).text();
    for (const field of entries.split(/[\r\n,]+/)) expect(field).not.toMatch(/^"?[=+@]/);
    expect(entries).toContain('"Office ""A"""');
  });

  test('of entries lead on to the last', async () => {
    const reply = await get('', '/entries.json');
    const { entries, next } = (await reply.json()) as { readonly entries: readonly unknown[]; readonly next: string | null };
    expect([entries.length, next]).toEqual([210, null]);
  });

  test('of statements hold what the DSA Transparency Database takes, and no statement twice', async () => {
    const statements: unknown[] = [];
    let leftOut = 0;
    for (let before: string | null = ''; before !== null;) {
      const reply = await get(before === '' ? '' : asked({ before }), '/statements.json');
      const part = (await reply.json()) as {
        readonly statements: readonly unknown[];
        readonly left_out: number;
        readonly next: string | null;
      };
      statements.push(...part.statements);
      leftOut += part.left_out;
      before = part.next;
    }
    expect(statements.length).toBeGreaterThan(100);
    expect(statements.flatMap(checkStatement)).toEqual([]);
    const ids = statements.map((statement) => (statement as { readonly puid: string }).puid);
    expect(new Set(ids).size).toBe(ids.length);
    expect(statements.length + leftOut).toBe(160);
  });
});
