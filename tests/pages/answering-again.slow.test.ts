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
}, 200_000);

afterAll(async () => {
  await visits.close();
  await paced.upstream.close();
});

const again = (page: Page, turn: number) => page.locator(`#t${turn}`).getByRole('button', { name: 'Answer again' });

async function answered(page: Page, turn: number, text: string): Promise<void> {
  await page.locator('#question').fill(`What is number ${turn}?`);
  await page.locator('#question').press('Enter');
  await paced.say(text);
  await paced.finish();
  await page.locator(`#t${turn} .turn-actions`).waitFor();
}

/** Two turns, each with a word of its own. */
async function twoTurns(): Promise<Page> {
  const page = await visits.open();
  await answered(page, 1, 'Old river.');
  await answered(page, 2, 'Old lake.');
  return page;
}

describe('answering again', () => {
  test('takes nothing away before the new answer has begun, and then what followed from the old one', async () => {
    const page = await twoTurns();
    const posted = postedBy(page);
    await again(page, 1).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    expect(posted[0]?.getAll('turn')).toEqual([]);
    expect(posted[0]?.get('number')).toBe('1');
    await paced.say('New river.\n\nMore');
    await page.locator('#t1[data-reading] .answer').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    await paced.finish();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(await page.locator('#t1 .answer').textContent()).toContain('New river.');
    expect(await page.evaluate(`document.activeElement.closest('.turn').id`)).toBe('t1');
    await answered(page, 2, 'New lake.');
    await page.context().close();
  });

  test.each([
    ['when the server refuses', 503],
    ['when a limit is reached', 429],
  ])('gives the old answer back %s, with words', async (_name, status) => {
    const page = await twoTurns();
    await page.route('**/ask', (route) => route.fulfill({ status, json: { error: { message: 'no', code: 'x' } } }));
    await again(page, 1).click();
    await page.locator('form.ask .ending[role=alert]').waitFor();
    expect(await page.locator('form.ask .ending').innerText()).toContain('could not be given');
    expect(await page.locator('.turn').count()).toBe(2);
    expect(await page.locator('#t1 .answer').textContent()).toContain('Old river.');
    expect(await page.locator('input[name=turn]').count()).toBe(2);
    expect(await page.locator('#question').inputValue()).toBe('');
    await page.context().close();
  });

  test('gives the old answer back when the line breaks in the middle for good', async () => {
    const page = await twoTurns();
    await breakInTheMiddle(page, 1);
    await again(page, 1).click();
    await page.locator('#t1[data-reading]').getByText('New river').waitFor();
    await waitInVain(page);
    await page.getByText('The line is still broken.').waitFor();
    expect(await page.locator('.turn').count()).toBe(2);
    expect(await page.locator('#t1 .answer').textContent()).toContain('Old river.');
    expect(await page.locator('input[name=turn]').count()).toBe(2);
    await page.context().close();
  });
});

test('what came of an answer stays when the line breaks for good, with why there is no more, until it is asked for again', async () => {
  const page = await visits.open();
  await breakInTheMiddle(page, 1);
  await page.locator('#question').fill('What is number 1?');
  await page.locator('#question').press('Enter');
  await page.locator('#t1').getByText('New river').waitFor();
  await waitInVain(page);
  await page.locator('#t1 .ending').getByText('The line is still broken.').waitFor();
  expect(await page.locator('#t1 .answer').textContent()).toContain('New river.');
  expect(await page.locator('#t1 .status, input[name=turn]').count()).toBe(0);
  expect(await page.locator('#question').inputValue()).toBe('What is number 1?');
  await page.unroute('**/ask');
  await answered(page, 1, 'Whole river.');
  expect(await page.locator('.turn').count()).toBe(1);
  await page.context().close();
});

/** The next answer is cut off after its first words, and nothing comes after. */
async function breakInTheMiddle(page: Page, turn: number): Promise<void> {
  await page.clock.install();
  const html = `<article class="turn" id="t${turn}"><p class="status">Wait.</p><div class="answer"><p>New river.</p><p>More`;
  let attempts = 0;
  await page.route('**/ask', (route) => (++attempts > 1 ? route.abort() : route.fulfill({ contentType: 'text/html', body: html })));
}

async function waitInVain(page: Page): Promise<void> {
  for (let waited = 0; waited < 10; waited++) await page.clock.runFor(16_000);
}

