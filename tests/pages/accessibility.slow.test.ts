import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { launchBrowser, scrollsSideways, violations } from './browser.ts';

/** A country whose pages are read in a language, what is asked on them, and its card in two languages side by side. */
interface Reading {
  readonly pack: string;
  readonly language: string;
  readonly questions: readonly [string, string];
  /** Of somebody in distress. */
  readonly cry: string;
  /** Asks for a person. */
  readonly wish: string;
  readonly cards: string;
}

const readings: readonly Reading[] = [
  {
    pack: 'ee',
    language: 'en',
    questions: ['How do I apply for an ID card?', 'Where do I get a kindergarten place?'],
    cry: 'I want to die',
    wish: 'Can I speak to a person about my parental benefit?',
    cards: '/services/identity-card?lang=en&with=ru',
  },
  {
    pack: 'ma',
    language: 'ar',
    questions: ['كيف أحصل على جواز السفر؟', 'كيف أسجل ولادة؟'],
    cry: 'أريد أن أموت',
    wish: 'أريد التحدث مع موظف',
    cards: '/services/passport?lang=ar&with=fr',
  },
  {
    pack: 'de',
    language: 'de',
    questions: ['Wie beantrage ich einen Personalausweis?', 'Wie lasse ich einen ausländischen Berufsabschluss anerkennen?'],
    cry: 'Ich will sterben',
    wish: 'Kann ich mit einem Menschen sprechen?',
    cards: '/services/recognition-of-qualifications?lang=de&with=en',
  },
];

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Of the text that a reader sets in the browser, in pixels. */
  readonly textSize?: number;
}

const looks: readonly Look[] = [
  { name: 'at 320 px', options: { viewport: { width: 320, height: 640 } } },
  { name: 'at 1280 px', options: { viewport: { width: 1280, height: 900 } } },
  { name: 'in the dark', options: { colorScheme: 'dark', viewport: { width: 320, height: 640 } } },
  { name: 'in forced colours', options: { forcedColors: 'active' } },
  { name: 'without script', options: { javaScriptEnabled: false, viewport: { width: 320, height: 640 } } },
  { name: 'with text of 200 %', options: { viewport: { width: 640, height: 800 } }, textSize: 32 },
];

let browser: Browser;
const gateways = new Map<string, TestGateway>();

beforeAll(async () => {
  browser = await launchBrowser();
  for (const { pack } of readings) gateways.set(pack, await startGateway(null, pack));
}, 300_000);

afterAll(async () => {
  await browser.close();
  for (const gateway of gateways.values()) await gateway.close();
});

async function open({ options, textSize }: Look): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  if (textSize !== undefined) {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: textSize, fixed: textSize } });
  }
  return page;
}

async function ask(page: Page, question: string, turn: number): Promise<void> {
  await page.locator('#question').fill(question);
  await page.locator('form.ask button[type=submit]').last().click();
  await page.locator(`#t${turn} .changes`).waitFor();
}

/** What axe finds. It needs script: where none runs, it looks at the same page in a window of the same kind, in which only axe runs. */
async function looked(page: Page, { options }: Look): Promise<readonly string[]> {
  if (options.javaScriptEnabled !== false) return violations(page);
  const twin = await (await browser.newContext({ ...options, javaScriptEnabled: true })).newPage();
  const body = await page.content();
  await twin.route('**/*.js', (route) => route.abort());
  await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(page.url());
  const found = await violations(twin);
  await twin.context().close();
  return found;
}

/** Where the page is, with what axe finds there and whether it is wider than the window. */
async function faults(page: Page, look: Look, where: string): Promise<readonly string[]> {
  const wide = (await scrollsSideways(page)) ? ['wider than the window'] : [];
  return [...(await looked(page, look)), ...wide].map((fault) => `${where}: ${fault}`);
}

