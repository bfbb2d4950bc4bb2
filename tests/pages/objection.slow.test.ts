import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { finished } from '../process/run-parlance.ts';
import { scrollsSideways, violations } from './browser.ts';
import { startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;
let inMorocco: TestGateway;

beforeAll(async () => {
  [visits, inMorocco] = await Promise.all([startVisits(), startGateway(null, 'ma')]);
}, 180_000);
afterAll(async () => {
  await Promise.all([visits.close(), inMorocco.close()]);
});

/** Longer than the shortest time in which a person reads a form. */
const reading = 2_500;
const person = 'mari.maasikas@example.ee';

const narrow = { viewport: { width: 320, height: 700 } } as const;

/** axe is a script, so it looks from a context that has scripts; the pages themselves load none. */
async function faultsAt(address: string): Promise<readonly unknown[]> {
  const context = await visits.browser.newContext(narrow);
  const page = await context.newPage();
  await page.goto(address);
  const found = [await violations(page), await scrollsSideways(page)];
  await context.close();
  return found;
}

describe.each([
  ['et', 'ltr', () => visits.gateway],
  ['ar', 'rtl', () => inMorocco],
])('objecting without script, in %s', (language, direction, there) => {
  test('takes two presses from a cut to the receipt, and each page can be read at 320 pixels', async () => {
    const context = await visits.browser.newContext({ ...narrow, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${there().address}/try?lang=${language}`);
    await page.locator('textarea[name=text]').first().fill(`A ${person} b.`);
    await page.locator('form[action="/try"] .primary').first().click();
    await page.locator('.notice.omit .actions a').first().click();
    await page.locator('form[action^="/object"]').waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    expect(await faultsAt(page.url())).toEqual([[], false]);
    await page.waitForTimeout(reading);
    await page.locator('form[action^="/object"] .primary').click();
    const code = (await page.locator('[role=status] code').textContent()) ?? '';
    expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/);
    await page.locator('[role=status] a').click();
    await page.waitForURL(`**/object/${code}**`);
    expect(await faultsAt(page.url())).toEqual([[], false]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

test('the public page of counts can be read at 320 pixels', async () => {
  expect(await faultsAt(`${visits.gateway.address}/objections?lang=en`)).toEqual([[], false]);
});

describe('parlance objections', () => {
  const office = (...args: readonly string[]) => finished(['objections', ...args, '--data', visits.gateway.dataFolder]);

  test('lists, shows and decides with the key of the data folder, once', async () => {
    const list = await office('list');
    expect(list).toMatchObject({ code: 0 });
    const number = /^(\d+) {2}open/m.exec(list.text)?.[1] ?? '';
    expect((await office('show', number, '--json')).text).toContain('"state": "open"');
    const decided = await office('decide', number, 'rejected', '--reasons', 'The charter protects people.', '--by', 'Office');
    expect(decided.text).toContain('result: decided');
    expect(decided.code).toBe(0);
    expect((await office('decide', number, 'upheld', '--reasons', 'x')).code).toBe(1);
  });

  test.each([
    [['show', 'x'], 2],
    [['show', '99999'], 1],
    [['decide', '1', 'open', '--reasons', 'x'], 2],
    [['decide', '1', 'upheld'], 2],
    [['list', '--most', '0'], 2],
  ])('%j ends with code %i', async (args, code) => {
    expect((await office(...args)).code).toBe(code);
  });

  test('without a server says so', async () => {
    const { code, text } = await finished(['objections', 'list', '--data', '/nonexistent']);
    expect(code).toBe(1);
    expect(text).toContain('no server runs on this data folder');
  });
});
