import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { type MockUpstream, slowly, startMockUpstream } from '../gateway/mock-upstream.ts';
import { launchBrowser } from './browser.ts';

let upstream: MockUpstream;
let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway(upstream.url);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await gateway.close();
  await upstream.close();
});

const strangersCode = '49403136526';

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${gateway.address}/?lang=en`);
  return page;
}

async function send(page: Page, question = 'What is written there?'): Promise<void> {
  await page.locator('#question').fill(question);
  await page.locator('form.ask button.primary').click({ noWaitAfter: true });
}

async function ask(page: Page): Promise<void> {
  await send(page);
  await page.locator('#t1 .changes').waitFor();
}

const withCut = `The code is ${strangersCode}, they say. Then it goes on.`;

describe('what a reader sees', () => {
  test('a cut by law leads to the law, its authority, since when it is in force and who decided', async () => {
    upstream.play(slowly(['Before it. Mängi kohe meie kasiinos! After it.'], 0));
    const page = await open({ javaScriptEnabled: false });
    await ask(page);
    const mark = page.locator('#t1 a.cut').first();
    const notice = page.locator(`[id="${((await mark.getAttribute('href')) ?? '').slice(1)}"]`);
    await mark.click();
    const told = await notice.locator('dl > div').allTextContents();
    expect(told.find((each) => each.startsWith('Law'))).toContain('Reklaamiseadus');
    expect(told.find((each) => each.startsWith('Authority'))).toContain('Consumer Protection and Technical Regulatory Authority');
    expect(told.find((each) => each.startsWith('In force since'))).toContain('2015');
    expect(told.find((each) => each.startsWith('Decided by'))).toContain('a machine, by a fixed rule');
    await page.context().close();
  });

  test('a cut for privacy leads to its reason and back to its place', async () => {
    upstream.play(slowly([withCut], 0));
    const page = await open({ javaScriptEnabled: false });
    await ask(page);
    expect(await page.locator('#t1').innerText()).not.toContain(strangersCode);
    const mark = page.locator('#t1 a.cut').first();
    const notice = page.locator(`[id="${((await mark.getAttribute('href')) ?? '').slice(1)}"]`);
    expect(await notice.innerText()).toContain('privacy');
    await mark.click();
    expect(page.url()).toContain('#');
    expect(await notice.locator('a[href^="#"]').count()).toBe(1);
    await page.context().close();
  });

  test('what was added is a part with a name of its own that folds', async () => {
    upstream.play(slowly(['Yes.'], 0));
    const page = await open({ javaScriptEnabled: false });
    await ask(page);
    const added = page.locator('#t1 .answer details').first();
    expect(await added.locator('summary').innerText()).toContain('Added');
    expect(await added.evaluate((element) => element.hasAttribute('open'))).toBe(true);
    await added.locator('summary').click();
    expect(await added.evaluate((element) => element.hasAttribute('open'))).toBe(false);
    await page.context().close();
  });

  test('a printed answer has its change line and every notice', async () => {
    upstream.play(slowly([withCut], 0));
    const page = await open();
    await ask(page);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['#t1 .answer', '#t1 .changes', '#t1 .notice']) expect(await page.locator(part).first().isVisible()).toBe(true);
    expect((await page.locator('#t1 .notice').allInnerTexts()).join()).toContain('privacy');
    expect(await page.locator('form.ask').isVisible()).toBe(false);
    await page.context().close();
  });

  test('nothing appears and then vanishes while an answer is written', async () => {
    upstream.play(
      slowly(Array.from(`# Title\n\nSome **bold** words, and ${strangersCode} too.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThe end.`), 3),
    );
    const page = await open();
    const seen: string[] = [];
    await page.exposeFunction('seen', (text: string) => seen.push(text));
    await page.evaluate(`new MutationObserver(() => {
      const answer = document.querySelector('#t1 .answer');
      if (answer !== null) seen(answer.textContent);
    }).observe(document.getElementById('conversation') ?? document.body, { childList: true, subtree: true, characterData: true })`);
    await ask(page);
    await expect.poll(() => seen.at(-1)).toContain('The end.');
    expect(seen.length).toBeGreaterThan(5);
    for (const [index, text] of seen.slice(1).entries()) expect(text.startsWith((seen[index] ?? '').trimEnd())).toBe(true);
    await page.context().close();
  });

  test('an answer fills while it is written, without a script', async () => {
    upstream.play(slowly(['The first sentence stands here.\n\n', 'Later comes the second.'], 3000));
    const page = await open({ javaScriptEnabled: false });
    await send(page);
    await page.locator('#t1 .answer', { hasText: 'The first sentence' }).waitFor({ timeout: 20_000 });
    expect(await page.locator('#t1 .changes').count()).toBe(0);
    await page.locator('#t1 .changes').waitFor();
    expect(await page.locator('#t1 .answer').innerText()).toContain('Later comes the second.');
    await page.context().close();
  });

  test('an answer says how much data it took, where a script can count it', async () => {
    upstream.play(slowly(['Yes.'], 0));
    const page = await open();
    await ask(page);
    const told = /[\d.,]+ KB were used for this answer/;
    await page.locator('#t1 .made').getByText(told).waitFor({ state: 'attached' });
    await send(page);
    await page.locator('#t2 .made').getByText(told).waitFor({ state: 'attached' });
    await page.locator('#t2 .made > summary').click();
    expect(await page.locator('#t2 .made').getByText(told).isVisible()).toBe(true);
    expect(await page.getByText(told).count()).toBe(2);
    await page.context().close();
  });

  test('each paragraph runs in the direction of its own language, and a reference stays whole in Arabic', async () => {
    upstream.play(slowly(['هذا نص عربي (§ 12 lg 3) هنا.\n\nCe texte est en français.\n\n- العنصر الأول\n- second item'], 0));
    const page = await open({ javaScriptEnabled: false });
    await ask(page);
    const directions = (await page
      .locator('#t1 .answer > p, #t1 .answer > ul > li')
      .evaluateAll((elements) =>
        elements.map((element) => `${getComputedStyle(element).direction} ${element.textContent.slice(0, 4)}`),
      )) as readonly string[];
    expect(directions).toEqual(expect.arrayContaining(['rtl هذا ', 'ltr Ce t', 'rtl العن', 'ltr seco']));
    const reference = page.locator('#t1 .answer bdi', { hasText: '§ 12 lg 3' });
    // From left to right on the page, although digits behind Arabic letters would go to the left of what follows them.
    const places = (await reference.evaluate((element) => {
      const node = element.firstChild;
      if (node === null) return [];
      return ['§', '12', 'lg', '3'].map((part) => {
        const range = document.createRange();
        const from = node.textContent?.lastIndexOf(part) ?? 0;
        range.setStart(node, from);
        range.setEnd(node, from + part.length);
        return range.getBoundingClientRect().left;
      });
    })) as readonly number[];
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(new Set(places).size).toBe(4);
    await page.context().close();
  });

  test('easy language is one tap away, and is asked for', async () => {
    upstream.play(slowly(['Yes.'], 0));
    const page = await open({ javaScriptEnabled: false });
    await page.getByLabel('Easy to read').check();
    upstream.requests.length = 0;
    await ask(page);
    expect(upstream.requests.at(-1)?.text).toContain('easy');
    expect(await page.getByLabel('Easy to read').isChecked()).toBe(true);
    await page.context().close();
  });
});
