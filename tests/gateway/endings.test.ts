import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './answers.ts';
import {
  chunk,
  cutAfter,
  done,
  jsonAnswer,
  type MockUpstream,
  plainStream,
  silence,
  startMockUpstream,
  stop,
  streamOf,
} from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { strangersCode } from './sample-country.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
let down: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 300 });
  down = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1' });
});
afterAll(async () => {
  await Promise.all([gateway.close(), down.close()]);
  await upstream.close();
});

async function both(body: Readonly<Record<string, unknown>>, from = gateway): Promise<readonly [Answer, Answer]> {
  return Promise.all([from.post(body).then(answerOf), from.post({ ...body, stream: true }).then(answerOf)]);
}

describe('each ending has its cause (R6)', () => {
  const endings = [
    ['done', streamOf([chunk({ content: 'x' }), stop, done])],
    ['done', streamOf([chunk({ content: 'x' }), stop])],
    ['upstream_refusal', streamOf([chunk({ refusal: 'no' }), stop, done])],
    ['upstream_refusal', streamOf([chunk({ content: 'x' }), chunk({}, { finish_reason: 'content_filter' }), done])],
    ['quota', jsonAnswer({}, 429)],
    ['outage', jsonAnswer({}, 500)],
    ['outage', silence],
    ['outage', cutAfter([chunk({ content: 'x' })])],
    ['outage', streamOf([chunk({ content: 'x' }), chunk({}, { finish_reason: 'error' }), done])],
    ['outage', streamOf([chunk({ content: 'x' }), done])],
  ] as const;
  test.each(endings)('%s', async (ending, script) => {
    upstream.play(script);
    for (const answer of await both(question('Hi'))) {
      expect(answer.parlance?.ending).toBe(ending);
      expect(answer.error === null).toBe(ending === 'done' || ending === 'upstream_refusal');
    }
  });
});

describe('a person in distress', () => {
  const cry = question('Ma tahan surra.');

  test('gets the resources with the upstream down, marked outage, streamed and whole (R9)', async () => {
    for (const answer of await both(cry, down)) {
      expect(answer.texts['0:content']).toContain('112');
      expect(answer.parlance).toMatchObject({ ending: 'outage', changes: { omitted: 0, added: 1 } });
      expect(answer.parlance?.safety.map(({ number }) => number)).toEqual(['112']);
    }
    const [, stream] = await both(cry, down);
    expect([stream.isDone, stream.error]).toEqual([false, 'upstream_unavailable']);
  });

  test('gets the resources and no half of an answer when the upstream breaks off', async () => {
    upstream.play(cutAfter([chunk({ content: `Half ${strangersCode} of an answer` })]));
    const whole = await answerOf(await gateway.post(cry));
    expect(whole.texts['0:content']).toContain('112');
    expect(whole.texts['0:content']).not.toContain('Half');
    expect(whole.parlance).toMatchObject({ ending: 'outage', changes: { omitted: 0, added: 1 } });
  });

  test('gets the resources before what the model says', async () => {
    upstream.play(plainStream('I hear you.'));
    for (const answer of await both(cry)) expect(answer.texts['0:content']).toMatch(/^⟦\+ [^⟧]*112[^⟧]*⟧\n\nI hear you\.$/);
  });
});
