import { rungPrinciples } from '@parlance/charter';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startGateway as startExample, type TestGateway } from '../answers/running-gateway.ts';
import { chunk, cutAfter, type MockUpstream, plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { type RunningGateway, startGateway } from '../gateway/running-gateway.ts';
import { sampleCountry } from '../gateway/sample-country.ts';
import { studiedHere, studiedItem } from '../gateway/studied-here.ts';
import { carriedIn, type Fields, page, send, textOf, unescaped } from './studying.ts';

const states = (html: string): readonly string[] => [...html.matchAll(/<li data-state="(\w+)"/g)].map(([, state]) => state ?? '');

describe('study mode with a model', () => {
  let upstream: MockUpstream;
  let gateway: RunningGateway;

  beforeAll(async () => {
    upstream = await startMockUpstream();
    gateway = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry(studiedHere) });
  });
  afterEach(() => {
    upstream.requests.length = 0;
  });
  afterAll(async () => {
    await gateway.close();
    await upstream.close();
  });

  const asked = (): string => upstream.requests.at(-1)?.text ?? '';
  const begin = (): Promise<{ readonly html: string }> => page(`${gateway.url}/study?lang=en&item=${studiedItem}`);

  async function act(html: string, fields: Fields): ReturnType<typeof send> {
    upstream.play(plainStream('Help.'));
    return send(gateway.url, { ...carriedIn(html), ...fields });
  }

  test('tells the model one rung, and gives the answer after the tries that the pack asks for', async () => {
    const { html: start } = await begin();
    const one = await act(start, { q: 'What is 7 + 8?', act: 'ask' });
    expect(asked()).toContain(rungPrinciples.nudge);
    expect(states(one.html)).toEqual(['now', 'open', 'closed', 'closed']);
    const two = await act(one.html, { q: '7 + 8 = 14', act: 'try' });
    expect(asked()).toContain(rungPrinciples.step);
    expect(asked()).not.toContain(rungPrinciples.answer);
    const three = await act(two.html, { q: '7 + 8 = 16', act: 'try' });
    expect(asked()).toContain(rungPrinciples['worked-twin']);
    expect(states(three.html)).toEqual(['given', 'given', 'now', 'open']);
    const four = await act(three.html, { q: '', act: 'next' });
    expect(asked()).toContain(rungPrinciples.answer);
    expect(states(four.html)).toEqual(['given', 'given', 'given', 'now']);
    expect(textOf(four.html)).toContain('Your tries so far: 2');
  });

  test('names the item to the model as data and quotes it as the first source', async () => {
    const { html } = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
    expect(asked()).toMatch(/study\.statement.{1,10}adds whole numbers/);
    expect(textOf(html)).toContain('Mathematics, years 1 to 3: M.1.1');
  });

  test.each([
    ['a forged count', { progress: 'eyJyIjozLCJ0Ijo5LCJuIjo5LCJzIjpbXX0.AAAA' }],
    ['a count without a signature', { progress: 'eyJyIjozLCJ0Ijo5LCJuIjo5LCJzIjpbXX0' }],
    ['a rung of the learner’s own', { rung: '3', study: 'answer', tries: '5' }],
  ])('%s gives no more than the first rung', async (_name, fields) => {
    const { html } = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'next', ...fields });
    expect(asked()).toContain(rungPrinciples.nudge);
    expect(states(html)).toEqual(['now', 'open', 'closed', 'closed']);
  });

  test('a count of another item is none', async () => {
    const one = await act((await begin()).html, { q: 'a1', act: 'try' });
    const two = await act(one.html, { q: 'a2', act: 'try' });
    const other = await act(two.html, { q: 'b', act: 'ask', item: '00000000-0000-4000-8000-000000000002' });
    expect(textOf(other.html)).toContain('Your tries so far: 0');
    expect(textOf(other.html)).toContain('begins anew');
  });

  test('the same try twice is told and asks nobody', async () => {
    const one = await act((await begin()).html, { q: '7 + 8 = 14', act: 'try' });
    upstream.requests.length = 0;
    const again = await act(one.html, { q: '7+8 = 14.', act: 'try' });
    expect(again.status).toBe(200);
    expect(textOf(again.html)).toContain('it is no new try');
    expect(upstream.requests).toHaveLength(0);
  });

  test('more help than the tries open is told and asks nobody', async () => {
    const one = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
    const two = await act(one.html, { act: 'next', q: '' });
    upstream.requests.length = 0;
    const three = await act(two.html, { act: 'next', q: '' });
    expect([three.status, upstream.requests.length]).toEqual([400, 0]);
    expect(textOf(three.html)).toContain('Still needed: 1.');
  });

  test('somebody in danger has the numbers first, is not taught, and nothing is counted', async () => {
    const { html } = await act((await begin()).html, { q: 'I want to kill myself', act: 'try' });
    expect(textOf(html)).toContain('112');
    expect(asked()).not.toContain('study.now');
    expect(textOf(html)).toContain('Your tries so far: 0');
  });

  test.each([
    ['a wish for more', { act: 'next' }],
    ['a change of language', { act: 'ask', to: 'et' }],
    ['a wish for the text', { act: 'text' }],
  ])('somebody in danger who pressed %s has the numbers too', async (_name, fields) => {
    const one = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
    const { html } = await act(one.html, { q: 'I want to kill myself', ...fields });
    expect(textOf(html)).toContain('112');
    expect(textOf(html)).toContain('I want to kill myself');
  });

  test('a wish for more with something written asks what was written, one rung further up', async () => {
    const one = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
    await act(one.html, { q: 'Is it like 7 + 7?', act: 'next' });
    expect(asked()).toContain(rungPrinciples.step);
    expect(asked()).toContain('Is it like 7 + 7?');
  });

  test('what is in the field while an answer is asked for once more stays there', async () => {
    const { html } = await act((await begin()).html, { again: 'What is 7 + 8?', q: 'a draft' });
    expect(asked()).not.toContain('a draft');
    expect(html).toContain('>a draft</textarea>');
  });

  test('what was chosen goes along to another task', async () => {
    const { html } = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask', shared: '1', age: 'under-13', level: 'easy' });
    const links = [...html.matchAll(/href="(\/study\?[^"]*)"/g)].map(([, address]) => unescaped(address ?? ''));
    const onwards = links.filter((address) => /(?:subject|item)=/.test(address));
    expect(onwards.length).toBeGreaterThan(1);
    for (const address of onwards) {
      expect(address).toContain('shared=1');
      expect(address).toContain('level=easy');
      expect(address).toContain('age=under-13');
    }
    const next = await page(`${gateway.url}${onwards[0] ?? ''}`);
    expect(next.html).toContain('age=under-13');
  });

  test('an age that is given makes the rules stricter', async () => {
    const { html } = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask', age: 'under-13' });
    expect(asked()).toContain('under_18.not-human');
    expect(html).toMatch(/value="under-13" checked/);
  });

  test('says before the first answer that no person answers', async () => {
    const { html } = await begin();
    expect(textOf(html)).toContain('An AI system answers you here, not a person.');
  });

  test('gives back everything so far as text, and asks nobody', async () => {
    const one = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
    upstream.requests.length = 0;
    const { html } = await act(one.html, { act: 'text', q: '' });
    const copied = unescaped(/<textarea id="copied"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '');
    expect(copied).toContain('What is 7 + 8?');
    expect(copied).toContain('Help.');
    expect(copied).toContain('1 part added.');
    expect(upstream.requests).toHaveLength(0);
  });

  test('the text to hand on says how an answer ended that broke off', async () => {
    const { html: start } = await begin();
    upstream.play(cutAfter([chunk({ content: 'It is the sum of ' })]));
    const one = await send(gateway.url, { ...carriedIn(start), q: 'What is 7 + 8?', act: 'ask' });
    const { html } = await act(one.html, { act: 'text', q: '' });
    const copied = unescaped(/<textarea id="copied"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '');
    expect(copied).toContain('It is the sum');
    expect(copied).toContain('broke off');
    expect(copied).toContain('[s1] ');
  });

  test('a try whose answer broke off is not counted, and can be sent once more', async () => {
    const { html: start } = await begin();
    const tried = { ...carriedIn(start), q: 'It is 14.', act: 'try' };
    upstream.play(cutAfter([chunk({ content: 'Look at it. ' })]));
    const broken = await send(gateway.url, tried);
    expect(broken.html).toContain('Look at it.');
    const { html: next } = await act(broken.html, { q: 'It is 14.', act: 'try' });
    expect(textOf(next)).toContain('Your tries so far: 1');
    // The same form is another asking too: what broke off is not told again.
    const { html: again } = await act('', tried);
    expect(again).not.toContain('Look at it.');
    expect(textOf(again)).toContain('Your tries so far: 1');
  });

  test('a link puts no word on the page and counts nothing', async () => {
    const { html } = await page(`${gateway.url}/study?lang=en&item=${studiedItem}&q=planted&act=try&turn=%7B%22q%22%3A%22planted%22%7D`);
    expect(html).not.toContain('planted');
    expect(textOf(html)).toContain('Your tries so far: 0');
  });

  test('no cookie is set', async () => {
    const response = await fetch(`${gateway.url}/study?item=${studiedItem}`);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('study mode of the example pack without a model', () => {
  let gateway: TestGateway;
  let item: string;

  beforeAll(async () => {
    gateway = await startExample();
    const { html } = await page(`${gateway.address}/study?lang=en&subject=matemaatika`);
    item = /item=([0-9a-f-]{36})/.exec(html)?.[1] ?? '';
  });
  afterAll(() => gateway.close());

  test('goes from subject to item, each with its source in its own language', async () => {
    const { html: subjects } = await page(`${gateway.address}/study?lang=en`);
    expect(textOf(subjects)).toContain('matemaatika, I kooliaste');
    const { html } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    expect(html).toContain('<blockquote lang="et" dir="ltr">');
    expect(textOf(html)).toContain('in Estonian alone');
    expect(html).toContain('href="https://oppekava.ee/matemaatika-ainekavad/"');
    expect(textOf(html)).toContain('sectors/education.yaml:');
  });

  test('quotes the item, asks back what fits the rung, and claims nothing of the task', async () => {
    const { html: start } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const { html } = await send(gateway.address, { ...carriedIn(start), q: 'What is 7 + 8?', act: 'ask' });
    expect(textOf(html)).toContain('What does your task ask for, in your own words?');
    expect(textOf(html)).toContain('not written by a language model');
    expect(textOf(html)).toContain('Rules for readers under 18 apply here');
    expect(/data-part="delivered">([\s\S]*?)</.exec(html)?.[1]).not.toMatch(/\b15\b/);
    const two = await send(gateway.address, { ...carriedIn(html), q: '7 + 8 = 14', act: 'try' });
    expect(textOf(two.html)).toContain('What is the first small thing');
  });

  test('says before the first try which rungs work without a model', async () => {
    const { html } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const rungs = [...html.matchAll(/<li data-state[^]*?<\/li>/g)].map(([rung]) => textOf(rung));
    expect(rungs.map((rung) => rung.includes('works without a language model'))).toEqual([true, true, false, false]);
    expect(rungs.map((rung) => rung.includes('needs a language model'))).toEqual([false, false, true, true]);
    expect(textOf(html)).toContain('No language model is connected here.');
  });

  test('a sum is checked, and its numbers bring no service card', async () => {
    const { html: start } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const { html: one } = await send(gateway.address, { ...carriedIn(start), q: 'What is 3/4 + 1/8?', act: 'ask' });
    const { html: two } = await send(gateway.address, { ...carriedIn(one), q: '4/12', act: 'try' });
    expect(textOf(two)).toContain('Not right yet. By exact reckoning the two sides are not equal: 3/4 + 1/8 ≠ 4/12');
    expect(textOf(two)).not.toMatch(/kindergarten/i);
  });

  test('the item is quoted in the first answer, and a source of all', async () => {
    const { html: start } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const { html: one } = await send(gateway.address, { ...carriedIn(start), q: 'What is 7 + 8?', act: 'ask' });
    const { html: two } = await send(gateway.address, { ...carriedIn(one), q: '7 + 8 = 14', act: 'try' });
    const answers = [...two.matchAll(/<div class="answer"[^]*?<\/article>/g)].map(([answer]) => answer);
    expect(answers.map((answer) => textOf(answer).includes('saab aru õpitud reeglitest ning oskab neid rakendada'))).toEqual([true, false]);
    for (const answer of answers) {
      expect(answer).toContain('https://oppekava.ee/matemaatika-ainekavad/');
      expect(textOf(answer)).toContain('not written by a language model');
    }
  });

  test('the item is quoted in the first answer that helps, also where a cry for help came before it', async () => {
    const { html: start } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const { html: one } = await send(gateway.address, { ...carriedIn(start), q: 'I want to die', act: 'ask' });
    const { html: two } = await send(gateway.address, { ...carriedIn(one), q: 'What is 7 + 8?', act: 'ask' });
    const answers = [...two.matchAll(/<div class="answer"[^]*?<\/article>/g)].map(([answer]) => answer);
    expect(answers.map((answer) => textOf(answer).includes('saab aru õpitud reeglitest ning oskab neid rakendada'))).toEqual([false, true]);
  });

  test('items are listed by short titles in their language, with the official words folded under them', async () => {
    const { html } = await page(`${gateway.address}/study?lang=en&subject=matemaatika`);
    expect(textOf(html)).toContain('These items are in this language alone: Estonian.');
    expect(html).toMatch(
      /<a href="[^"]*item=[^"]*" lang="et" dir="ltr"><bdi>M\.2\.4<\/bdi> liidab ja lahutab peast arve 100 piires …<\/a>/,
    );
    expect(html).toMatch(
      /<summary[^>]*>The official words<\/summary><p lang="et" dir="ltr">liidab ja lahutab peast arve 100 piires, kirjalikult 10 000 piires</,
    );
    const { html: estonian } = await page(`${gateway.address}/study?lang=et&subject=matemaatika`);
    expect(textOf(estonian)).not.toContain('ainult selles keeles');
  });

  test('an age cannot loosen the rules of the sector', async () => {
    const { html: start } = await page(`${gateway.address}/study?lang=en&item=${item}`);
    const { html } = await send(gateway.address, { ...carriedIn(start), q: 'What is 7 + 8?', act: 'ask', age: 'any-age' });
    expect(textOf(html)).toContain('Rules for readers under 18 apply here');
  });

  test.each(['nothing', '../../etc', '<script>', '__proto__', '00000000-0000-4000-8000-000000000000'])(
    'an item named %s is said to be none, with those that there are',
    async (name) => {
      const { status, html } = await page(`${gateway.address}/study?lang=en&item=${encodeURIComponent(name)}`);
      expect(status).toBe(404);
      expect(textOf(html)).toContain('There is no item of this name');
      expect(html).not.toContain('<script>');
    },
  );

  test('is on the way from every page', async () => {
    expect((await page(`${gateway.address}/?lang=en`)).html).toContain('href="/study?lang=en"');
  });
});

test('a pack without a study mode says so, and no page leads there', async () => {
  const gateway = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1' });
  const { status, html } = await page(`${gateway.url}/study?lang=en`);
  const { html: home } = await page(`${gateway.url}/?lang=en`);
  await gateway.close();
  expect(status).toBe(404);
  expect(textOf(html)).toContain('This country pack has no study mode');
  expect(home).not.toContain('/study');
});
