import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCountry } from '../../apps/gateway/src/country/country.ts';
import { followLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { driftingLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { type RunningGateway, startGateway } from '../gateway/running-gateway.ts';
import { launchBrowser, scrollsSideways, violations } from './browser.ts';

let folder: string;
let store: Store;
let browser: Browser;
const gateways = new Map<string, RunningGateway>();

async function countryOf(name: string) {
  const files = await readPackFolder(join(import.meta.dirname, '..', '..', 'packs', name));
  const { pack } = checkPack(files, { today: '2026-12-01' });
  if (pack === null) throw new Error(`the pack ${name} does not load`);
  return createCountry(pack, new Map());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-drift-page-'));
  store = await openStore({ databaseUrl: null, dataFolder: folder });
  await followLog(await writeLog(folder, driftingLeaves()), { store: store.register, step: 1000 });
  for (const name of ['ee', 'ma'])
    gateways.set(
      name,
      await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1', register: store.register, country: await countryOf(name) }),
    );
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  for (const gateway of gateways.values()) await gateway.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe.each([
  ['ee', 'en', 'ltr', { width: 320, height: 700 }],
  ['ee', 'en', 'ltr', { width: 1280, height: 900 }],
  ['ma', 'ar', 'rtl', { width: 320, height: 700 }],
])('the page on drift of the pack %s in %s (%s)', (...[pack, language, direction, viewport]) => {
  test(`can be read without script at ${viewport.width} pixels, and its month is chosen by a form`, async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.goto(`${gateways.get(pack)?.url ?? ''}/transparency/drift?lang=${language}`);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    expect(await page.locator('svg.bars').count()).toBe(1);
    expect([await violations(page), await scrollsSideways(page)]).toEqual([[], false]);
    await page.locator('select[name=month]').selectOption('2026-10');
    await page.locator('form.choose button').click();
    await page.waitForURL('**month=2026-10**');
    expect(await page.locator('svg.bars').count()).toBe(0);
    expect([await violations(page), await scrollsSideways(page)]).toEqual([[], false]);
    expect(await context.cookies()).toEqual([]);
    const shots = process.env['PICTURES'];
    if (shots !== undefined) {
      await page.goBack();
      await page.screenshot({ path: join(shots, `drift-${language}-${viewport.width}.png`), fullPage: true });
    }
    await context.close();
  });
});