test('an answer in something else than a page is told in words, and the question stands in the field', async () => {
  const page = await visits.open();
  await page.route('**/ask', (route) => route.fulfill({ status: 500, json: { error: { message: 'x' } } }));
  await page.locator('#question').fill('What is a river?');
  await page.locator('#question').press('Enter');
  await page.locator('form.ask .ending[role=alert]').waitFor();
  expect((await page.locator('form.ask .ending').innerText()).length).toBeGreaterThan(20);
  expect(await page.locator('#question').inputValue()).toBe('What is a river?');
  await page.context().close();
});

test('a network that answers in the place of the server puts nothing into the conversation', async () => {
  const page = await visits.open();
  let attempts = 0;
  await page.route('**/ask', (route) =>
    ++attempts > 1 ? route.abort() : route.fulfill({ contentType: 'text/html', body: '<h1>Log in to the network</h1>' }),
  );
  await page.locator('#question').fill('What is a river?');
  await page.locator('#question').press('Enter');
  await page.locator('form.ask .ending[role=alert]').waitFor();
  expect(await page.getByText('Log in to the network').count()).toBe(0);
  await page.context().close();
});

test('that the model has not answered is said until an answer has come, and no longer', async () => {
  const page = await visits.open();
  await page.evaluate(
    `document.querySelector('form.ask').insertAdjacentHTML('afterbegin', '<p class="down small">It has not answered.</p>')`,
  );
  await page.locator('#question').fill('What is number 1?');
  await page.locator('#question').press('Enter');
  await paced.say('One river.');
  await page.locator('#t1[data-reading] .answer').waitFor();
  expect(await page.locator('form.ask .down').count()).toBe(1);
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await page.locator('form.ask .down').count()).toBe(0);
  await page.context().close();
});

test('Enter that ends a word being composed asks nothing, however the browser tells it', async () => {
  const page = await visits.open();
  const posted = postedBy(page);
  await page.locator('#question').fill('かわ');
  for (const told of ['isComposing: true', 'keyCode: 229'])
    await page.evaluate(
      `document.getElementById('question').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ${told} }))`,
    );
  await page.locator('#question').fill('');
  expect(posted).toEqual([]);
  await page.context().close();
});

test('what is copied keeps the cells, rows, lines and code of an answer apart', async () => {
  const page = await visits.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await answered(page, 1, '| A | B |\n|---|---|\n| one | two<br>three |\n| four | five |\n\n1. first\n2. second\n\n```\nif x:\n  y\n```\n');
  expect(await page.locator('#t1 td').nth(1).locator('br').count()).toBe(1);
  await page.getByRole('button', { name: 'Copy with its notices' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  for (const part of ['A\tB\none\ttwo three\nfour\tfive', '1. first\n\n2. second', 'if x:\n  y']) expect(copied).toContain(part);
  await page.context().close();
});

test('ask, stop, copy, answer again and change are walked with the keyboard alone, and the focus never falls to the top', async () => {
  const page = await visits.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const on = () => page.evaluate<string>(`document.activeElement.id || document.activeElement.textContent`);
  const until = async (name: string, key: string): Promise<void> => {
    for (let pressed = 0; pressed < 60 && (await on()) !== name; pressed++) await page.keyboard.press(key);
    expect(await on()).toBe(name);
  };
  await until('question', 'Tab');
  await page.keyboard.type('What is a river?');
  await page.keyboard.press('Enter');
  await paced.say('A river flows.\n\nMore');
  await page.locator('#t1 .answer p').first().waitFor();
  expect(await on()).toBe('question');
  await page.keyboard.press('Shift+Tab');
  expect(await on()).toBe('Stop');
  await page.keyboard.press('Enter');
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await on()).toBe('t1');
  await until('Copy with its notices', 'Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await on()).toBe('Copied');
  await until('Answer again', 'Tab');
  await page.keyboard.press('Enter');
  await paced.say('A river runs.\n\nMore');
  await page.locator('#t1[data-reading] .answer p').first().waitFor();
  expect(await on()).toBe('t1');
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  expect(await on()).toBe('t1');
  expect(await violations(page)).toEqual([]);
  await until('Change the question', 'Tab');
  await page.keyboard.press('Enter');
  expect(await on()).toBe('question');
  expect(await page.locator('#question').inputValue()).toBe('What is a river?');
  await page.context().close();
});
