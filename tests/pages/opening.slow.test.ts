import { type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, card, kindergarten, startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;
const narrow = { viewport: { width: 320, height: 640 } } as const;

beforeAll(async () => {
  visits = await startVisits();
});

afterAll(() => visits.close());

/** Whether all of it is in the upper three quarters of what is seen. */
async function isSeen(page: Page, selector: string): Promise<boolean> {
  await page.waitForLoadState('load');
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= 0.75 * narrow.viewport.height;
}

test('at 320 px the frame of a page leaves two thirds of the first screen to what it is about', async () => {
  const page = await visits.open({ ...narrow });
  const main = await page.locator('main').boundingBox();
  expect(main?.y).toBeLessThanOrEqual(narrow.viewport.height * 0.34);
  for (const link of await page.locator('.top a').all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect(box?.width).toBeGreaterThanOrEqual(24);
  }
  await page.context().close();
});

describe('without script a page opens', () => {
  const unscripted = { ...narrow, javaScriptEnabled: false } as const;

  test('at the newest answer', async () => {
    const page = await visits.open(unscripted);
    for (const [index, question] of [card, kindergarten, 'How much does it cost?'].entries()) {
      await ask(page, question, index + 1);
      expect(await isSeen(page, `#t${index + 1} .asked`)).toBe(true);
    }
    await page.context().close();
  });

  test('at why nothing was asked, at the beginning and in a conversation', async () => {
    const page = await visits.open(unscripted);
    for (const turn of [1, 2]) {
      await page.locator('form.ask .primary').click();
      await page.locator('#question-fault').waitFor();
      expect(await isSeen(page, '#question-fault')).toBe(true);
      if (turn === 1) await ask(page, card, turn);
    }
    await page.context().close();
  });

  test('at the answer to the question of a service card', async () => {
    const page = await visits.open(unscripted, '/services?lang=en');
    await page.locator('main li a').first().click();
    await page.locator('form.ask .chip').click();
    await page.locator('#t1 .changes').waitFor();
    expect(await isSeen(page, '#t1 .asked')).toBe(true);
    await page.context().close();
  });

  test('at its beginning in another language', async () => {
    const page = await visits.open(unscripted);
    await ask(page, card, 1);
    await page.locator('button[name=to][value=et]').click();
    await page.locator('html[lang=et]').waitFor();
    expect(await isSeen(page, '.brand')).toBe(true);
    await page.context().close();
  });
});

test('with script a page in another language opens at its beginning too, however many answers came', async () => {
  const page = await visits.open({ ...narrow });
  await ask(page, card, 1);
  await ask(page, kindergarten, 2);
  await page.waitForTimeout(1000);
  await page.locator('.languages [lang=et]').click();
  await page.locator('html[lang=et]').waitFor();
  expect(await isSeen(page, '.brand')).toBe(true);
  await page.context().close();
});

describe.each([
  ['with script', true],
  ['without script', false],
])('a page of study mode opens, %s,', (_name, javaScriptEnabled) => {
  test('at what is known of a try, and at why nothing was asked', async () => {
    const page = await visits.open({ ...narrow, javaScriptEnabled }, '/study?lang=en&subject=matemaatika');
    await page.locator('main section a').first().click();
    const act = async (button: string, text: string): Promise<void> => {
      await page.locator('#question').fill(text);
      await page.locator(`form.ask button[value=${button}]`).click();
      await page.waitForLoadState('load');
    };
    await act('ask', '2 + 3 * 4');
    for (const [index, said] of ['20', '14'].entries()) {
      await act('try', said);
      expect(await isSeen(page, `#t${index + 2} .checked`)).toBe(true);
    }
    await act('ask', '');
    expect(await isSeen(page, '#question-fault')).toBe(true);
    await act('try', 'I do not know');
    expect(await isSeen(page, '#question-kindly')).toBe(true);
    await page.context().close();
  });
});
