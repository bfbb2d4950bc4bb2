import { type Page, type Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, card, kindergarten, postedBy, startVisits, type Visits } from './open-conversation.ts';
import { type PacedUpstream, startPacedUpstream } from './paced-upstream.ts';

let visits: Visits;

beforeAll(async () => {
  visits = await startVisits();
});

afterAll(() => visits.close());

const phrasesFetched = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => response.url().includes('/assets/phrases/') && response.status() === 200);

/** Whether the answers of this page left the phrases out, in their order. */
function answersOf(page: Page): readonly boolean[] {
  const answers: boolean[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST') answers.push(response.headers()['parlance-phrases'] !== undefined);
  });
  return answers;
}

/** Opened anew, and the phrases are there. */
async function withPhrases(page: Page): Promise<Page> {
  const fetched = phrasesFetched(page);
  await page.reload();
  await (await fetched).finished();
  await page.waitForTimeout(100);
  return page;
}

async function saveData(page: Page): Promise<void> {
  await page.addInitScript("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
  await page.reload();
}

describe('the phrases of the answers', () => {
  test('are fetched once the page is there, and left out of every answer, which has its sources and its receipt', async () => {
    const page = await withPhrases(await visits.open());
    const answers = answersOf(page);
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    await page.locator('#t2 .turn-actions').waitFor();
    expect(answers).toEqual([true, true]);
    expect(await page.locator('#t2 .answer').innerText()).toContain('indergarten');
    expect(await page.locator('#t2 .origins li').count()).toBeGreaterThan(0);
    expect(await page.locator('#t2 [data-part=receipt]').textContent()).toContain('parlance-promise');
    await page.context().close();
  });

  test('are taken from what the browser holds at the next visit', async () => {
    const page = await withPhrases(await visits.open());
    const fetched = phrasesFetched(page);
    await page.goto(`${visits.gateway.address}/?lang=en&level=plain`);
    const { transferSize } = await page.evaluate<{ readonly transferSize: number }>(
      `new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('${(await fetched).url()}').forEach((entry) => resolve(entry.toJSON()))).observe({ type: 'resource', buffered: true }))`,
    );
    expect(transferSize).toBe(0);
    await page.context().close();
  });

  test('are fetched where somebody saves data when a question is being written', async () => {
    const page = await visits.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await saveData(page);
    await page.waitForTimeout(200);
    expect(asked.filter((url) => url.includes('/assets/phrases/'))).toEqual([]);
    const fetched = phrasesFetched(page);
    await page.locator('#question').fill('How');
    await (await fetched).finished();
    await page.waitForTimeout(100);
    const answers = answersOf(page);
    await ask(page, card, 1);
    expect(answers).toEqual([true]);
    await page.context().close();
  });

  test('that cannot be had are done without', async () => {
    const page = await visits.open();
    await page.route('**/assets/phrases/**', (route) => route.abort());
    await page.reload();
    const answers = answersOf(page);
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    expect(answers).toEqual([false, false]);
    await page.context().close();
  });

  test('of another server put nothing into the conversation', async () => {
    const page = await visits.open();
    await page.route('**/ask', (route) =>
      route.fulfill({ contentType: 'application/octet-stream', headers: { 'parlance-phrases': 'x'.repeat(16) }, body: 'abc' }),
    );
    await page.clock.install();
    await page.locator('#question').fill(card);
    await page.locator('#question').press('Enter');
    for (let given = 0; given < 8; given++) await page.clock.fastForward(20_000);
    await page.getByText('The line is still broken.').first().waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
    await page.context().close();
  });

  test('are not used without a script, and not by a browser that cannot inflate', async () => {
    const page = await visits.open();
    await page.addInitScript('delete globalThis.DecompressionStream; delete globalThis.CompressionStream;');
    await page.reload();
    const posted = postedBy(page);
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    expect(posted.map((form) => [form.has('packs'), form.has('phrases')])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(posted[1]?.get('turn')).toMatch(/^[\w-]{22}\.[\w-]+$/);
    await page.context().close();
  });
});

describe('an answer that comes beside the phrases', () => {
  let paced: PacedUpstream;
  let slow: Visits;

  beforeAll(async () => {
    paced = await startPacedUpstream();
    slow = await startVisits(paced.upstream.url);
  });

  afterAll(async () => {
    await slow.close();
    await paced.upstream.close();
  });

  async function secondAsked(): Promise<Page> {
    const page = await withPhrases(await slow.open());
    await page.locator('#question').fill('What is a lake?');
    await page.locator('#question').press('Enter');
    await paced.say('A lake lies.');
    await paced.finish();
    await page.locator('#t1 .turn-actions').waitFor();
    await page.locator('#question').fill('What is a river?');
    await page.locator('#question').press('Enter');
    return page;
  }

  test('fills as it is written, and carries both turns packed to the next question', async () => {
    const page = await secondAsked();
    await paced.say('A river flows. ');
    await page.locator('#t2[data-reading]').getByText('A river flows.').waitFor();
    await paced.say('Then it ends.\n\nIt is long.');
    await page.locator('#t2[data-reading]').getByText('Then it ends.').waitFor();
    await paced.finish();
    await page.locator('#t2 .turn-actions').waitFor();
    const posted = postedBy(page);
    await page.locator('#question').fill('Where does it begin?');
    await page.locator('#question').press('Enter');
    await paced.say('In the hills.');
    await paced.finish();
    await page.locator('#t3 .turn-actions').waitFor();
    expect(posted[0]?.getAll('turn')).toHaveLength(2);
    for (const turn of posted[0]?.getAll('turn') ?? []) expect(turn).toMatch(/^[\w-]{22}\.[\w-]+$/);
    expect(paced.upstream.requests.at(-1)?.text).toContain('A river flows. Then it ends.');
    await page.context().close();
  });

  test('is stopped where it stands', async () => {
    const page = await secondAsked();
    await paced.say('A river flows.\n\nMore');
    await page.locator('#t2[data-reading]').getByText('A river flows.').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.locator('#t2 .turn-actions').waitFor();
    expect(await page.locator('#t2 .ending').innerText()).toContain('You stopped this answer.');
    // What is said from here on belongs to the next answer.
    await expect.poll(() => paced.upstream.aborted()).toBe(1);
    await page.context().close();
  });

  test('that breaks off is read again from its beginning', async () => {
    const page = await secondAsked();
    await paced.say('A river flows.\n\nMore');
    await page.locator('#t2[data-reading]').getByText('A river flows.').waitFor();
    const asked = paced.upstream.requests.length;
    const again = page.waitForRequest((request) => request.method() === 'POST');
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await page.reload();
    await again;
    await paced.say(' of it.');
    await paced.finish();
    await page.locator('#t2 .turn-actions').waitFor();
    expect(await page.locator('#t2 .answer').innerText()).toMatch(/A river flows\.\s+More of it\./);
    expect(paced.upstream.requests.length).toBe(asked);
    await page.context().close();
  });

  test('tells the data that came over the line, not what they became', async () => {
    const page = await secondAsked();
    await paced.say('A river flows. '.repeat(200));
    await paced.finish();
    await page.locator('#t2 .turn-actions').waitFor();
    const told = (await page.locator('#t2 .data-used').textContent()) ?? '';
    const entry = String(
      await page.evaluate(
        `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/ask')).at(-1).transferSize / 1000`,
      ),
    );
    expect(Number(/[\d.]+/.exec(told)?.[0])).toBeCloseTo(Number(entry), 1);
    expect(Number(entry)).toBeLessThan(4);
    await page.context().close();
  });
});
