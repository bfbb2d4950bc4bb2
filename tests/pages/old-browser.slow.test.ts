import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, kindergarten, postedBy, startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;

beforeAll(async () => {
  visits = await startVisits();
}, 200_000);

afterAll(() => visits.close());

/** A browser without these, from before the first script of the page. */
async function openWithout(names: readonly string[]) {
  const page = await visits.open({}, '/verify?lang=en');
  await page.addInitScript(names.map((name) => `delete ${name};`).join(''));
  await page.goto(`${visits.gateway.address}/?lang=en`);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  return { page, faults };
}

test('a browser without the newest names has the whole comfort', async () => {
  const { page, faults } = await openWithout([
    'window.TextDecoderStream',
    'HTMLFormElement.prototype.requestSubmit',
    'Array.prototype.findLast',
    'Array.prototype.at',
  ]);
  const posted = postedBy(page);
  for (const [turn, question] of [card, kindergarten].entries()) {
    await page.locator('#question').fill(question);
    await page.locator('#question').press('Enter');
    await page.locator(`#t${turn + 1} .turn-actions`).waitFor();
  }
  expect(posted.map((form) => form.get('part'))).toEqual(['turn', 'turn']);
  expect(await page.locator('#t2 .status').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each([
  ['no body to read', ['Response.prototype.body']],
  ['no streams', ['window.ReadableStream']],
  ['no decoder', ['window.TextDecoder']],
  ['nothing to let go with', ['window.AbortController']],
  ['no way to put a conversation back', ['Element.prototype.replaceChildren']],
])('a browser with %s asks with the form alone, and nothing is offered that would not work', async (_name, names) => {
  const { page, faults } = await openWithout(names);
  const posted = postedBy(page);
  await page.locator('#question').fill(card);
  await page.locator('form.ask .primary').click();
  await page.locator('#t1 .changes').waitFor();
  expect(posted.map((form) => form.get('part'))).toEqual([null]);
  expect(await page.locator('.turn-actions, .stop, #keeping *').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
