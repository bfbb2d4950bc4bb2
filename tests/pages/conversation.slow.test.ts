import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scrollsSideways, violations } from './browser.ts';
import { ask, card, kindergarten, startVisits, type Visits } from './open-conversation.ts';

let visits: Visits;
const open: Visits['open'] = (...options) => visits.open(...options);

beforeAll(async () => {
  visits = await startVisits();
});

afterAll(() => visits.close());

describe.each([
  ['with script', true],
  ['without script', false],
])('a conversation %s', (_name, javaScriptEnabled) => {
  test('keeps what was said before above what is said now, each with its change line', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, card, 1);
    const first = (await page.locator('#t1 .answer').textContent()) ?? '';
    await ask(page, kindergarten, 2);
    // What is out of view is not laid out, so that its text counts and not what is shown of it.
    expect((await page.locator('#t1 .answer').textContent())?.slice(0, 200)).toBe(first.slice(0, 200));
    expect(first.length).toBeGreaterThan(200);
    expect(await page.locator('#t2 .answer').innerText()).toContain('Kindergarten');
    expect(await page.locator('#conversation .changes').count()).toBe(2);
    expect(await page.locator('input[name=turn]').count()).toBe(2);
    expect(await page.locator('.answer').count()).toBe(2);
    await page.context().close();
  });

  test('leaves no id on the page twice and nothing that axe finds, at 320 px', async () => {
    const page = await open({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    const ids: readonly string[] = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.context().close();
  });

  test('stays when a link in an answer is followed, which the page says before: it opens beside it', async () => {
    const page = await open({ javaScriptEnabled });
    await page.context().route('https://**', (route) => route.fulfill({ contentType: 'text/plain', body: 'away' }));
    await ask(page, card, 1);
    expect(await page.locator('#question-hint').innerText()).toContain('Links in answers open beside this page.');
    const [other] = await Promise.all([page.context().waitForEvent('page'), page.locator('#t1 .answer a.out').first().click()]);
    await other.getByText('away').waitFor();
    expect(await page.locator('#t1 .asked').innerText()).toBe(card);
    await other.close();
    await ask(page, kindergarten, 2);
    expect(await page.locator('.turn').count()).toBe(2);
    await page.context().close();
  });

  test('that is too large is told so with the question in the field, and goes on without its earlier part when asked again', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, card, 1);
    const carried = page.locator('input[name=turn]');
    if (javaScriptEnabled) await carried.evaluate((input: HTMLInputElement) => void (input.value = 'x'.repeat(4_500_000)));
    else
      await page.route('**/ask', (route) =>
        route.continue({ postData: `turn=${'x'.repeat(4_500_000)}&${route.request().postData() ?? ''}` }),
      );
    await page.locator('#question').fill(kindergarten);
    await page.locator('form.ask .primary').click();
    await page.locator('form.ask .ending[role=alert]').waitFor();
    expect(await page.locator('form.ask .ending').innerText()).toContain('Ask again to go on without the earlier part');
    expect(await page.locator('#question').inputValue()).toBe(kindergarten);
    await page.unroute('**/ask');
    await page.locator('form.ask .primary').click();
    await page.locator('.turn .answer', { hasText: 'Kindergarten' }).waitFor();
    await page.context().close();
  });

  test('shows in another language of the page until when the log has an answer, and how it was made', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, card, 1);
    await page.waitForTimeout(1000);
    await page.locator('.languages [lang=et]').click();
    await page.locator('html[lang=et]').waitFor();
    const turn = (await page.locator('#t1').textContent()) ?? '';
    expect(turn).toContain('Avalikus logis hiljemalt');
    expect(turn).toContain('Kuidas see vastus valmis');
    await page.context().close();
  });

  test('goes on in another language of the page', async () => {
    const page = await open({ javaScriptEnabled });
    await ask(page, card, 1);
    await page.locator('.languages [lang=et]').click();
    await page.locator('html[lang=et]').waitFor();
    expect(await page.locator('#t1 .asked').innerText()).toBe(card);
    await ask(page, 'Kuidas saada lasteaiakohta?', 2);
    expect(await page.locator('#t2 .answer').innerText()).toContain('asteai');
    await page.context().close();
  });
});