describe.each(readings)('in $language', ({ pack, language, questions, cry, wish, cards }) => {
  const pages = async (look: Look, visit: (page: Page, go: (path: string) => Promise<unknown>) => Promise<void>): Promise<void> => {
    const page = await open(look);
    const address = gateways.get(pack)?.address ?? '';
    await visit(page, (path) => page.goto(address + path));
    await page.context().close();
  };

  test.each(looks)('no page has a violation or scrolls sideways $name', async (look) => {
    await pages(look, async (page, go) => {
      const found: string[] = [];
      await go(`/?lang=${language}`);
      found.push(...(await faults(page, look, 'the first page')));
      await ask(page, questions[0], 1);
      await ask(page, questions[1], 2);
      found.push(...(await faults(page, look, 'two answers')));
      await page.locator('#t2 .made > summary').click();
      if (look.options.javaScriptEnabled !== false) await page.locator('#t2 .action[aria-expanded]').click();
      found.push(...(await faults(page, look, 'an answer with all that is folded')));
      await ask(page, cry, 3);
      expect(await page.locator('#t3 > .safety a[href^="tel:"]').first().isVisible()).toBe(true);
      found.push(...(await faults(page, look, 'help')));
      for (const path of [`/services?lang=${language}`, cards, `/verify?lang=${language}`]) {
        await go(path);
        found.push(...(await faults(page, look, path)));
      }
      expect(found).toEqual([]);
    });
  });

  test.each(looks)('neither has the way to a person, under an answer or with the questions beside it, $name', async (look) => {
    await pages(look, async (page, go) => {
      const found: string[] = [];
      await go(`/?lang=${language}`);
      await ask(page, wish, 1);
      expect(await page.locator('#t1 .handover .reach').count()).toBeGreaterThan(0);
      found.push(...(await faults(page, look, 'an answer with people')));
      // Within a second of a question nothing leaves.
      await page.waitForTimeout(1000);
      await page.locator('#t1 .handover .ask-person').click();
      await page.locator('.take-along[open]').waitFor();
      await page.locator('.other-offices > summary').click();
      expect(await page.locator('.take-along textarea').inputValue()).toBe(`1. ${wish}`);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      found.push(...(await faults(page, look, 'people and questions')));
      await page.locator('form.back button').click();
      await page.locator('#t1 .asked').waitFor();
      expect(found).toEqual([]);
    });
  });
});

describe.each([
  { language: 'en', task: 'What is 7 + 8?' },
  { language: 'et', task: 'Kui palju on 7 + 8?' },
])('study mode in $language', ({ language, task }) => {
  test.each(looks)('has no violation and scrolls nowhere sideways from the subjects to the fourth turn $name', async (look) => {
    const page = await open(look);
    const act = async (button: string, text: string, turn: number): Promise<void> => {
      await page.locator('#question').fill(text);
      await page.locator(`form.ask button[value=${button}]`).click();
      await page.locator(`#t${turn} .changes`).waitFor();
      await page.waitForLoadState('load');
    };
    const found: string[] = [];
    await page.goto(`${gateways.get('ee')?.address ?? ''}/study?lang=${language}`);
    found.push(...(await faults(page, look, 'the subjects')));
    await page.locator('a[href*="subject=matemaatika"]').first().click();
    found.push(...(await faults(page, look, 'the items')));
    await page.locator('main section a[href*="item="]').first().click();
    await page.locator('blockquote').waitFor();
    found.push(...(await faults(page, look, 'an item')));
    await act('ask', task, 1);
    await act('try', '7 + 8 = 14', 2);
    expect(await page.locator('#t2 .checked.wrong').count()).toBe(1);
    await act('next', '', 3);
    await act('try', '15', 4);
    expect(await page.locator('#t4 .checked.right').count()).toBe(1);
    found.push(...(await faults(page, look, 'four turns')));
    await page.locator('#t4 .made > summary').click();
    found.push(...(await faults(page, look, 'four turns, with what is folded')));
    expect(found).toEqual([]);
    await page.context().close();
  });
});

test('a fault that is there is found, also where no script runs', async () => {
  const look: Look = { name: 'without script', options: { javaScriptEnabled: false } };
  const page = await open(look);
  await page.route('**/faulty', (route) => route.fulfill({ body: '<title>x</title><img src="data:,"><input>', contentType: 'text/html' }));
  await page.goto(`${gateways.get('ee')?.address ?? ''}/faulty`);
  expect((await looked(page, look)).join()).toMatch(/image-alt[\s\S]*label/);
  await page.context().close();
});
