import { type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, card, kindergarten, postedBy, startVisits, type Visits } from './open-conversation.ts';
import { startPacedUpstream } from './paced-upstream.ts';

let visits: Visits;

beforeAll(async () => {
  visits = await startVisits();
});

afterAll(() => visits.close());

/** Leads away, and back. */
async function awayAndBack(page: Page): Promise<void> {
  await page.goto(`${visits.gateway.address}/verify?lang=en`);
  await page.goBack();
}

describe.each([
  ['a reload', (page: Page) => page.reload()],
  ['following a link and coming back', awayAndBack],
])('%s', (_name, leave) => {
  test('brings the conversation back with its sources and its actions, and it goes on', async () => {
    const page = await visits.open();
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    await page.locator('#t2 .turn-actions').waitFor();
    const before = await page.locator('#t1 .origins li').count();
    const posted = postedBy(page);
    await leave(page);
    await page.locator('#t2 .turn-actions').waitFor();
    expect(posted).toEqual([]);
    expect(await page.locator('#t1 .origins li').count()).toBe(before);
    expect(before).toBeGreaterThan(0);
    expect(await page.locator('.turn-actions').count()).toBe(2);
    await ask(page, 'Who is it for?', 3);
    expect(posted[0]?.getAll('turn').length).toBe(2);
    await page.context().close();
  });

  test('brings nothing back on a device that others use', async () => {
    const page = await visits.open();
    await page.getByLabel('Others use this device too').check();
    await ask(page, card, 1);
    await page.locator('#t1 .turn-actions').waitFor();
    await leave(page);
    await page.locator('#question').waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await page.evaluate('JSON.stringify(history.state)')).toBe('null');
    expect(await page.getByLabel('Others use this device too').isChecked()).toBe(true);
    await page.context().close();
  });
});

test('the word that others use the device forgets what the tab and the device held', async () => {
  const page = await visits.open();
  await ask(page, card, 1);
  await page.locator('.kept summary').click();
  await page.getByLabel('Keep this conversation on this device').check();
  await page.getByLabel('Others use this device too').check();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  expect(await page.evaluate('history.state')).toBeNull();
  const keeping = page.getByLabel('Keep this conversation on this device');
  expect([await keeping.isChecked(), await keeping.isDisabled()]).toEqual([false, true]);
  await ask(page, kindergarten, 2);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.context().close();
});

test('starting anew leaves nothing on the device and goes on keeping there', async () => {
  const page = await visits.open();
  await ask(page, card, 1);
  await page.locator('.kept summary').click();
  await page.getByLabel('Keep this conversation on this device').check();
  // Within a second of a question nothing leaves.
  await page.waitForTimeout(1000);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await page.locator('.lead').waitFor();
  expect(await page.evaluate('Object.values(localStorage)')).toEqual(['[]']);
  await page.reload();
  await page.locator('#question').waitFor();
  expect(await page.locator('.turn').count()).toBe(0);
  await page.context().close();
});

test('a page that came by a form can be loaded again without sending it again', async () => {
  const page = await visits.open();
  await ask(page, card, 1);
  await page.locator('#t1 .turn-actions').waitFor();
  await page.locator('.languages [lang=et]').click();
  await page.locator('html[lang=et] #t1').waitFor();
  await ask(page, 'Kuidas saada lasteaiakohta?', 2);
  await page.locator('#t2 .turn-actions').waitFor();
  const posted = postedBy(page);
  await page.reload();
  await page.locator('#t2 .turn-actions').waitFor();
  expect(posted).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('et');
  await page.context().close();
});

test('a place in the page is no other page: a reload there has the conversation too', async () => {
  const page = await visits.open();
  await ask(page, card, 1);
  await page.locator('#t1 .turn-actions').waitFor();
  await page.evaluate(`location.hash = 't1'`);
  await expect.poll(() => page.evaluate('history.state !== null')).toBe(true);
  await page.reload();
  await page.locator('#t1 .turn-actions').waitFor();
  await page.context().close();
});

test('what is kept on the device and cannot be fetched is said, and still kept', async () => {
  const page = await visits.open();
  await page.evaluate(`localStorage.setItem('parlance.conversation', '["{}"]'); history.replaceState(null, '')`);
  await page.route('**/ask', (route) => route.abort());
  await page.reload();
  await page.locator('form.ask .ending[role=alert]').waitFor();
  expect(await page.locator('form.ask .ending').innerText()).toContain('still kept');
  expect(await page.evaluate('localStorage.length')).toBe(1);
  await page.context().close();
});

describe('an answer that was under way', () => {
  test('is read from its beginning after a reload, and asked once', async () => {
    const paced = await startPacedUpstream();
    const slow = await startVisits(paced.upstream.url);
    const page = await slow.open();
    await page.locator('#question').fill('What is a river?');
    await page.locator('#question').press('Enter');
    await paced.say('A river flows.\n\nMore ');
    await page.locator('#t1 .answer p').first().waitFor();
    await page.reload();
    await page.locator('#t1 .answer p').first().waitFor();
    await paced.say('of it.');
    await paced.finish();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(await page.locator('#t1 .answer').textContent()).toMatch(/A river flows\.More of it\.$/);
    expect(paced.upstream.requests.length).toBe(1);
    await slow.close();
    await paced.upstream.close();
  });

  test('is fetched as soon as the browser is connected again', async () => {
    const page = await visits.open();
    await page.clock.install();
    await page.context().setOffline(true);
    const posted = postedBy(page);
    await page.locator('#question').fill(card);
    await page.locator('#question').press('Enter');
    await page.getByText('Not sent yet. Trying again.').first().waitFor();
    for (let given = 0; given < 8; given++) await page.clock.fastForward(20_000);
    await page.getByText('The line is still broken.').first().waitFor();
    expect(await page.locator('#question').inputValue()).toBe(card);
    await page.context().setOffline(false);
    await page.locator('#t1 .turn-actions').waitFor();
    expect(await page.locator('form.ask .ending').count()).toBe(0);
    expect(await page.locator('#question').inputValue()).toBe('');
    expect(new Set(posted.map((form) => form.get('ticket'))).size).toBe(1);
    await page.context().close();
  });
});
