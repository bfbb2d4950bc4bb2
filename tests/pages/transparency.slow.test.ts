import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishFiles, reportFiles } from '../../apps/gateway/src/register/published/publish-report.ts';
import { reportsFolder } from '../../apps/gateway/src/register/published/report-name.ts';
import { collectMonth } from '../../apps/gateway/src/register/report/collect-month.ts';
import { folderSource } from '../../apps/gateway/src/register/report/tree-source.ts';
import { madeLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { launchBrowser, scrollsSideways, violations } from './browser.ts';

let browser: Browser;
const gateways = new Map<string, TestGateway>();
const readings = [
  ['ee', 'en'],
  ['ee', 'et'],
  ['ma', 'ar'],
  ['de', 'de'],
] as const;

/** Looked at on a phone alone. Of Tamazight most words are missing, and others stand in for them. */
const furtherReadings = [
  ['ee', 'ru'],
  ['ma', 'fr'],
  ['ma', 'zgh'],
  ['de', 'am'],
] as const;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const pack of new Set(readings.map(([each]) => each))) {
    const gateway = await startGateway(null, pack);
    gateways.set(pack, gateway);
    await publishReport(gateway.dataFolder);
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  for (const gateway of gateways.values()) await gateway.close();
});

/** Of a made log: whose it is does not matter to the page. */
async function publishReport(dataFolder: string): Promise<void> {
  const { folder } = await writeLog(join(dataFolder, 'made-log'), madeLeaves(300));
  const found = [await collectMonth(folderSource(folder), '2026-07', { policy: null })];
  await publishFiles(join(dataFolder, reportsFolder), reportFiles('2026-07', found));
}

async function pathsOf(pack: string): Promise<readonly string[]> {
  const overview: unknown = await (await fetch(`${gateways.get(pack)?.address ?? ''}/transparency?format=json`)).json();
  const { digest } = (overview as { pack: { digest: string } }).pack;
  return [
    '',
    '/charter',
    '/packs',
    `/packs/${digest}`,
    `/packs/compare?from=${digest}&to=${digest}`,
    '/instructions',
    '/purposes',
    '/system',
    '/drift',
    '/drift?month=x',
    '/reports',
    '/register',
    '/register?sector=education',
    '/nothing',
  ];
}

/** The form behind the button at a change. */
async function objectionPath(pack: string): Promise<string> {
  const body = new URLSearchParams({ text: 'A mari.maasikas@example.ee b.', q: 'x', speed: 'instant' });
  const html = await (await fetch(`${gateways.get(pack)?.address ?? ''}/try`, { method: 'POST', body })).text();
  const path = /href="(\/object\?[^"]+)"/
    .exec(html)?.[1]
    ?.replaceAll('&amp;', '&')
    .replace(/&lang=\w+/, '');
  if (path === undefined) throw new Error('the answer has no button');
  return path;
}

async function visit(pack: string, options: BrowserContextOptions): Promise<{ page: Page; go: (path: string) => Promise<void> }> {
  const page = await (await browser.newContext(options)).newPage();
  return {
    page,
    go: async (path) => {
      await page.goto((gateways.get(pack)?.address ?? '') + path);
    },
  };
}

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['at 320 px', { viewport: { width: 320, height: 640 } }],
  ['at 1280 px', { viewport: { width: 1280, height: 900 } }],
  ['in the dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
];

/** On every page of a pack. */
async function faultsOf(pack: string, language: string, options: BrowserContextOptions): Promise<readonly string[]> {
  const { page, go } = await visit(pack, options);
  const found: string[] = [];
  const others = ['/objections', await objectionPath(pack), '/try', '/verify'];
  for (const path of [...(await pathsOf(pack)).map((each) => `/transparency${each}`), ...others]) {
    await go(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    found.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
    if (await scrollsSideways(page)) found.push(`${path} is wider than the window`);
  }
  await page.context().close();
  return found;
}

test.each(furtherReadings)(
  'the pack %s in %s has no page with a violation of WCAG 2.2 AA or wider than a phone',
  async (pack, language) => {
    expect(await faultsOf(pack, language, { viewport: { width: 320, height: 640 } })).toEqual([]);
  },
);

test('where other words stand in for those of a language, the page says whose they are', async () => {
  const { page, go } = await visit('ma', {});
  await go('/transparency/register?lang=zgh');
  expect(await page.locator('html').getAttribute('lang')).toBe('zgh');
  expect(await page.locator('main').getAttribute('lang')).toBe('fr');
  await go('/transparency/register?lang=fr');
  expect(await page.locator('main').getAttribute('lang')).toBeNull();
  await page.context().close();
});

describe.each(readings)('the pack %s in %s', (pack, language) => {
  test.each(looks)('has no page with a violation of WCAG 2.2 AA or wider than its window %s', async (_name, options) => {
    expect(await faultsOf(pack, language, options)).toEqual([]);
  });

  test('reads in its own direction, with headings in order', async () => {
    const { page, go } = await visit(pack, {});
    for (const path of await pathsOf(pack)) {
      await go(`/transparency${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(await page.locator('html').getAttribute('dir'), path).toBe(language === 'ar' ? 'rtl' : 'ltr');
      const levels = await page.locator('main :is(h1, h2, h3)').evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
      expect(levels[0], path).toBe(1);
      expect(
        levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1),
        `${path} ${levels.join()}`,
      ).toBe(true);
    }
    await page.context().close();
  });
});

test('without script, somebody gets from an answer page to a clause, a rule, the instructions and the state of the log', async () => {
  const { page, go } = await visit('ee', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await go('/?lang=en');
  await page.locator('header').getByRole('link', { name: 'Transparency' }).click();
  await page.getByRole('link', { name: 'The charter' }).click();
  expect(await page.locator('.clauses .manner[data-manner=asked]').count()).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'What this country changes' }).click();
  await page.getByRole('link', { name: 'What this version says' }).click();
  await page.getByRole('link', { name: 'Object to this' }).first().click();
  expect(await page.locator('h1').innerText()).toBe('Object to a change');
  await go('/transparency/instructions?lang=en');
  await page.getByLabel('Age of the reader').selectOption('under-18');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await page.locator('.layer-text').first().innerText()).toContain('under_18.');
  await page.getByRole('link', { name: 'What runs here' }).click();
  expect(await page.locator('[data-log=sound]').count()).toBe(1);
  await page.context().close();
});

test('everything that can be pressed is reached with the keyboard, in the order of the page, and shows that it is', async () => {
  const { page, go } = await visit('ee', { viewport: { width: 320, height: 640 } });
  await go('/transparency/instructions?lang=en');
  const expected = await page.locator('a, button, select').count();
  const places: number[] = [];
  for (let press = 0; press < expected; press++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<[number, string]>(
      '[[...document.querySelectorAll("a, button, select")].indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]',
    );
    places.push(focus[0]);
    expect(focus[1]).not.toBe('none');
  }
  expect(places).toEqual(places.map((_, place) => place));
  await page.context().close();
});

test('each page has at most 100 KB with its style sheet, compressed as it could be', async () => {
  const { address } = gateways.get('ee') ?? { address: '' };
  const sizeOf = async (path: string) => gzipSync(Buffer.from(await (await fetch(address + path)).arrayBuffer())).length;
  const sheet = await sizeOf('/assets/parlance.css');
  for (const path of await pathsOf('ee')) expect(sheet + (await sizeOf(`/transparency${path}`)), path).toBeLessThan(100 * 1024);
});