describe('the script', () => {
  test('tells a screen reader once that an answer is being written, and then the answer, and moves no focus', async () => {
    const page = await open();
    const heard: string[] = [];
    await page.exposeFunction('heard', (text: string) => {
      if (text !== '') heard.push(text);
    });
    await page.evaluate(
      `new MutationObserver(() => heard(document.getElementById('announcer').textContent)).observe(document.getElementById('announcer'), { childList: true })`,
    );
    await page.locator('#question').fill(card);
    await page.locator('#question').press('Enter');
    await page.locator('#t1 .turn-actions').waitFor();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[0]).toBe('The answer is being written.');
    expect(heard[1]).toContain('Police and Border Guard Board');
    expect(heard[1]).toContain('Nothing was left out or added.');
    expect(await page.locator('#conversation [role=status], #conversation [role=alert], #conversation [aria-live]').count()).toBe(0);
    // Once heard it is not kept in the page a second time.
    await expect.poll(() => page.locator('#announcer').textContent(), { timeout: 10_000 }).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await page.context().close();
  });

  test('asks once when somebody presses twice', async () => {
    const page = await open();
    let asked = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') asked++;
    });
    await page.locator('#question').fill(card);
    await page.locator('form.ask .primary').dblclick();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(asked).toBe(1);
    expect(await page.locator('.turn').count()).toBe(1);
    await page.context().close();
  });

  test('comes back for the answer when the line breaks', async () => {
    const page = await open();
    let attempts = 0;
    await page.route('**/ask', (route) => (++attempts <= 2 ? route.abort('connectionreset') : route.continue()));
    await page.locator('#question').fill(card);
    await page.locator('#question').press('Enter');
    await page.getByText('Not sent yet. Trying again.').first().waitFor();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(attempts).toBe(3);
    expect(await page.locator('form.ask .ending').count()).toBe(0);
    await page.context().close();
  });

  test('gives a question back that the server did not take, with the reason', async () => {
    const page = await open();
    const pasted = 'x'.repeat(30_000);
    await page.locator('#question').fill(pasted);
    await page.locator('form.ask .primary').click();
    await page.locator('form.ask .ending[role=alert]').waitFor();
    expect(await page.locator('form.ask .ending').innerText()).toContain('shorten it to 20000 characters');
    expect(await page.locator('#question').inputValue()).toBe(pasted);
    expect(await page.locator('.turn').count()).toBe(0);
    await page.context().close();
  });

  test('copies an answer with its change line and where its receipt can be checked', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ask(page, card, 1);
    await page.getByRole('button', { name: 'Copy with its notices' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    for (const part of [card, 'Police and Border Guard Board', 'Nothing was left out or added.', '/verify?lang=en&id='])
      expect(copied).toContain(part);
    await page.context().close();
  });

  test('copies help once, and says it to screen readers before the answer', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(`{
      const announcer = document.getElementById('announcer');
      globalThis.heard = [];
      new MutationObserver(() => heard.push(announcer.textContent)).observe(announcer, { childList: true });
    }`);
    await ask(page, 'I want to die', 1);
    await page.getByRole('button', { name: 'Copy with its notices' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied.split('116 123')).toHaveLength(2);
    const heard = await page.evaluate<readonly string[]>('heard');
    expect(heard.findIndex((said) => said.startsWith('Help is there for you now. 116 123.'))).toBeGreaterThan(-1);
    await page.context().close();
  });

  test('says what is shared before it is shared, and then gives the link of the receipt alone', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.addInitScript('delete Navigator.prototype.share;');
    await page.reload();
    await ask(page, card, 1);
    await page.evaluate("navigator.clipboard.writeText('before')");
    await page.getByRole('button', { name: 'Share the receipt' }).click();
    expect(await page.locator('.share').innerText()).toContain('the text is not in it');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('before');
    await page.getByRole('button', { name: 'Share the link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const shared = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(shared).toMatch(/^http:\/\/[^/]+\/verify\?lang=en&id=[\w.-]+$/);
    expect(await page.locator('.share code').innerText()).toBe(shared);
    await page.context().close();
  });

  test('lets a question be changed: the new answer takes the place of the turn and of all after it', async () => {
    const page = await open();
    await ask(page, card, 1);
    await ask(page, kindergarten, 2);
    await page.locator('#t1').getByRole('button', { name: 'Change the question' }).click();
    expect(await page.locator('.turn:visible').count()).toBe(0);
    expect(await page.locator('#question').inputValue()).toBe(card);
    await page.locator('#question').fill(kindergarten);
    await page.locator('form.ask .primary').click();
    await page.locator('#t1 .asked', { hasText: kindergarten }).waitFor();
    await page.locator('#t1 .turn-actions').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    expect(await page.locator('input[name=turn]').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Leave it as it was' }).count()).toBe(0);
    await page.context().close();
  });

  test.each(['Escape', 'the button'])(
    'takes it back with %s that a question is to be changed: all stands as before, the draft too',
    async (way) => {
      const page = await open();
      await ask(page, card, 1);
      await ask(page, kindergarten, 2);
      await page.locator('#question').fill('half a thought');
      await page.locator('#t1').getByRole('button', { name: 'Change the question' }).click();
      await page.locator('#question').fill('something else');
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: 'Leave it as it was' }).click();
      expect(await page.locator('.turn:visible').count()).toBe(2);
      expect(await page.locator('#question').inputValue()).toBe('half a thought');
      expect(await page.getByRole('button', { name: 'Leave it as it was' }).count()).toBe(0);
      expect(
        await page
          .locator('#t1')
          .getByRole('button', { name: 'Change the question' })
          .evaluate((button) => button === document.activeElement),
      ).toBe(true);
      await page.context().close();
    },
  );

  test('gives a changed question back that the server did not take, and the answers above stay', async () => {
    const page = await open();
    await ask(page, card, 1);
    await page.locator('#t1').getByRole('button', { name: 'Change the question' }).click();
    const pasted = 'x'.repeat(30_000);
    await page.locator('#question').fill(pasted);
    await page.locator('form.ask .primary').click();
    await page.locator('form.ask .ending[role=alert]').waitFor();
    expect(await page.locator('#question').inputValue()).toBe(pasted);
    expect(await page.locator('.turn:visible').count()).toBe(1);
    await page.context().close();
  });

  test('keeps a conversation on the device only when asked to, and brings it back', async () => {
    const page = await open();
    await ask(page, card, 1);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page.locator('.kept summary').click();
    await page.getByLabel('Keep this conversation on this device').check();
    await page.goto(`${visits.gateway.address}/?lang=en`);
    await page.locator('#t1 .answer').waitFor();
    expect(await page.locator('#t1 .asked').innerText()).toBe(card);
    await page.locator('.kept summary').click();
    await page.getByLabel('Keep this conversation on this device').uncheck();
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page.context().close();
  });
});
