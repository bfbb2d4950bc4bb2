import { join } from 'node:path';
import { checkPack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type RunningGateway } from '../gateway/running-gateway.ts';
import { sampleCountry } from '../gateway/sample-country.ts';
import { studiedHere, studiedItem } from '../gateway/studied-here.ts';
import { createCardsUpstream } from '../../apps/gateway/src/upstream/cards/cards-upstream.ts';
import { scrollsSideways, violations } from './browser.ts';
import { startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;
let arabic: RunningGateway;

beforeAll(async () => {
  visits = await startVisits();
  const { curriculum, sectors } = studiedHere;
  const { pack } = checkPack(await readPackFolder(join(import.meta.dirname, '../../packs/ma')), { today: '2026-11-22' });
  arabic = await startGateway({
    upstream: createCardsUpstream('MA'),
    country: sampleCountry({
      languages: ['en'],
      interfaceLanguages: new Map([['ar', { review: 'none' }]]),
      interface: pack?.interface ?? new Map(),
      curriculum,
      sectors,
    }),
  });
});

afterAll(async () => {
  await arabic.close();
  await visits.close();
});

/** The button says what the text is: a question, a try, or a wish for more help. */
async function act(page: Page, button: string, { text = '', turn }: { readonly text?: string; readonly turn: number }): Promise<void> {
  if (text !== '') await page.locator('#question').fill(text);
  await page.locator(`form.ask button[value=${button}]`).click();
  await page.locator(`#t${turn} .changes`).waitFor();
  await page.waitForLoadState('load');
}

const rungNow = (page: Page): Promise<string | null> => page.locator('.ladder [aria-current=step] strong').textContent();

describe.each([
  ['with script', true],
  ['without script', false],
])('study mode %s', (_name, javaScriptEnabled) => {
  test('leads from the start page to an item, up the ladder and to the text to share', async () => {
    const page = await visits.open({ javaScriptEnabled });
    await page.locator('a[href^="/study"]').click();
    await page.getByText('matemaatika, I kooliaste').click();
    await page.locator('main section a').first().click();
    expect(await page.locator('blockquote').getAttribute('lang')).toBe('et');
    await act(page, 'ask', { text: 'What is 7 + 8?', turn: 1 });
    expect(await rungNow(page)).toBe('A nudge');
    await act(page, 'try', { text: '7 + 8 = 14', turn: 2 });
    expect(await rungNow(page)).toBe('One step');
    await act(page, 'try', { text: '7 + 8 = 16', turn: 3 });
    expect(await rungNow(page)).toBe('A similar task, worked out');
    await act(page, 'next', { turn: 4 });
    expect(await rungNow(page)).toBe('The answer');
    expect(await page.locator('#conversation .changes').count()).toBe(4);
    await page.locator('button[value=text]').click();
    expect(await page.locator('#copied').inputValue()).toContain('7 + 8 = 16');
    await page.context().close();
  });

  test('has nothing that axe finds and scrolls no way but down, at 320 px', async () => {
    const page = await visits.open({ javaScriptEnabled, viewport: { width: 320, height: 640 } }, '/study?lang=en&subject=matemaatika');
    expect(await scrollsSideways(page)).toBe(false);
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await page.locator('main section a').first().click();
    await act(page, 'ask', { text: 'What is 7 + 8?', turn: 1 });
    await act(page, 'try', { text: '7 + 8 = 14', turn: 2 });
    const ids: readonly string[] = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await scrollsSideways(page)).toBe(false);
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test('takes the conversation and its count along to another language', async () => {
  const page = await visits.open({ javaScriptEnabled: false }, '/study?lang=en&subject=matemaatika');
  await page.locator('main section a').first().click();
  await act(page, 'try', { text: '7 + 8 = 14', turn: 1 });
  await page.locator('.languages button[value=et]').click();
  expect(await page.locator('html').getAttribute('lang')).toBe('et');
  expect(await page.locator('[data-part=tries]').textContent()).toContain('1');
  expect(await page.locator('#t1').count()).toBe(1);
  await page.context().close();
});

test('goes from right to left in Arabic, with an item that runs from left to right', async () => {
  const page = await (await visits.browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto(`${arabic.url}/study?lang=ar&item=${studiedItem}`);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.locator('blockquote').getAttribute('dir')).toBe('ltr');
  await act(page, 'ask', { text: 'What is 7 + 8?', turn: 1 });
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('copies an answer with its notices, reads it aloud and takes dictation, as the conversation does', async () => {
  const page = await visits.open({ permissions: ['clipboard-read', 'clipboard-write'] }, '/study?lang=en&subject=matemaatika');
  await page.addInitScript(`
    globalThis.SpeechRecognition = class {
      start() { this.onresult({ results: [[{ transcript: 'seven' }]] }); this.onend(); }
      stop() {}
    };
    speechSynthesis.speak = (speech) => { document.documentElement.dataset.spoken = speech.text; };
  `);
  await page.locator('main section a').first().click();
  await page.getByRole('button', { name: 'Dictate' }).click();
  expect(await page.locator('#question').inputValue()).toBe('seven');
  await act(page, 'ask', { text: 'What is 7 + 8?', turn: 1 });
  await act(page, 'try', { text: '7 + 8 = 14', turn: 2 });
  await page.locator('#t2').getByRole('button', { name: 'Copy with its notices' }).click();
  await page.locator('#t2').getByRole('button', { name: 'Copied' }).waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  expect(copied).toContain('7 + 8 = 14');
  expect(copied).toContain('Not right yet. By exact reckoning the two sides are not equal: 7 + 8 ≠ 14');
  expect(copied).toContain('Rules for readers under 18 apply here');
  expect(copied).toContain('1 part was added.');
  expect(copied).toContain('/verify?');
  await page.locator('#t2').getByRole('button', { name: 'Read aloud' }).click();
  expect(await page.locator('html').getAttribute('data-spoken')).toContain('What is the first small thing');
  await page.context().close();
});

test('nobody who does not know is blamed, and nothing is counted', async () => {
  const page = await visits.open({}, '/study?lang=en&subject=matemaatika');
  await page.locator('main section a').first().click();
  await act(page, 'ask', { text: 'What is 7 + 8?', turn: 1 });
  for (const text of ['', 'ma ei tea']) {
    await page.locator('#question').fill(text);
    await page.locator('form.ask button[value=try]').click();
    await page.locator('#question-kindly').waitFor();
    await page.waitForLoadState('load');
  }
  expect(await page.locator('[data-part=tries]').textContent()).toContain('0');
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
