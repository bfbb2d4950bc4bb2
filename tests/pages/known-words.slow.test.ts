import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './browser.ts';
import { ask, startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;

beforeAll(async () => {
  visits = await startVisits();
});

afterAll(() => visits.close());

test.each([
  ['with script', true],
  ['without script', false],
])(
  'a name among which to choose is asked from the keyboard, and no rule of accessibility is broken, %s',
  async (_name, javaScriptEnabled) => {
    const page = await visits.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled });
    await ask(page, 'I want an allowance', 1);
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    const name = page.locator('#t1 .answer .chip').first();
    const asked = await name.innerText();
    // Within one second of asking, a button that would ask again does nothing.
    await page.waitForTimeout(1100);
    await name.focus();
    await page.keyboard.press('Enter');
    await page.locator('#t2 .changes').waitFor();
    expect(await page.locator('#t2 .answer h3').innerText()).toBe(asked);
    await page.context().close();
  },
);
