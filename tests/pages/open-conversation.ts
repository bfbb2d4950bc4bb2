import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { launchBrowser } from './browser.ts';

/** A real browser in front of a real gateway. */
export interface Visits {
  readonly gateway: TestGateway;
  readonly browser: Browser;
  open(options?: BrowserContextOptions, path?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Without an upstream the cards of the pack answer. */
export async function startVisits(upstreamUrl: string | null = null): Promise<Visits> {
  const gateway = await startGateway(upstreamUrl);
  const browser = await launchBrowser();
  return {
    gateway,
    browser,
    async open(options = {}, path = '/?lang=en') {
      const page = await (await browser.newContext(options)).newPage();
      await page.goto(gateway.address + path);
      return page;
    },
    async close() {
      await browser.close();
      await gateway.close();
    },
  };
}

export async function ask(page: Page, question: string, turn: number): Promise<void> {
  await page.locator('#question').fill(question);
  await page.locator('form.ask .primary').click();
  await page.locator(`#t${turn} .changes`).waitFor();
}

export const card = 'How do I apply for an ID card?';
export const kindergarten = 'How do I get a kindergarten place?';

/** What the pages posted, field by field, in the order of asking. */
export function postedBy(page: Page): readonly URLSearchParams[] {
  const posted: URLSearchParams[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(new URLSearchParams(request.postData() ?? ''));
  });
  return posted;
}
