import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.close());

async function pageAt(path: string): Promise<{ readonly status: number; readonly html: string }> {
  const response = await fetch(gateway.address + path);
  return { status: response.status, html: await response.text() };
}

const count = (html: string, part: string): number => html.split(part).length - 1;

test('every card is on the list once, by its name in the language of the page', async () => {
  const { status, html } = await pageAt('/services?lang=et');
  expect(status).toBe(200);
  const ids = [...html.matchAll(/href="\/services\/([a-z0-9-]+)\?lang=et"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).toContain('ID-kaart');
});

test('each fact of a card has its source and the day on which it was read', async () => {
  const { html } = await pageAt('/services/identity-card?lang=en');
  const facts = count(html, '<li><p class="beside-each-other">');
  expect(facts).toBeGreaterThan(5);
  expect(count(html, 'read on <time')).toBe(facts);
});

test('a card stands beside itself in a second language', async () => {
  const { html } = await pageAt('/services/identity-card?lang=en&with=et');
  expect(html).toContain('<span lang="en" dir="ltr">ID card</span><span lang="et" dir="ltr">ID-kaart</span>');
  expect(html).toContain('aria-current="true"');
  const { html: alone } = await pageAt('/services/identity-card?lang=en');
  expect(alone).not.toContain('ID-kaart</span>');
});

describe('what is asked for wrongly', () => {
  test.each(['nothing', '..%2f..%2fetc', '%3Cscript%3E', 'constructor', '__proto__'])(
    'a card named %s is said to be none, with those that there are',
    async (id) => {
      const { status, html } = await pageAt(`/services/${id}?lang=en`);
      expect(status).toBe(404);
      expect(html).toContain('There is no card of this name.');
      expect(html).not.toContain('<script>');
    },
  );

  test.each(['xx', 'en', '<script>', ''])('a second language "%s" shows the first alone', async (language) => {
    const { status, html } = await pageAt(`/services/identity-card?lang=en&with=${encodeURIComponent(language)}`);
    expect(status).toBe(200);
    expect(html).not.toContain('ID-kaart</span>');
  });
});

test('an answer leads to the whole card', async () => {
  const body = new URLSearchParams({ lang: 'en', q: 'How do I apply for an ID card?' });
  const html = await (await fetch(`${gateway.address}/ask`, { method: 'POST', body })).text();
  expect(html).toMatch(/The whole card: <a href="\/services\/identity-card\?lang=en" dir="auto">ID card<\/a>/);
});
