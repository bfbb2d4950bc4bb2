import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type MockUpstream, plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { type RunningGateway, startGateway } from '../gateway/running-gateway.ts';
import { sampleCountry } from '../gateway/sample-country.ts';
import { studiedHere, studiedItem } from '../gateway/studied-here.ts';
import { carriedIn, type Fields, page, send, textOf } from './studying.ts';

describe('the page of study mode, whatever a model says,', () => {
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

  test.each(['', '?', 'i dont know', 'Ma ei tea.', 'не знаю', 'ich weiß nicht', 'je sais pas', 'لا أعرف'])(
    '"%s" is no try: it is answered kindly, and asks and counts nothing',
    async (q) => {
      const one = await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask' });
      upstream.requests.length = 0;
      const { status, html } = await act(one.html, { q, act: 'try' });
      expect([status, upstream.requests.length]).toEqual([200, 0]);
      expect(textOf(html)).toContain('That is all right');
      expect(textOf(html)).toContain('Your tries so far: 0');
      expect(html).not.toContain('role="alert"');
      expect(html).not.toContain('help-heading');
    },
  );

  test('the task itself is no try at it', async () => {
    const one = await act((await begin()).html, { q: '7 + 8', act: 'ask' });
    const { html } = await act(one.html, { q: '7+8', act: 'try' });
    expect(textOf(html)).toContain('it is no new try');
  });

  test('says of a try at a sum whether it is right, by itself, and keeps saying it', async () => {
    const one = await act((await begin()).html, { q: 'What is 3/4 + 1/8?', act: 'ask' });
    expect(one.html).not.toContain('class="reminder checked');
    const two = await act(one.html, { q: '4/12', act: 'try' });
    expect(textOf(two.html)).toContain('Not right yet. By exact reckoning the two sides are not equal: 3/4 + 1/8 ≠ 4/12');
    expect(asked()).not.toContain('exact reckoning');
    const three = await act(two.html, { q: '7/8', act: 'try' });
    expect(textOf(three.html)).toContain('That is right, well done! By exact reckoning: 3/4 + 1/8 = 7/8');
    expect(textOf(three.html)).toContain('Not right yet. By exact reckoning the two sides are not equal: 3/4 + 1/8 ≠ 4/12');
    const { html } = await act(three.html, { act: 'text', q: '' });
    expect(/<textarea id="copied"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1]).toContain(
      'That is right, well done! By exact reckoning: 3/4 + 1/8 = 7/8',
    );
  });

  test('says that it cannot know what is no sum, or no longer the task', async () => {
    const one = await act((await begin()).html, { q: 'Why do leaves fall?', act: 'ask' });
    const two = await act(one.html, { q: 'It is cold.', act: 'try' });
    expect(textOf(two.html)).toContain('this page cannot know');
    const three = await act(two.html, { q: 'What is 7 + 8?', act: 'ask' });
    const four = await act(three.html, { q: 'And with 3 apples for each of the 15?', act: 'ask' });
    const five = await act(four.html, { q: '15', act: 'try' });
    expect(five.html).not.toMatch(/class="reminder checked (?:right|wrong)/);
  });

  test('the number of a task is no part of it, and a dash behind "Answer" makes nothing negative', async () => {
    const one = await act((await begin()).html, { q: 'Task 1: 7 + 8', act: 'ask' });
    const two = await act(one.html, { q: 'Answer - 15', act: 'try' });
    expect(two.html).not.toMatch(/class="reminder checked (?:right|wrong)/);
    const three = await act(two.html, { q: '15', act: 'try' });
    expect(textOf(three.html)).toContain('That is right, well done! By exact reckoning: 7 + 8 = 15');
    expect(three.html).not.toContain('class="reminder checked wrong');
  });

  test('what is tried after another sum was tried is not wrong where it is true of that one', async () => {
    const one = await act((await begin()).html, { q: '7 + 8', act: 'ask' });
    const two = await act(one.html, { q: '9 * 3', act: 'try' });
    const three = await act(two.html, { q: '27', act: 'try' });
    expect(three.html).not.toContain('class="reminder checked wrong');
    expect(textOf(three.html)).toContain('9 × 3 = 27');
    const four = await act(three.html, { q: '15', act: 'try' });
    expect(textOf(four.html)).toContain('That is right, well done! By exact reckoning: 7 + 8 = 15');
    const five = await act(four.html, { q: '28', act: 'try' });
    expect(textOf(five.html)).toContain('7 + 8 ≠ 28');
  });

  test('a step that is tried at a task in words is not taken for the task', async () => {
    const one = await act((await begin()).html, { q: 'Mari has 7 apples, gets 8 and gives 3 away. How many has she?', act: 'ask' });
    const two = await act(one.html, { q: '7 + 8', act: 'try' });
    const three = await act(two.html, { q: '12', act: 'try' });
    expect(three.html).not.toMatch(/class="reminder checked (?:right|wrong)/);
    const four = await act(three.html, { q: 'And fifteen minus three?', act: 'ask' });
    const five = await act(four.html, { q: '12', act: 'try' });
    expect(five.html).not.toMatch(/class="reminder checked (?:right|wrong)/);
  });

  test('a sum asked in words is another task than the one before', async () => {
    const one = await act((await begin()).html, { q: '7 + 8', act: 'ask' });
    const two = await act(one.html, { q: 'And fifteen minus three?', act: 'ask' });
    const three = await act(two.html, { q: '12', act: 'try' });
    expect(three.html).not.toMatch(/class="reminder checked (?:right|wrong)/);
  });

  test('who does not say an age has the rules for readers under 18', async () => {
    const { html: start } = await begin();
    expect(start).toMatch(/name="age" value(?:="")? checked/);
    await act(start, { q: 'What is 7 + 8?', act: 'ask', age: '' });
    expect(asked()).toContain('under_18.not-human');
    await act((await begin()).html, { q: 'What is 7 + 8?', act: 'ask', age: 'any-age' });
    expect(asked()).not.toContain('under_18.not-human');
  });

  test('a link makes no rule looser', async () => {
    const { html } = await page(`${gateway.url}/study?lang=en&item=${studiedItem}&age=any-age`);
    expect(html).toMatch(/name="age" value(?:="")? checked/);
    expect(textOf(html)).toContain('Rules for readers under 18 apply here');
  });

  test('says of no rung that it needs a model', async () => {
    const { html } = await begin();
    expect(textOf(html)).not.toContain('needs a language model');
  });

  test('the notice about age stands open at the head once, and is folded from the first answer on', async () => {
    const { html: start } = await begin();
    expect(start).toMatch(/<details class="card" open[^>]*><summary>What holds for all answers here/);
    expect(start).toMatch(/href="\/object\?[^"]*rule=charter\.under-18/);
    const one = await act(start, { q: 'What is 7 + 8?', act: 'ask' });
    const two = await act(one.html, { q: '7 + 8 = 14', act: 'try' });
    expect(two.html).toMatch(/<details class="card"><summary>What holds for all answers here/);
    expect(two.html.match(/<details class="addition"/g)).toHaveLength(2);
    expect(two.html).not.toContain('<details class="addition" open');
    expect(two.html.match(/<p class="changes"/g)).toHaveLength(2);
    expect(two.html.match(/<details class="made">/g)).toHaveLength(2);
  });
});
