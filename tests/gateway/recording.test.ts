import { commitment, formatReceipt, parseReceipt } from '@parlance/log';
import { type ParlanceObject } from '@parlance/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './answers.ts';
import { memoryLog } from './memory-log.ts';
import { chunk, done, type MockUpstream, plainStream, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, strangersCode } from './sample-country.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
/** Nothing can be written down. */
let mute: RunningGateway;
/** What was asked can be written down, what was answered cannot. */
let forgetful: RunningGateway;

const full = (): Promise<never> => Promise.reject(new Error(`no space for ${canary}`));

beforeAll(async () => {
  upstream = await startMockUpstream();
  const start = (log = memoryLog()) => startGateway({ upstreamUrl: upstream.url, log });
  gateway = await start();
  mute = await start({ ...memoryLog(), intend: full, settle: full });
  forgetful = await start({ ...memoryLog(), settle: full });
});
afterAll(async () => {
  await Promise.all([gateway, mute, forgetful].map((one) => one.close()));
  await upstream.close();
});

async function both(body: Readonly<Record<string, unknown>>, from = gateway): Promise<readonly [Answer, Answer]> {
  return [await answerOf(await from.post(body)), await answerOf(await from.post({ ...body, stream: true }))];
}

function promisedIn({ parlance }: Answer): Extract<NonNullable<ParlanceObject['receipt']>, { status: 'promised' }> {
  const receipt = parlance?.receipt;
  if (receipt?.status !== 'promised') throw new Error('no receipt');
  return receipt;
}

function committed(nonce: string, text: string, channel = 'content'): string {
  return Buffer.from(commitment(Buffer.from(nonce, 'base64'), [{ choice: 0, channel, text }])).toString('base64');
}

describe('the receipt of an answer', () => {
  test('commits to what was asked and delivered, and whoever has the nonce can show it', async () => {
    upstream.play(plainStream(`Not this: ${canary}. `, 'But this.'));
    for (const answer of await both(question('Hi'))) {
      const { nonce, record } = promisedIn(answer);
      expect(record.commitments.delivered).toBe(committed(nonce, answer.texts['0:content'] ?? ''));
      expect(record.commitments.delivered).not.toBe(committed(nonce, `${answer.texts['0:content'] ?? ''} `));
      expect(record.commitments.request).toBe(committed(nonce, 'Hi', 'user'));
    }
  });

  test('does not let its reader try out what was left out', async () => {
    const said = `Not this: ${canary}.`;
    upstream.play(plainStream(said));
    const [answer] = await both(question('Hi'));
    const { nonce, record } = promisedIn(answer);
    expect(record.edits).toHaveLength(1);
    for (const guess of [said, canary]) expect(record.commitments.upstream).not.toBe(committed(nonce, guess));
  });

  test('is the same but for ids and commitments whatever of one type was left out, and however often in a sentence', async () => {
    const records = [];
    for (const secret of [canary, `${canary} and ${canary}`]) {
      upstream.play(plainStream(`Not this: ${secret}.`));
      const { id, commitments, ...rest } = promisedIn((await both(question('Hi')))[0]).record;
      expect(JSON.stringify([id, commitments])).not.toContain(canary);
      records.push(rest);
    }
    expect(records[0]).toEqual(records[1]);
  });

  test('counts changes by rule, as the disclosures do', async () => {
    upstream.play(plainStream(`One ${canary}. Two ${canary}. Mari has ${strangersCode}. `));
    for (const answer of await both(question('Hi'))) {
      const { record } = promisedIn(answer);
      const omitted = record.edits.reduce((sum, edit) => sum + (edit.kind === 'omit' ? edit.count : 0), 0);
      expect(omitted).toBe(answer.parlance?.changes.omitted);
      expect(new Set(record.edits.map(({ rule }) => rule))).toEqual(new Set(answer.parlance?.disclosures.map(({ rule }) => rule)));
    }
  });

  test('can be fetched by its id, and by no other', async () => {
    upstream.play(plainStream('Fine.'));
    const [answer] = await both(question('Hi'));
    const { id, record, promise } = promisedIn(answer);
    const fetched = await fetch(`${gateway.url}/v1/parlance/receipts/${id}`);
    expect([fetched.status, fetched.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(parseReceipt(await fetched.text())).toEqual(
      parseReceipt(formatReceipt({ v: 1, record: record as never, promise, proved: null })),
    );
    for (const other of [`${id}x`, id.slice(1), '../../x', '%00', 'x'.repeat(5000)]) {
      const refused = await fetch(`${gateway.url}/v1/parlance/receipts/${encodeURIComponent(other)}`);
      expect([404, 400, 414]).toContain(refused.status);
    }
  });

  test('commits to tool calls as canonical JSON', async () => {
    const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"b":1,"a":"õ"}' } };
    upstream.play(streamOf([chunk({ tool_calls: [call] }), chunk({}, { finish_reason: 'tool_calls' }), done]));
    const tools = [{ type: 'function', function: { name: 'f' } }];
    for (const answer of await both(question('Hi', { tools }))) {
      const { nonce, record } = promisedIn(answer);
      const text = '[{"arguments":"{\\"b\\":1,\\"a\\":\\"õ\\"}","id":"call_1","name":"f"}]';
      expect(record.commitments.delivered).toBe(committed(nonce, text, 'tool'));
    }
  });

  test('is there for an answer that failed, and for one that a surrogate without its half stands in', async () => {
    upstream.play(streamOf([chunk({ content: 'a\ud800b' }), stop, done]));
    for (const answer of await both(question('Hi \ud800'))) expect(promisedIn(answer).record.ending).toBe('done');
    upstream.play(streamOf([chunk({ content: 'x' }), chunk({}, { finish_reason: 'error' }), done]));
    for (const answer of await both(question('Hi'))) expect(promisedIn(answer).record.ending).toBe('outage');
  });
});

describe('what cannot be recorded', () => {
  test('is not asked', async () => {
    upstream.play(plainStream('Fine.'));
    const before = upstream.requests.length;
    for (const answer of await both(question('Hi'), mute)) {
      expect([answer.status, answer.error, answer.parlance?.ending]).toEqual([503, 'not_recorded', 'outage']);
      expect(answer.parlance?.receipt).toEqual({ status: 'not_recorded' });
    }
    expect(upstream.requests).toHaveLength(before);
    expect(mute.logged()).not.toContain(canary);
  });

  test('is not given as an answer', async () => {
    upstream.play(plainStream('Fine.'));
    const [whole, stream] = await both(question('Hi'), forgetful);
    expect([whole.status, whole.error, whole.raw.includes('Fine')]).toEqual([503, 'not_recorded', false]);
    expect([stream.error, stream.isDone, stream.parlance?.receipt]).toEqual(['not_recorded', false, { status: 'not_recorded' }]);
  });

  test('is given all the same to a person in distress, as far as it is safety information, marked not recorded (R9)', async () => {
    upstream.play(plainStream('Fine.'));
    const before = upstream.requests.length;
    for (const answer of await both(question('Ma tahan surra.'), mute)) {
      expect(answer.raw).toContain('112');
      expect(answer.parlance?.safety.map(({ number }) => number)).toContain('112');
      expect(answer.parlance?.receipt).toEqual({ status: 'not_recorded' });
      expect(answer.raw).not.toContain('Fine');
    }
    expect(upstream.requests).toHaveLength(before);
  });
});
