import { type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './browser.ts';
import { postedBy, startVisits, type Visits } from './open-conversation.ts';
import { type PacedUpstream, startPacedUpstream } from './paced-upstream.ts';

let paced: PacedUpstream;
let visits: Visits;

beforeAll(async () => {
  paced = await startPacedUpstream();
  visits = await startVisits(paced.upstream.url);
});

afterAll(async () => {
  await visits.close();
  await paced.upstream.close();
});

const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true });

/** An answer of which two sentences have come. */
async function answering(page: Page): Promise<void> {
  await page.locator('#question').fill('What is a river?');
  await page.locator('#question').press('Enter');
  await paced.say('A river flows. It is long.\n\nMore');
  await page.locator('#t1 .answer p').first().waitFor();
}

test('a button stops an answer: what was written stays, says that it was stopped and what was changed, and goes along', async () => {
  const aborted = paced.upstream.aborted();
  const page = await visits.open();
  const heard: string[] = [];
  await page.exposeFunction('heard', (text: string) => {
    if (text !== '') heard.push(text);
  });
  await page.evaluate(
    `new MutationObserver(() => heard(document.getElementById('announcer').textContent)).observe(document.getElementById('announcer'), { childList: true })`,
  );
  expect(await stopButton(page).count()).toBe(0);
  await answering(page);
  expect(await violations(page)).toEqual([]);
  await stopButton(page).click();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await page.locator('#t1 .answer').textContent()).toContain('A river flows.');
  expect(await page.locator('#t1 .ending').innerText()).toBe('You stopped this answer.');
  expect(await page.locator('#t1 .changes').innerText()).toBe('1 part was added.');
  expect(await page.locator('#t1 input[name=turn]').count()).toBe(1);
  expect(paced.upstream.aborted()).toBe(aborted + 1);
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toBe('The answer is being written.');
  for (const part of ['A river flows.', 'You stopped this answer.', '1 part was added.']) expect(heard[1]).toContain(part);
  expect(await page.locator('#conversation [role=status], #conversation [role=alert], #conversation [aria-live]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test('the button goes when the answer ends, and whoever was on it is on the answer', async () => {
  const page = await visits.open();
  await answering(page);
  await stopButton(page).focus();
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await stopButton(page).count()).toBe(0);
  expect(await page.evaluate('document.activeElement.id')).toBe('t1');
});

test('an answer that was whole before it could be stopped does not say that it was', async () => {
  const page = await visits.open();
  await answering(page);
  await page.route('**/ask', async (route) => {
    await paced.finish();
    await page.locator('#t1 .changes').waitFor();
    await route.continue();
  });
  await stopButton(page).click();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await page.locator('#t1 .ending').count()).toBe(0);
});

describe('where nothing waits on the server', () => {
  test('stopping lets go of the line, and the page says what did not come', async () => {
    const aborted = paced.upstream.aborted();
    const page = await visits.open();
    await page.getByLabel('Others use this device too').check();
    await answering(page);
    const posted = postedBy(page);
    await stopButton(page).click();
    await page.locator('#t1 .turn-actions').waitFor();
    await expect.poll(() => paced.upstream.aborted()).toBe(aborted + 1);
    expect(posted).toEqual([]);
    expect(await page.locator('#t1 .answer').textContent()).toContain('A river flows.');
    expect(await page.locator('#t1 .ending').innerText()).toContain('You stopped this answer.');
    expect(await page.locator('#t1 .ending').innerText()).toContain('the line that tells its changes did not');
    expect(await page.locator('#t1 input[name=turn], #t1 .status').count()).toBe(0);
  });

  test('stopping lets go of the line also when the server knows nothing of the answer', async () => {
    const page = await visits.open();
    await answering(page);
    await page.route('**/ask', (route) => route.fulfill({ status: 404 }));
    await stopButton(page).click();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(await page.locator('#t1 .ending').innerText()).toContain('all that came');
    await paced.finish();
  });
});

test('an answer under way is not asked over by another question or a change of an earlier one', async () => {
  const page = await visits.open();
  await answering(page);
  const posted = postedBy(page);
  await page.locator('#question').fill('And a lake?');
  await page.locator('#question').press('Enter');
  expect(posted).toEqual([]);
  expect(await page.locator('#question').inputValue()).toBe('And a lake?');
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await page.locator('#question').inputValue()).toBe('And a lake?');
});
