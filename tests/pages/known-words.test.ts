import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway as startExample, type TestGateway } from '../answers/running-gateway.ts';
import { plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { startGateway } from '../gateway/running-gateway.ts';
import { sampleCountry } from '../gateway/sample-country.ts';
import { bodyOf, carriedIn, type Fields } from './asking.ts';

const ask = async (address: string, fields: Fields): Promise<string> =>
  (await fetch(`${address}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', ...fields }) })).text();

describe('in an answer of the Estonian example without a model,', () => {
  let example: TestGateway;
  beforeAll(async () => {
    example = await startExample();
  });
  afterAll(() => example.close());

  test('the numbers of an office are links with the same words, now and when shown again', async () => {
    const html = await ask(example.address, { q: 'How do I renew my passport?' });
    const links = [
      '<a class="reach" href="tel:+3726123000" dir="ltr">+372 612 3000</a>',
      '<a class="reach" href="tel:1247" dir="ltr">1247</a>',
    ];
    for (const link of links) expect(html).toContain(link);
    const again = await ask(example.address, { q: 'hello', turn: carriedIn(html), number: '2' });
    for (const link of links) expect(again).toContain(link);
  });

  test('who does not know names a number that can be called', async () => {
    expect(await ask(example.address, { q: 'How tall is the moon in summer?', part: 'turn' })).toContain(
      '(telephone <a class="reach" href="tel:1247" dir="ltr">1247</a>',
    );
  });

  test('a name among which to choose is asked with one tap, and answered', async () => {
    const html = await ask(example.address, { q: 'I want an allowance', part: 'turn' });
    const names = [...html.matchAll(/<button type="submit" class="chip" form="ask" formnovalidate name="again" value="([^"]+)">/g)];
    expect(names.length).toBeGreaterThan(1);
    for (const [, name = ''] of names) {
      const told = await ask(example.address, { again: name, q: 'kept', part: 'turn' });
      expect(told).toContain(`<h3 dir="auto">${name}`);
    }
  });
});

test('what a model writes is text, whatever numbers stand in it', async () => {
  const upstream = await startMockUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry() });
  const { phone, email } = [...sampleCountry().pack.contacts.values()][0]!;
  upstream.play(plainStream(`Call ${phone ?? '1247'}, or write to ${email ?? 'info@example.ee'}.`));
  expect(await ask(gateway.url, { q: 'Whom do I call?', part: 'turn' })).not.toContain('class="reach"');
  await gateway.close();
  await upstream.close();
});
