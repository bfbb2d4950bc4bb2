import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { launchBrowser, scrollsSideways, submit, violations } from './browser.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startGateway();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await gateway.close();
});

async function open(options: BrowserContextOptions, path: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, ...options })).newPage();
  await page.goto(gateway.address + path);
  return page;
}

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('textarea[name=q]').fill(question);
  await submit(page, '/ask');
}

describe('the page without script', () => {
  test.each([
    ['et', 'Kuidas taotleda vanemahüvitist?', 'Vanemahüvitis'],
    ['ru', 'Как получить паспорт?', 'Паспорт'],
    ['en', 'How do I register a new address?', 'residence'],
  ])('answers in %s with a card, a source and the change line', async (language, question, title) => {
    const page = await open({}, `/?lang=${language}`);
    await ask(page, question);
    const text = await page.locator('main').innerText();
    expect(text).toContain(title);
    expect(await page.locator('.changes').innerText()).not.toBe('');
    expect(await page.locator('[id=t1-s1]').count()).toBe(1);
  });

  test('keeps the language of the question, whatever the language of the page', async () => {
    const page = await open({}, '/?lang=en');
    await ask(page, 'Kuidas taotleda vanemahüvitist?');
    expect(await page.locator('main').innerText()).toContain('Kellele');
  });

  test('fills while the answer is still being written', async () => {
    const page = await open({}, '/try?lang=en');
    await page.locator('textarea[name=text]').fill('first words '.repeat(40));
    await page.getByLabel('Reading speed').check();
    await page.locator('form[action="/try"] button[type=submit]').first().click({ noWaitAfter: true });
    await page.locator('text=first words first words').last().waitFor({ timeout: 10_000 });
    expect(await page.locator('.changes').count()).toBe(0);
    await page.close();
  });

  test('shows each cut as a link to its reason and back', async () => {
    const page = await open({}, '/try?lang=en');
    await submit(page, '/try');
    expect(await page.locator('a.cut').count()).toBe(3);
    for (const href of await page.locator('a.cut').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      expect(await page.locator(`[id="${href.slice(1)}"]`).count()).toBe(1);
    }
    expect(await page.locator('main').innerText()).not.toContain('38001085718');
  });

  test('a rule that hides an emergency number meets the real check', async () => {
    const page = await open({}, '/try?lang=en');
    await page.getByRole('link', { name: 'Hides an emergency number' }).click();
    await submit(page, '/try/rule#rule');
    expect(await page.locator('main').innerText()).toContain('S6');
  });
});

describe('accessibility', () => {
  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['1280 px', { viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ];

  test.each(looks)('no violation and no sideways scrolling at %s', async (_name, options) => {
    const page = await open({ ...options, javaScriptEnabled: true }, '/?lang=et');
    const seen = [...(await violations(page))];
    await ask(page, 'Kuidas taotleda vanemahüvitist?');
    seen.push(...(await violations(page)));
    await page.goto(`${gateway.address}/try?lang=en`);
    await submit(page, '/try');
    seen.push(...(await violations(page)));
    expect(seen).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
