import { failureActions } from '@parlance/charter';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JudgeServer } from '../../apps/gateway/src/judging/judge-server.ts';
import { type Answer, answerOf } from './answers.ts';
import { budget, judgeAt, judgedCountry } from './judged-country.ts';
import { chatAnswer, failures, judges, type MockSafeguard, type SafeguardScript, startMockSafeguard } from './mock-safeguard.ts';
import { chunk, done, type MockUpstream, plainStream, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';

let upstream: MockUpstream;
let safeguard: MockSafeguard;
const judgesUsed: JudgeServer[] = [];
/** By what the rule says is done, and by who judges. */
const gateways = new Map<string, RunningGateway>();

beforeAll(async () => {
  upstream = await startMockUpstream();
  safeguard = await startMockSafeguard();
  for (const action of failureActions) {
    const judgeOf = { there: judgeAt(safeguard.url), unreachable: judgeAt('http://127.0.0.1:9/v1'), none: null } as const;
    for (const [who, judge] of Object.entries(judgeOf)) {
      if (judge !== null) judgesUsed.push(judge);
      gateways.set(`${action} ${who}`, await startGateway({ upstreamUrl: upstream.url, country: judgedCountry(action), judge }));
    }
  }
});
afterAll(async () => {
  await Promise.all([...gateways.values()].map((each) => each.close()));
  await Promise.all([...judgesUsed.map((each) => each.close()), upstream.close(), safeguard.close()]);
});
beforeEach(() => {
  safeguard.asked.length = 0;
});

async function both(name: string, more: Readonly<Record<string, unknown>> = {}): Promise<readonly [Answer, Answer]> {
  const gateway = gateways.get(name)!;
  const body = question('Hi', { parlance: { language: 'en' }, ...more });
  return [await answerOf(await gateway.post(body)), await answerOf(await gateway.post({ ...body, stream: true }))];
}

/** Fails for one sentence and judges the others to be fine. */
const failsFor =
  (word: string, failure: SafeguardScript): SafeguardScript =>
  (response, asked) =>
    asked.sentence.includes(word) ? failure(response, asked) : judges(() => false)(response, asked);

const text = 'First is fine. Second is doubtful! Third is fine.';
const rule = (action: string) => `ee.law.2.${action}@1.0.0`;

function isLeftOut(answer: Answer, action: string): void {
  expect((answer.texts['0:content'] ?? '').split('\n\n')).toEqual([
    'First is fine. ⟦1: left out, hate speech⟧! Third is fine.',
    expect.stringMatching(/^⟦1: left out because of law: hate speech · .* · whether the rule covers this part could not be judged⟧$/),
  ]);
  expect(answer.parlance).toMatchObject({
    ending: 'done',
    changes: { omitted: 1, added: 0 },
    disclosures: [{ kind: 'omit', decided_by: 'nobody', rule: rule(action) }],
  });
}

function isDeliveredAndDisclosed(answer: Answer, action: string): void {
  expect(answer.texts['0:content']).toBe(`${text}\n\n⟦delivered unjudged: hate speech · Act, § 1 · sentences that could not be judged: 1⟧`);
  const [disclosure] = answer.parlance?.disclosures ?? [];
  expect(disclosure).toMatchObject({ kind: 'unjudged', decided_by: 'nobody', sentences: 1, cause: 'law', rule: rule(action) });
  expect(text.slice(...disclosure!.at)).toBe('Second is doubtful');
  expect(answer.parlance).toMatchObject({ ending: 'done', changes: { omitted: 0, added: 0 } });
  expect(answer.parlance?.receipt).toMatchObject({
    record: { edits: [{ kind: 'unjudged', rule: rule(action), type: 'hate-speech', count: 1 }] },
  });
}

function isStopped(answer: Answer, action: string): void {
  expect([answer.error, answer.parlance?.ending, answer.isDone]).toEqual(['not_judged', 'outage', false]);
  expect(answer.parlance?.disclosures).toMatchObject([{ kind: 'omit', decided_by: 'nobody', rule: rule(action) }]);
  expect(answer.raw).not.toContain('doubtful');
  expect(answer.raw).not.toContain('Third');
}

const checks = { 'omit-sentence': isLeftOut, 'allow-and-disclose': isDeliveredAndDisclosed, stop: isStopped } as const;

describe.each(failureActions)('a rule that says %s', (action) => {
  test.each(Object.entries(failures))('does so when the safeguard %s', async (_name, failure) => {
    safeguard.play(failsFor('Second', failure));
    upstream.play(plainStream(...(text.match(/.{1,7}/g) ?? [])));
    for (const answer of await both(`${action} there`)) {
      checks[action](answer, action);
      expect(answer.raw).not.toContain('canary-of-the-judge');
    }
    expect(gateways.get(`${action} there`)?.logged()).not.toMatch(/doubtful|canary-of-the-judge/);
  });

  test('does so when the safeguard cannot be reached, and when there is none', async () => {
    upstream.play(plainStream('One that nobody judges.'));
    for (const who of ['unreachable', 'none'])
      for (const answer of await both(`${action} ${who}`)) {
        const [disclosure] = answer.parlance?.disclosures ?? [];
        expect(disclosure).toMatchObject({ decided_by: 'nobody', rule: rule(action) });
        expect((answer.texts['0:content'] ?? '').startsWith('One that nobody judges.')).toBe(action === 'allow-and-disclose');
        expect(answer.error).toBe(action === 'stop' ? 'not_judged' : null);
      }
  });

  test('does so with the strings of tool arguments, which stay JSON', async () => {
    safeguard.play(failsFor('Second', failures['answers 500']!));
    const call = { name: 'f', arguments: JSON.stringify({ list: [text, 'Other.'], n: 1.5 }) };
    upstream.play(streamOf([chunk({ tool_calls: [{ index: 0, id: 'a', function: call }] }), stop, done]));
    for (const answer of await both(`${action} there`)) {
      expect(answer.parlance?.disclosures).toMatchObject([{ channel: 'tool', decided_by: 'nobody', rule: rule(action) }]);
      if (action === 'stop') expect([answer.tools, answer.error]).toEqual([[], 'not_judged']);
      else expect(JSON.parse(answer.tools[0]?.arguments ?? '')).toEqual({ list: [toolText[action], 'Other.'], n: 1.5 });
    }
  });

  test('does so with an answer in a form, which is whole or refused (R14)', async () => {
    safeguard.play(failsFor('Second', failures['answers 500']!));
    upstream.play(plainStream(JSON.stringify({ a: text })));
    for (const answer of await both(`${action} there`, { response_format: { type: 'json_object' } })) {
      expect(answer.parlance?.disclosures).toMatchObject([{ decided_by: 'nobody', rule: rule(action) }]);
      if (action === 'allow-and-disclose') expect(JSON.parse(answer.texts['0:content'] ?? '')).toEqual({ a: text });
      else expect([answer.status, answer.error, answer.parlance?.ending]).toEqual([503, 'not_judged', 'outage']);
    }
  });
});

const toolText = { 'omit-sentence': 'First is fine. ⟦1: left out, hate speech⟧! Third is fine.', 'allow-and-disclose': text } as const;

test('what had been told before a stop is told with its notice, and nothing after it', async () => {
  safeguard.play(failsFor('Second', failures['answers 500']!));
  upstream.play(plainStream(text));
  const [, stream] = await both('stop there');
  expect(stream.texts['0:content']).toMatch(
    /^First is fine\. ⟦1: left out, hate speech⟧!?\n\n⟦1: left out because of law: .*could not be judged⟧$/s,
  );
});

test('sentences that could not be judged are one disclosure, from the first to the last of them', async () => {
  safeguard.play((response) => void response.writeHead(500).end());
  upstream.play(plainStream('One here. Two here. Three here.'));
  for (const answer of await both('allow-and-disclose there'))
    expect(answer.parlance?.disclosures).toMatchObject([{ kind: 'unjudged', sentences: 3, at: [0, 30] }]);
});

test('the budget of a sentence runs from when it is sent, so a crowd of them is judged in turn', async () => {
  safeguard.play(
    judges(
      () => false,
      () => budget / 3,
    ),
  );
  upstream.play(plainStream('A sentence here. '.repeat(40)));
  for (const answer of await both('omit-sentence there')) expect(answer.parlance?.disclosures).toEqual([]);
});

test('a verdict below the threshold of the rule leaves the sentence in', async () => {
  const judge = judgeAt(safeguard.url);
  const gateway = await startGateway({ upstreamUrl: upstream.url, country: judgedCountry('omit-sentence', { threshold: 0.8 }), judge });
  upstream.play(plainStream('Sure. Unsure.'));
  safeguard.play((response, { sentence }) => {
    response.end(chatAnswer({ verdict: 'covered', confidence: sentence.includes('Sure') ? 0.8 : 0.79 }));
  });
  const answer = await answerOf(await gateway.post(question('Hi', { parlance: { language: 'en' } })));
  expect(answer.texts['0:content']?.split('\n\n')[0]).toBe('⟦1: left out, hate speech⟧. Unsure.');
  await Promise.all([gateway.close(), judge.close()]);
});
