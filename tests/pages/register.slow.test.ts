import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { finished } from '../process/run-parlance.ts';
import { launchBrowser, scrollsSideways, violations } from './browser.ts';
import { type Browser } from 'playwright-core';

let browser: Browser;
let estonia: TestGateway;
let morocco: TestGateway;

const person = 'mari.maasikas@example.ee';
const patience = 40_000;

beforeAll(async () => {
  [browser, estonia, morocco] = await Promise.all([launchBrowser(), startGateway(), startGateway(null, 'ma')]);
  for (const gateway of [estonia, morocco]) await changeAnswers(gateway);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([estonia.close(), morocco.close()]);
});

/** Twelve answers from which an address was left out, in the log and in the register. */
async function changeAnswers({ address }: TestGateway): Promise<void> {
  for (let answer = 0; answer < 12; answer++) {
    const body = new URLSearchParams({ text: `A ${person} b.`, q: 'x', lang: 'en', speed: 'instant' });
    await (await fetch(`${address}/try`, { method: 'POST', body })).text();
  }
  const until = Date.now() + patience;
  const isThere = async (): Promise<boolean> =>
    (await (await fetch(`${address}/transparency/register/counts.json`)).text()).includes('at_least');
  while (!(await isThere())) {
    if (Date.now() > until) throw new Error('the register does not tell what the log has');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const narrow = { viewport: { width: 320, height: 700 } } as const;

describe.each([
  ['et', 'ltr', () => estonia],
  ['ar', 'rtl', () => morocco],
])('the register without script, in %s', (language, direction, there) => {
  test('is filtered by a form, and each page can be read at 320 pixels', async () => {
    const context = await browser.newContext({ ...narrow, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${there().address}/transparency/register?lang=${language}`);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    await page.locator('select[name=kind]').selectOption('omit');
    await page.locator('form.filter .primary').click();
    await page.waitForURL('**kind=omit**');
    expect(await page.locator('[role=status]').textContent()).toContain('10');
    expect(await page.locator('.changes-listed li').count()).toBeGreaterThanOrEqual(10);
    expect(await context.cookies()).toEqual([]);
    const looked = await browser.newContext(narrow);
    const seen = await looked.newPage();
    for (const address of [page.url(), `${there().address}/transparency/register?lang=${language}&colour=x`]) {
      await seen.goto(address);
      expect([await violations(seen), await scrollsSideways(seen)]).toEqual([[], false]);
    }
    await looked.close();
    await context.close();
  });
});

describe('parlance report', () => {
  const month = new Date().toISOString().slice(0, 7);

  test('makes the same report of a running server twice, from its folder and from its address', async () => {
    const report = (log: string) => finished(['report', '--month', month, '--log', log, '--json']);
    const [first, again, web] = [
      await report(estonia.dataFolder),
      await report(estonia.dataFolder),
      await report(`${estonia.address}/log`),
    ];
    expect(first.code).toBe(0);
    expect(first.text).toContain('"parlance-month"');
    expect(again.text).toBe(first.text);
    expect(web.text).toBe(first.text);
  });

  test('register rebuild is refused while a server owns the folder', async () => {
    const { code, text } = await finished(['register', 'rebuild', '--data', estonia.dataFolder]);
    expect([code, text]).toEqual([1, expect.stringContaining(estonia.dataFolder) as string]);
  });
});
