import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Leaf } from '@parlance/log';
import { type DriftFacts } from '@parlance/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../apps/gateway/src/journal-postgres/testing/postgres-server.ts';
import { collectDrift, driftInput } from '../../apps/gateway/src/register/drift/collect-drift.ts';
import { type DriftAlertLine } from '../../apps/gateway/src/register/drift/drift-watch.ts';
import { lookForDrift } from '../../apps/gateway/src/register/drift/look-for-drift.ts';
import { makeDrift } from '../../apps/gateway/src/register/drift/make-drift.ts';
import { keepRegister } from '../../apps/gateway/src/register/keep-register.ts';
import { type FollowedLog, followLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { folderSource } from '../../apps/gateway/src/register/report/tree-source.ts';
import { driftingLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { textOf } from '../pages/asking.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';

let folder: string;
let log: FollowedLog;
let server: Awaited<ReturnType<typeof startPostgres>>;
const leaves: readonly Leaf[] = driftingLeaves();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-drift-'));
  log = await writeLog(folder, leaves);
  server = await startPostgres();
}, 60_000);
afterAll(() => {
  server.remove();
  rmSync(folder, { recursive: true });
});

const fromLog = async (until: string | null) =>
  makeDrift(driftInput([await collectDrift(folderSource(log.folder), { policy: null, until })]), until);

describe.each(['embedded', 'postgresql'])('on the %s store, a running server', (kind) => {
  let store: Store;
  let gateway: RunningGateway;

  beforeAll(async () => {
    const databaseUrl = kind === 'embedded' ? null : server.addressOf(await server.freshDatabase());
    store = await openStore({ databaseUrl, dataFolder: mkdtempSync(join(folder, 'data-')) });
    await followLog(log, { store: store.register, step: 700 });
    gateway = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1', register: store.register });
  }, 60_000);
  afterAll(async () => {
    await gateway.close();
    await store.close();
  });

  const get = (query: string) => fetch(`${gateway.url}/transparency/drift?${query}`, { headers: { 'accept-language': 'en' } });

  test('tells as data what anybody finds in the log alone', async () => {
    const told = (await (await get('format=json')).json()) as DriftFacts;
    expect(told).toEqual(JSON.parse(JSON.stringify(await fromLog(null))));
    expect(told.month).toBe('2026-11');
    expect(told.rules.map(({ rule, verdict }) => [rule, verdict]).toSorted()).toEqual([
      ['ee.rule.1', 'rose'],
      ['ee.rule.2', 'steady'],
      ['ee.rule.5', 'steady'],
    ]);
    expect(told.review).toMatchObject([{ rule: 'ee.rule.1', objections: { found_right: 10, rejected: 0 } }]);
    expect(told.review[0]?.reasons).toEqual(['rose', 'objections']);
    expect(JSON.stringify(told)).not.toContain('commitments');
  });

  test('shows it with a table beside each chart and without a script', async () => {
    const reply = await get('lang=en');
    const html = await reply.text();
    expect([reply.status, html.includes('<script')]).toEqual([200, false]);
    expect((html.match(/<svg/g) ?? []).length).toBe((html.match(/class="plotted"/g) ?? []).length);
    expect(textOf(html)).toMatch(/At least [\d.]+ times as often as before/);
  });

  test('says that its rates are estimates, and of each rule what it does under which law', async () => {
    const html = await (await get('lang=en')).text();
    const [, alert = ''] = /<article class="card">(.*?)<\/article>/s.exec(html) ?? [];
    expect(textOf(alert)).toMatch(/ee\.rule\.1\s+left out ·\s+information on medicines\s+Act 1, § 1/);
    expect(textOf(html)).toContain('In 10,000 answers, about');
    const rates = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell).trim());
    expect(rates.filter((cell) => !/^(?:[≈≥] \d+|–)$/.test(cell))).toEqual([]);
    expect(rates.some((cell) => cell.startsWith('≈'))).toBe(true);
  });

  test('writes how many times as often with the decimal sign of the language', async () => {
    expect(textOf(await (await get('lang=et')).text())).toMatch(/\d,\d+ korda/);
  });

  test.each(['2026-13', '2020-01', '9'.repeat(5000), '%3Cscript%3E', '2026-10&month=2026-11', '%00'])(
    'answers an address with the month %s with a page that says so',
    async (month) => {
      const reply = await get(`lang=en&month=${month}`);
      expect(reply.status).toBe(400);
      const html = await reply.text();
      expect(textOf(html)).toContain('The newest month is shown.');
      expect(html).not.toContain('<script');
      expect((await get(`format=json&month=${month}`)).status).toBe(400);
    },
  );

  test('does not say of its first month, which has nothing to be compared with, that nothing stands out', async () => {
    const page = textOf(await (await get('month=2026-06')).text());
    expect(page).toMatch(/What changed[^.]*\.[^.]*\. {2}Nothing could be judged yet/);
  });

  test('shows an earlier month as it was found then', async () => {
    const told = (await (await get('format=json&month=2026-10')).json()) as DriftFacts;
    expect(told.rules.every(({ verdict }) => verdict !== 'rose')).toBe(true);
    expect(told.rules).toEqual(JSON.parse(JSON.stringify((await fromLog('2026-10')).rules)));
  });
});

describe('the operator', () => {
  test('is told once of what stands out, when it does, and without any content', async () => {
    const store = await openStore({ databaseUrl: null, dataFolder: mkdtempSync(join(folder, 'data-')) });
    const alerts: DriftAlertLine[] = [];
    const shard = { note: `${log.log}\n`, size: log.size };
    const keeper = keepRegister({
      store: store.register,
      log: { shards: () => [{ shard: '2026h2', folder: log.folder, published: () => shard }] },
      onFault: (error) => {
        throw error;
      },
      onLooked: lookForDrift(store.register, (alert) => alerts.push(alert)),
      pause: 3_600_000,
    });
    await keeper.catchUp();
    await keeper.catchUp();
    expect(alerts).toEqual([
      {
        event: 'drift_alert',
        month: '2026-11',
        rule: 'ee.rule.1',
        kind: 'omit',
        language: null,
        finding: 'rose',
        ratio: expect.any(Number) as number,
        q: expect.any(Number) as number,
      },
    ]);
    await keeper.stop();
    await store.close();
  }, 30_000);
});

test('a longer log finds the same of a month that is over', async () => {
  const short = mkdtempSync(join(folder, 'short-'));
  const end = leaves.findLastIndex((leaf) => leaf.leaf === 'tally' && leaf.period.startsWith('2026-10'));
  const shorter = await writeLog(short, leaves.slice(0, end + 1));
  const found = makeDrift(driftInput([await collectDrift(folderSource(shorter.folder), { policy: null, until: '2026-10' })]), '2026-10');
  expect(await fromLog('2026-10')).toEqual(found);
});
