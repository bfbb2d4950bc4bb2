import { type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scrollsSideways, violations } from './browser.ts';
import { postedBy, startVisits, type Visits } from './open-conversation.ts';
import { type PacedUpstream, startPacedUpstream } from './paced-upstream.ts';
import { type SlowLine, startSlowLine } from './slow-proxy.ts';

const question = 'What is a river?';

let paced: PacedUpstream;
let visits: Visits;
let line: SlowLine;

beforeAll(async () => {
  paced = await startPacedUpstream();
  visits = await startVisits(paced.upstream.url);
  line = await startSlowLine(visits.gateway.address, 700);
});

afterAll(async () => {
  await line.close();
  await visits.close();
  await paced.upstream.close();
});

async function openSlowly(): Promise<Page> {
  const page = await (await visits.browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto(`${line.address}/?lang=en`);
  await page.locator('#keeping input').waitFor({ state: 'attached' });
  return page;
}

async function asked(page: Page): Promise<void> {
  await page.locator('#question').fill(question);
  await page.locator('form.ask .primary').click();
}

const pending = (page: Page) => page.locator('#conversation .pending');

describe('before anything of an answer has come', () => {
  test('the question stands in the conversation, and the page says that its answer is being written', async () => {
    const page = await openSlowly();
    await asked(page);
    expect(await pending(page).locator('.asked').innerText()).toBe(question);
    expect(await pending(page).locator('.status').innerText()).toBe('The answer is being written.');
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.locator('#t1').waitFor();
    expect(await pending(page).count()).toBe(0);
    await paced.finish();
    await page.locator('#t1 .turn-actions').first().waitFor();
    await page.context().close();
  });

  test('stopping says so at once, shows nothing of the answer later, gives the question back, and the server ends the answer', async () => {
    const aborted = paced.upstream.aborted();
    const page = await openSlowly();
    await asked(page);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    expect(await pending(page).locator('.ending').innerText()).toBe('You stopped this answer.');
    expect(await page.locator('#question').inputValue()).toBe(question);
    expect(await page.getByRole('button', { name: 'Stop', exact: true }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await expect.poll(() => paced.upstream.aborted(), { timeout: 15_000 }).toBe(aborted + 1);
    await page.waitForTimeout(2000);
    expect(await page.locator('.turn').count()).toBe(0);
    await page.context().close();
  });

  test('stopping an answer that has its place and no word yet leaves the question alone', async () => {
    const page = await visits.open();
    await asked(page);
    await page.locator('#t1').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    expect(await pending(page).locator('.ending').innerText()).toBe('You stopped this answer.');
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await page.locator('#question').inputValue()).toBe(question);
    await asked(page);
    await paced.say('It flows.');
    await paced.finish();
    await page.locator('#t1 .turn-actions').first().waitFor();
    expect(await pending(page).count()).toBe(0);
    await page.context().close();
  });

  test('a question that did not leave is said to be unsent, never to be answered, and is answered when there is a line', async () => {
    const page = await visits.open();
    await page.context().setOffline(true);
    await asked(page);
    await expect.poll(() => pending(page).locator('.status').innerText()).toBe('Not sent yet. Trying again.');
    expect(await page.locator('main').innerText()).not.toContain('goes on being written');
    expect(await pending(page).locator('.asked').innerText()).toBe(question);
    await page.context().setOffline(false);
    await paced.say('It flows.');
    await paced.finish();
    await page.locator('#t1 .turn-actions').first().waitFor();
    expect(await page.locator('#t1 .answer').innerText()).toContain('It flows.');
    await page.context().close();
  });
});

describe('a question of nothing but spaces', () => {
  test.each([
    ['with script', true],
    ['without script', false],
  ])('is told of at the field, %s', async (_name, javaScriptEnabled) => {
    const page = await visits.open({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    const posted = postedBy(page);
    await page.locator('#question').fill('  ');
    await page.locator('form.ask .primary').click();
    await page.locator('form.ask .ending', { hasText: 'There was no question to answer.' }).waitFor();
    expect(await page.locator('#question').getAttribute('aria-invalid')).toBe('true');
    expect(posted.length).toBe(javaScriptEnabled ? 0 : 1);
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what somebody is writing', () => {
  test('is there when they come back from another page, and when they change the language', async () => {
    const page = await visits.open();
    await page.locator('#question').fill('How do I');
    await page.locator('.places a').first().click();
    await page.waitForURL('**/services?**');
    await page.goBack();
    await expect.poll(() => page.locator('#question').inputValue()).toBe('How do I');
    await page.locator('.languages a', { hasText: 'eesti' }).click();
    await page.locator('html[lang=et]').waitFor();
    expect(await page.locator('#question').inputValue()).toBe('How do I');
    await page.context().close();
  });

  test('is not kept on a device that others use', async () => {
    const page = await visits.open();
    await page.getByLabel('Others use this device too').check();
    await page.locator('#question').fill('How do I');
    await page.locator('.places a').first().click();
    await page.waitForURL('**/services?**');
    await page.goBack();
    await page.locator('#keeping input').waitFor({ state: 'attached' });
    expect(await page.locator('#question').inputValue()).toBe('');
    await page.context().close();
  });
});
