import { afterEach, describe, expect, test } from 'vitest';
import { chunk, frames, type MockUpstream, plainStream, startMockUpstream, startStream } from '../gateway/mock-upstream.ts';
import { memoryLog } from '../gateway/memory-log.ts';
import { type GatewayParts, type RunningGateway, startGateway } from '../gateway/running-gateway.ts';
import { bodyOf, type Fields, textOf } from './asking.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(parts: GatewayParts = {}): Promise<{ readonly gateway: RunningGateway; readonly upstream: MockUpstream }> {
  const upstream = await startMockUpstream();
  closing.push(() => upstream.close());
  const gateway = await startGateway({ upstreamUrl: upstream.url, ...parts });
  closing.push(() => gateway.close());
  return { gateway, upstream };
}

const ask = (gateway: RunningGateway, fields: Fields): Promise<Response> =>
  fetch(`${gateway.url}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', ...fields }) });

const cry = 'I want to kill myself';
/** Numbers of the pack for who is in such distress. */
const numbers = ['112'];

/** What is said above the field. */
const faultIn = (html: string): string => textOf(/id="question-fault"[\s\S]*?<textarea/.exec(html)?.[0] ?? '');

/** What goes along with the next form of a page. */
const turnsIn = (html: string): readonly string[] => [...html.matchAll(/name="turn"[^>]* value="([^"]*)"/g)].map(([, value = '']) => value);

function expectHelp(html: string): void {
  for (const number of numbers) expect(faultIn(html)).toContain(number);
  // Before why it was not taken.
  expect(/id="question-fault"[^>]*><([a-z]+)/.exec(html)?.[1]).toBe('section');
  expect(html).toContain(`>${cry}</textarea>`);
}

describe('a conversation that is larger than the server takes', () => {
  const pages = { lang: 'et', number: '4' };

  test('is told so on its page, with the question in the field, help, and the newest turns alone', async () => {
    const { gateway, upstream } = await start({ bodyLimit: 4000 });
    upstream.play(plainStream('Once said.'));
    const [turn = ''] = turnsIn(await (await ask(gateway, { q: 'What is it?' })).text());
    upstream.requests.length = 0;
    const form = { turn: ['x'.repeat(4000), turn], ...pages, q: cry };
    const response = await ask(gateway, form);
    const html = await response.text();
    expect([response.status, response.headers.get('parlance-cut')]).toEqual([413, 'turns']);
    expectHelp(html);
    expect(html).toContain('<html lang="et"');
    expect(faultIn(html)).toContain('ilma vestluse varasema osata');
    expect(turnsIn(html)).toEqual([turn]);
    expect(textOf(html)).toContain('Once said.');
    expect(upstream.requests).toHaveLength(0);
    upstream.play(plainStream('On it goes.'));
    const next = await ask(gateway, { turn: turnsIn(html), ...pages, q: 'And then?' });
    expect([next.status, textOf(await next.text()).includes('On it goes.')]).toEqual([200, true]);
  });

  test('can be read in another language', async () => {
    const { gateway } = await start({ bodyLimit: 4000 });
    const response = await ask(gateway, { turn: 'x'.repeat(5000), ...pages, to: 'en', q: 'My question' });
    const html = await response.text();
    expect([response.status, html.includes('<html lang="en"'), html.includes('>My question</textarea>')]).toEqual([200, true, true]);
    expect(textOf(html)).toContain('Its oldest part no longer goes along');
  });

  test('is not read for ever', async () => {
    const { gateway } = await start({ bodyLimit: 4000 });
    const response = await ask(gateway, { q: 'x'.repeat(40_000) }).catch(() => null);
    expect([413, undefined]).toContain(response?.status);
  });
});

describe('a question that is not taken', () => {
  test('because too many came stands in the field, says when to ask again, and brings help to who is in distress', async () => {
    const { gateway, upstream } = await start({ pageQuestions: 1 });
    upstream.play(plainStream('Once.'));
    expect((await ask(gateway, { q: 'What is it?' })).status).toBe(200);
    const response = await ask(gateway, { q: cry });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expectHelp(await response.text());
    const other = await ask(gateway, { q: 'What is it?' });
    expect(other.status).toBe(429);
    const html = await other.text();
    expect(textOf(html)).toMatch(
      /Many questions have come in the last hour .* You can ask again in 60 min\. Your question still stands in the field\./,
    );
    expect(html).not.toContain('help-heading');
  });

  test('because it could not be counted brings help, and stands in the field', async () => {
    const { gateway, upstream } = await start({ hasRoom: false });
    const response = await ask(gateway, { q: cry });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    const html = await response.text();
    expectHelp(html);
    expect(textOf(html)).toContain('Please ask again in a few minutes');
    expect(upstream.requests).toHaveLength(0);
  });

  test('because it is too long brings help', async () => {
    const { gateway } = await start();
    const response = await ask(gateway, { q: `${'x '.repeat(60_000)}. ${cry}` });
    expect(response.status).toBe(413);
    expect(faultIn(await response.text())).toContain('112');
  });
});

test('who wrote in distress and only changed the language, or asked something once more, is helped', async () => {
  const { gateway, upstream } = await start();
  const changed = await (await ask(gateway, { q: cry, to: 'en' })).text();
  upstream.play(plainStream('Once more.'));
  const again = await (await ask(gateway, { q: cry, again: 'What is it?' })).text();
  for (const html of [changed, again]) {
    expect(textOf(html)).toContain('112');
    expect(html).toContain(`>${cry}</textarea>`);
  }
});

test('a young person’s worry is helped where the form is not taken', async () => {
  const { gateway, upstream } = await start({ pageQuestions: 1 });
  upstream.play(plainStream('Once.'));
  await (await ask(gateway, { q: 'What is it?' })).text();
  expect(textOf(await (await ask(gateway, { q: 'I am starving myself' })).text())).toContain('112');
});

test('forms that ask nothing are counted too, generously, and then nothing is done for them', async () => {
  const { gateway } = await start({ pageQuestions: 1 });
  const statuses: number[] = [];
  for (let sent = 0; sent < 11; sent++) statuses.push((await ask(gateway, { to: 'et' })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
});

test('a conversation goes along through a page that took no form', async () => {
  const { gateway, upstream } = await start({ pageQuestions: 1 });
  upstream.play(plainStream('Once said.'));
  const [turn] = turnsIn(await (await ask(gateway, { q: 'What is it?' })).text());
  expect(turn).toMatch(/^[\w-]{22}\./);
  for (let sent = 0; sent < 9; sent++) await (await ask(gateway, { to: 'en' })).text();
  const form = { q: 'And then?', number: '2', turn: ['no turn', turn ?? '', 'x'.repeat(30)] };
  const refused = await ask(gateway, form);
  const html = await refused.text();
  expect(refused.status).toBe(429);
  expect([html.includes('>And then?</textarea>'), turnsIn(html)]).toEqual([true, [turn]]);
  expect(html).toContain('name="number" value="2"');
  expect(textOf(html)).not.toContain('Once said.');
  expect(textOf(html)).toContain('Your conversation is not lost.');
  expect(textOf(html)).not.toContain('left out');
  const people = await fetch(`${gateway.url}/person`, { method: 'POST', body: bodyOf({ lang: 'en', ...form }) });
  expect(turnsIn(await people.text())).toEqual([turn]);
});

test('the same form sent again is counted as a form', async () => {
  const { gateway, upstream } = await start({ pageQuestions: 1 });
  upstream.play(plainStream('Once.'));
  const form = { q: 'Again?', ticket: 'A'.repeat(22) };
  const statuses: number[] = [];
  for (let sent = 0; sent < 11; sent++) {
    const response = await ask(gateway, form);
    statuses.push(response.status);
    await response.text();
  }
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
  expect(upstream.requests).toHaveLength(1);
});

describe('help for who is in distress', () => {
  /** What stands in front of the first word of the answer. */
  const before = (html: string): string => /<article class="turn"[\s\S]*?<div class="answer"/.exec(html)?.[0] ?? '';
  const listed = (html: string): number => html.match(/<section class="safety"/g)?.length ?? 0;
  /** The answer proper, and what stands under it. */
  const after = (html: string): string => html.slice(html.indexOf('<div class="answer"'), html.indexOf('</article>'));

  test.each(['turn', ''])('stands once above the answer, and the addition that says the same is folded (part "%s")', async (part) => {
    const { gateway, upstream } = await start();
    upstream.play(plainStream('Words.'));
    const html = await (await ask(gateway, { q: cry, part })).text();
    for (const number of numbers) expect(before(html)).toContain(`href="tel:${number}"`);
    expect(listed(html)).toBe(1);
    expect(after(html)).toContain('<details class="addition" id=');
    for (const number of numbers) expect(textOf(after(html))).toContain(number);
    expect(after(html)).not.toContain('href="tel:');
  });

  test('is there before anybody has answered', async () => {
    const { gateway, upstream } = await start();
    let answer = (): void => undefined;
    upstream.play(async (response) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await plainStream('Words.')(response, { path: '', headers: {}, text: '' });
    });
    const response = await ask(gateway, { q: cry, part: 'turn' });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect(before((await reader.read()).value ?? '')).toContain('href="tel:112"');
    await expect.poll(() => upstream.requests.length).toBe(1);
    answer();
    while (!(await reader.read()).done);
  });

  test('stands there when nothing can be written down, and nothing else does', async () => {
    const { gateway, upstream } = await start({ log: { ...memoryLog(), intend: () => Promise.reject(new Error('full')) } });
    const html = await (await ask(gateway, { q: cry, part: 'turn' })).text();
    expect(before(html)).toContain('href="tel:112"');
    expect(textOf(after(html))).toContain('could not be recorded');
    expect([listed(html), upstream.requests.length]).toEqual([1, 0]);
  });

  test('is not there for who asks something else', async () => {
    const { gateway, upstream } = await start();
    upstream.play(plainStream('Words.'));
    expect(listed(await (await ask(gateway, { q: 'What is it?', part: 'turn' })).text())).toBe(0);
  });
});

describe('when the model does not answer', () => {
  test('the answer says since when, and the question is there to be asked again', async () => {
    const { gateway } = await start({ upstreamUrl: 'http://127.0.0.1:9/v1' });
    const html = await (await ask(gateway, { q: 'Is it there?' })).text();
    expect(textOf(html)).toContain('has not answered since November 21, 2026 at 10:00 UTC');
    expect(html).toMatch(/<button type="submit" class="action" form="ask" formnovalidate name="again" value="Is it there\?">/);
    expect(textOf(await (await fetch(`${gateway.url}/?lang=en`)).text())).toContain('has not answered since November 21, 2026');
  });

  test('who is in distress is helped', async () => {
    const { gateway } = await start({ upstreamUrl: 'http://127.0.0.1:9/v1' });
    const text = textOf(await (await ask(gateway, { q: cry })).text());
    for (const number of numbers) expect(text).toContain(number);
  });

  test('and answers again, the page says nothing of it, and the question that is asked again is the one of the turn', async () => {
    const { gateway, upstream } = await start();
    upstream.play((response) => {
      response.writeHead(500).end();
    });
    expect(textOf(await (await ask(gateway, { q: 'Is it there?' })).text())).toContain('has not answered since');
    upstream.play(plainStream('Now I am.'));
    const html = await (await ask(gateway, { again: 'Is it there?', q: 'a draft' })).text();
    expect(textOf(html)).toContain('Now I am.');
    expect(upstream.requests.at(-1)?.text).not.toContain('a draft');
    expect(textOf(await (await fetch(`${gateway.url}/?lang=en`)).text())).not.toContain('has not answered since');
  });
});

test('an answer without an end ends at the length of a page, and says so', async () => {
  const { gateway, upstream } = await start();
  upstream.play((response) => {
    startStream(response).write(frames(Array.from({ length: 30 }, () => chunk({ content: 'word '.repeat(1000) }))));
  });
  const html = await (await ask(gateway, { q: 'Go on?', ticket: 'B'.repeat(22), part: 'turn' })).text();
  expect(textOf(html).includes('it reached the greatest length')).toBe(true);
  await expect.poll(() => upstream.aborted()).toBe(1);
});
