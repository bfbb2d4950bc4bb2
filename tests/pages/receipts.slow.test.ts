import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { launchBrowser, scrollsSideways, submit, violations } from './browser.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startGateway();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await gateway.close();
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

/** An answer that is changed, so it has a leaf of its own in the log. */
async function tryText(page: Page): Promise<void> {
  await page.goto(`${gateway.address}/try?lang=en`);
  await submit(page, '/try');
}

/** An answer that nothing was changed in, so it is counted in a tally. */
async function unchangedAnswer(page: Page): Promise<void> {
  await page.goto(`${gateway.address}/?lang=et`);
  await page.locator('textarea[name=q]').fill('Kuidas taotleda passi?');
  await submit(page, '/ask');
}

async function verdict(page: Page, kind: string): Promise<void> {
  await page.locator(`[data-part=verdict][data-kind=${kind}]`).waitFor({ timeout: 30_000 });
}

/** Promised or proved, as the time is. */
async function verified(page: Page): Promise<void> {
  await page.locator('[data-part=verdict]:is([data-kind=promised], [data-kind=proved])').waitFor();
}

/** The step that fails when a byte of this place is flipped; the others before it hold, and those after it are not made. */
async function failingStep(page: Page, place: string): Promise<string | null> {
  await page.locator(`input[name=flip][value="${place}"]`).check();
  await verdict(page, 'refused');
  const failed = page.locator('[data-step][data-outcome=failed]');
  const [step] = await failed.evaluateAll((items) => items.map((item) => item.getAttribute('data-step')));
  const after = await page.locator(`[data-step="${step ?? ''}"] ~ [data-outcome=passed]`).count();
  expect([await failed.count(), after]).toEqual([1, 0]);
  await page.locator('input[name=flip][value=""]').check();
  await page.locator('[data-part=verdict]:not([data-kind=refused])').waitFor();
  return step ?? null;
}

function passedSteps(page: Page): Promise<readonly (string | null)[]> {
  return page.locator('[data-step][data-outcome=passed]').evaluateAll((items) => items.map((item) => item.getAttribute('data-step')));
}

describe('a receipt on /try', () => {
  test('is verified promised and then proved, and the step that guards a flipped byte fails, without a network', async () => {
    const page = await newPage();
    // The batch may close at any moment: the proof is kept away until the promise has been looked at.
    await page.route('**/v1/parlance/receipts/**', (route) => route.abort());
    await tryText(page);
    await page.context().setOffline(true);
    await verdict(page, 'promised');
    expect(await passedSteps(page)).toEqual(['receipt', 'delivered', 'promise', 'record', 'deadline']);
    for (const [place, step] of [
      ['promise', 'promise'],
      ['record', 'record'],
      ['delivered', 'delivered'],
    ] as const)
      expect(await failingStep(page, place)).toBe(step);
    for (const place of ['leaf', 'path', 'checkpoint']) {
      expect(await page.locator(`input[name=flip][value=${place}]`).isDisabled()).toBe(true);
    }

    await page.unroute('**/v1/parlance/receipts/**');
    await page.context().setOffline(false);
    await verdict(page, 'proved');
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await passedSteps(page)).toEqual(['receipt', 'delivered', 'promise', 'record', 'leaf', 'log', 'inclusion']);
    expect(await page.locator('[data-step=witnesses][data-outcome=noneAsked]').innerText()).toContain(
      'no witness: these keys ask for none',
    );
    const said = await page.locator('[data-part=verdict]').innerText();
    expect(said).toMatch(/^The record of this answer is in the log: entry \d+ of /);
    expect(said).toContain('The text that you gave is the one that was recorded. Nobody independent watches this log');
    for (const [place, step] of [
      ['promise', 'promise'],
      ['record', 'record'],
      ['leaf', 'inclusion'],
      ['path', 'inclusion'],
      ['checkpoint', 'log'],
      ['delivered', 'delivered'],
    ] as const)
      expect(await failingStep(page, place)).toBe(step);
    expect(asked).toEqual([]);
  });

  test('names every step and what it does not prove also where no script runs', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await tryText(page);
    await page.locator('.made > summary').click();
    expect(await page.locator('.receipt').innerText()).toContain('Will be in the public log by');
    expect(await page.locator('[data-step]').count()).toBe(9);
    expect(await page.locator('.verification').innerText()).toContain('node apps/cli/bin/parlance.mjs verify');
    expect(await page.locator('.verification').getByText('Does not prove').count()).toBe(9);
    expect(await page.locator('input[name=flip]').first().isVisible()).toBe(false);
  });
});

