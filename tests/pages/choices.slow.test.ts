import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MockUpstream, slowly, startMockUpstream } from '../gateway/mock-upstream.ts';
import { violations } from './browser.ts';
import { ask, card, kindergarten, postedBy, startVisits, type Visits } from './open-conversation.ts';

let upstream: MockUpstream;
let visits: Visits;

beforeAll(async () => {
  upstream = await startMockUpstream();
  upstream.play(slowly(['Yes.'], 0));
  visits = await startVisits(upstream.url);
});

afterAll(async () => {
  await visits.close();
  await upstream.close();
});

describe.each([
  ['with script', true],
  ['without script', false],
])('the choices of a reader, %s', (_name, javaScriptEnabled) => {
  test('go along with a suggested question, and so does that others use the device', async () => {
    const page = await visits.open({ javaScriptEnabled });
    const posted = postedBy(page);
    await page.getByLabel('Easy to read').check();
    await page.getByLabel('Others use this device too').check();
    await page.locator('.suggested .chip').first().click();
    await page.locator('#t1 .changes').waitFor();
    const [form] = posted;
    expect([form?.get('level'), form?.get('shared')]).toEqual(['easy', '1']);
    expect(await page.locator('#t1 .asked').textContent()).toBe(form?.getAll('q').at(-1));
    await page.context().close();
  });

  test('are still there when somebody starts anew, and nothing of what was said is', async () => {
    const page = await visits.open({ javaScriptEnabled });
    await page.getByLabel('Easy to read').check();
    await ask(page, card, 1);
    await page.getByLabel('Others use this device too').check();
    // What is pressed in the second after a question is taken for a second press on the button that asks.
    await page.waitForTimeout(1000);
    await page.getByRole('button', { name: 'Start anew' }).click();
    await page.locator('.lead').waitFor();
    expect(await page.locator('.turn, input[name=turn]').count()).toBe(0);
    expect(await page.locator('#question').inputValue()).toBe('');
    expect(await page.getByLabel('Others use this device too').isChecked()).toBe(true);
    expect(await page.getByLabel('Easy to read').isChecked()).toBe(true);
    await ask(page, kindergarten, 1);
    await page.context().close();
  });

  test('leave no question in the title of a device that others use', async () => {
    const page = await visits.open({ javaScriptEnabled });
    await page.getByLabel('Others use this device too').check();
    await ask(page, card, 1);
    expect(await page.title()).not.toContain('ID card');
    expect(page.url()).not.toContain('ID');
    expect(await page.locator('#question').getAttribute('autocomplete')).toBe('off');
    await page.context().close();
  });

  test('go along with the question of a service card', async () => {
    const page = await visits.open({ javaScriptEnabled }, '/services?lang=en');
    await page.locator('.card-names a').first().click();
    await page.getByLabel('Plain').check();
    await page.getByLabel('Others use this device too').check();
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await page.locator('button[name=q]').click();
    await page.locator('#t1 .changes').waitFor();
    expect(await page.getByLabel('Others use this device too').isChecked()).toBe(true);
    expect(await page.getByLabel('Plain').isChecked()).toBe(true);
    await page.context().close();
  });

  test('are made beside the button that asks', async () => {
    const page = await visits.open({ javaScriptEnabled, viewport: { width: 1000, height: 900 } });
    const tops = await Promise.all(
      [page.locator('form.ask .primary'), page.locator('form.ask input[name=shared]')].map(
        async (each) => (await each.boundingBox())?.y ?? 0,
      ),
    );
    expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 999))).toBeLessThan(60);
    await page.context().close();
  });
});

test('Enter on a choice asks the question, and changes no language', async () => {
  const page = await visits.open({ javaScriptEnabled: false });
  await ask(page, card, 1);
  const posted = postedBy(page);
  await page.locator('#question').fill(kindergarten);
  await page.getByLabel('Plain').focus();
  await page.keyboard.press('Enter');
  await page.locator('#t2 .changes').waitFor();
  expect(posted[0]?.has('to')).toBe(false);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.context().close();
});

describe('how simple an answer is to be', () => {
  test('is as usual until somebody chooses', async () => {
    const page = await visits.open({ javaScriptEnabled: false });
    expect(await page.getByRole('group', { name: 'How simple?' }).getByLabel('As usual').isChecked()).toBe(true);
    await page.context().close();
  });

  test('is no choice where service cards answer, which are told as they are written', async () => {
    const cards = await startVisits();
    try {
      const page = await cards.open({ javaScriptEnabled: false });
      expect(await page.locator('#question').count()).toBe(1);
      expect(await page.locator('input[name=level]').count()).toBe(0);
    } finally {
      await cards.close();
    }
  });
});