describe('the page /verify', () => {
  test('takes the receipt of an answer by its link, and waits for the proof', async () => {
    const page = await newPage();
    await unchangedAnswer(page);
    await page.locator('.made > summary').click();
    await page.locator('.receipt a[href^="/verify"]').click();
    await verdict(page, 'proved');
    await page.context().setOffline(true);
    expect(await failingStep(page, 'leaf')).toBe('leaf');
    expect(await failingStep(page, 'delivered')).toBe('delivered');
  });

  test('has the text and its nonce with it from an answer in the same tab, once, and in no address or request', async () => {
    const page = await newPage();
    await unchangedAnswer(page);
    const nonce = (await page.locator('[data-part=nonce]').textContent()) ?? '';
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.locator('.made > summary').click();
    await page.locator('.receipt a[href^="/verify"]').click();
    await verified(page);
    expect(nonce).not.toBe('');
    expect(await page.locator('[data-part=nonce]').inputValue()).toBe(nonce);
    expect(await passedSteps(page)).toContain('delivered');
    expect(asked.length).toBeGreaterThan(0);
    for (const request of asked) expect(decodeURIComponent(request)).not.toContain(nonce);
    expect(await page.evaluate(() => sessionStorage.getItem('parlance check'))).toBeNull();
    await page.goto(page.url().replace(/id=[^&]+/, 'id=1.other'));
    expect(await page.locator('[data-part=nonce]').inputValue()).toBe('');
  });

  test('says that no text was compared where none was brought along', async () => {
    const page = await newPage();
    await unchangedAnswer(page);
    const address = (await page.locator('.receipt a[href^="/verify"]').getAttribute('href')) ?? '';
    await page.goto(gateway.address + address.replace('lang=et', 'lang=en'));
    await verified(page);
    expect(await page.locator('[data-part=verdict]').innerText()).toContain('Your text was not compared.');
    expect(await page.locator('[data-step=delivered]').getAttribute('data-outcome')).toBe('notChecked');
  });

  test('asks nobody about what is pasted, and holds the text against the record', async () => {
    const page = await newPage();
    await unchangedAnswer(page);
    const held = await Promise.all(
      ['receipt', 'nonce', 'delivered'].map(
        async (part) => [part, (await page.locator(`[data-part=${part}]`).textContent()) ?? ''] as const,
      ),
    );
    await page.goto(`${gateway.address}/verify?lang=en`);
    await verdict(page, 'none');
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [part, text] of held) await page.locator(`[data-part=${part}]`).fill(text);
    await verdict(page, 'promised');
    expect(await passedSteps(page)).toContain('delivered');
    await page.locator('[data-part=delivered]').fill('Something else was said.');
    await verdict(page, 'refused');
    expect(await page.locator('[data-part=verdict]').innerText()).toContain('copy all of “The text exactly as it was delivered”');
    const said = (JSON.parse(held[2]![1]) as { text: string }[])[0]!.text;
    await page.locator('[data-part=delivered]').fill(`\n  ${said}  \n\n`);
    await verdict(page, 'promised');
    await page.locator('[data-part=nonce]').fill('');
    await verdict(page, 'refused');
    expect(await page.locator('[data-part=verdict]').innerText()).toContain('its nonce is needed too');
    await page.locator('[data-part=nonce]').fill(held[1]![1]);
    await verdict(page, 'promised');
    await page.locator('[data-part=policy]').evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await page.locator('[data-part=policy]').fill('quorum');
    await verdict(page, 'badKeys');
    expect(asked).toEqual([]);
  });

  test('calls no receipt bad in a browser without Ed25519', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));
    });
    await tryText(page);
    await verdict(page, 'noSignatures');
    expect(await page.locator('[data-part=verdict]').innerText()).toContain('no Ed25519');
    expect(await page.locator('[data-outcome=failed]').count()).toBe(0);
  });

  test('says that an id is unknown', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    const response = await page.goto(`${gateway.address}/verify?lang=en&id=7.nobody`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('[role=alert]').innerText()).toContain('No answer here');
  });
});

describe('accessibility', () => {
  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['1280 px', { viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ];

  test.each(looks)('no violation and no sideways scrolling at %s, in both directions', async (_name, options) => {
    const page = await newPage(options);
    await tryText(page);
    await verified(page);
    await page.locator('.made > summary').click();
    await page.locator('.evidence > summary').click();
    await page.locator('input[name=flip][value=record]').check();
    await verdict(page, 'refused');
    const seen = [...(await violations(page))];
    const isTooWide = [await scrollsSideways(page)];
    await page.locator('.receipt a[href^="/verify"]').click();
    await verified(page);
    await page.locator('.keys > summary').click();
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((value) => (document.documentElement.dir = value), direction);
      seen.push(...(await violations(page)));
      isTooWide.push(await scrollsSideways(page));
    }
    expect(seen).toEqual([]);
    expect(isTooWide).toEqual([false, false, false]);
  });
});
