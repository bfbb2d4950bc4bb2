import { type DisclosureObject, errorEnvelope, type ParlanceObject, type TurnEvent } from '@parlance/wire';
import { describe, expect, test } from 'vitest';
import { chatEncoder } from './chat/chat-encoder.ts';
import { gatherAnswer } from './gathered-answer.ts';

const names = { id: 'chatcmpl-1', created: 1, model: 'm' };
const digest = `sha256:${'0'.repeat(64)}` as const;
const parlance: ParlanceObject = {
  ending: 'done',
  refused: null,
  changes: { omitted: 0, added: 0 },
  language: 'en',
  localization: {
    language: 'en',
    script: 'Latn',
    register: 'neutral',
    address: 'none',
    reading_level: 'plain',
    by: { language: 'text', script: 'country', register: 'country', address: 'country', reading_level: 'country' },
    unspoken: null,
    under_18: null,
    asked_of_model: true,
  },
  disclosures: [],
  sources: [],
  services: [],
  safety: [],
  handover: null,
  layers: [],
  pack: { id: 'XX', version: '1', digest },
  charter: { version: '1', digest },
  answered_by: { model: 'm', upstream: 'u', jurisdiction: null, fallback_from: null },
  egress: { jurisdiction: null, policy: 'minimise', classes: {}, judge: null, embeddings: null },
  usage: { tax: null },
  energy: null,
  receipt: null,
};
const text = (delta: string, choice = 0): TurnEvent => ({ kind: 'text', choice, channel: 'content', delta, mark: null });
const finish: TurnEvent = { kind: 'finish', choice: 0, reason: 'stop' };
const end: TurnEvent = { kind: 'end', fault: null, usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }, parlance };
const broken: TurnEvent = {
  kind: 'end',
  fault: { code: 'upstream_truncated', message: 'broke off' },
  usage: null,
  parlance: { ...parlance, ending: 'outage' },
};
const change = {
  kind: 'add',
  purpose: 'safety-resource',
  id: 'a1',
  cause: 'charter',
  choice: 0,
  channel: 'content',
  at: [0, 4],
  basis: null,
  since: null,
  decided_by: 'automated',
  rule: 'r@1',
} as const satisfies DisclosureObject;

function stream(events: readonly TurnEvent[], includeUsage = false): readonly Record<string, unknown>[] {
  const encode = chatEncoder(names, { includeUsage }).stream();
  const written = events.map(encode).join('');
  expect(written.endsWith('\n\n')).toBe(true);
  return written
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame) => (frame === 'data: [DONE]' ? { done: true } : (JSON.parse(frame.slice('data: '.length)) as Record<string, unknown>)));
}

async function whole(events: readonly TurnEvent[]) {
  async function* all(): AsyncGenerator<readonly TurnEvent[]> {
    await Promise.resolve();
    yield events;
  }
  const answer = await gatherAnswer(all());
  return { fault: answer.fault, body: chatEncoder(names, { includeUsage: false }).whole(answer) };
}

describe('a turn as a stream', () => {
  test('names the role once for each choice and puts the whole object on the last chunk', () => {
    const frames = stream([
      text('a'),
      text('b'),
      text('c', 1),
      { kind: 'disclosure', disclosure: change },
      finish,
      { ...finish, choice: 1 },
      end,
    ]);
    expect(
      frames.map(({ choices, parlance: told, done }) => [
        JSON.stringify(choices),
        told === undefined || told === null ? null : Object.keys(told).length,
        done,
      ]),
    ).toEqual([
      ['[{"index":0,"delta":{"role":"assistant","content":"a"},"finish_reason":null}]', null, undefined],
      ['[{"index":0,"delta":{"content":"b"},"finish_reason":null}]', null, undefined],
      ['[{"index":1,"delta":{"role":"assistant","content":"c"},"finish_reason":null}]', null, undefined],
      ['[{"index":0,"delta":{},"finish_reason":null}]', 1, undefined],
      ['[{"index":0,"delta":{},"finish_reason":"stop"}]', null, undefined],
      ['[{"index":1,"delta":{},"finish_reason":"stop"}]', Object.keys(parlance).length, undefined],
      [undefined, null, true],
    ]);
  });

  test('gives the usage on a last chunk of its own, when asked', () => {
    expect(stream([text('a'), finish, end], true).at(-2)).toMatchObject({
      choices: [],
      usage: { total_tokens: 3 },
      parlance: { ending: 'done' },
    });
    expect(JSON.stringify(stream([text('a'), finish, end]))).not.toContain('total_tokens');
  });

  test('ends with an error and no [DONE] when it broke, whatever had finished', () => {
    const frames = stream([text('a'), finish, broken], true);
    expect(frames).toHaveLength(2);
    expect(errorEnvelope.parse(frames[1]).error.code).toBe('upstream_truncated');
    expect(frames[1]).toMatchObject({ parlance: { ending: 'outage' } });
    expect(JSON.stringify(frames)).not.toContain('"stop"');
  });
});

describe('a turn as one answer', () => {
  test('joins what was said by choice and channel', async () => {
    const { fault, body } = await whole([
      text('a', 1),
      text('b'),
      { ...text('r'), channel: 'reasoning' } as TurnEvent,
      text('c'),
      finish,
      end,
    ]);
    expect(fault).toBeNull();
    expect(body['choices']).toMatchObject([
      { index: 0, message: { content: 'bc', reasoning_content: 'r', refusal: null }, finish_reason: 'stop' },
      { index: 1, message: { content: 'a' } },
    ]);
  });

  test('is a fault when it broke', async () => {
    expect((await whole([text('a'), broken])).fault?.code).toBe('upstream_truncated');
  });

  test('keeps the help for a person in distress and nothing else when it broke', async () => {
    const safety = [{ id: 'e', kind: 'emergency', number: '112', name: 'E', what: '', source: '' }];
    const help: TurnEvent = {
      kind: 'text',
      choice: 0,
      channel: 'content',
      delta: 'Call 112.',
      mark: { kind: 'addition', disclosure: 'a1' },
    };
    const omission = {
      ...change,
      kind: 'omit',
      type: 'advertising',
      authority: null,
      rationale: { lang: 'en', text: '' },
      redress: null,
      id: 'd1',
    } as const;
    const told = { ...parlance, ending: 'outage', safety, disclosures: [change, omission], changes: { omitted: 1, added: 1 } } as const;
    const answer = await whole([
      help,
      { kind: 'disclosure', disclosure: change },
      text('Half an ans'),
      text('other', 1),
      { kind: 'tool', choice: 0, call: { index: 0, id: 'x', name: 'f', arguments: '{}' } },
      {
        kind: 'end',
        fault: { code: 'upstream_truncated', message: '' },
        usage: null,
        parlance: { ...told, disclosures: [...told.disclosures] },
      },
    ]);
    expect(answer.fault).toBeNull();
    expect(JSON.stringify(answer.body)).not.toMatch(/Half|other|tool_calls/);
    expect(answer.body).toMatchObject({
      choices: [{ message: { content: 'Call 112.' } }],
      parlance: { ending: 'outage', changes: { omitted: 0, added: 1 } },
    });
  });

  test('without an end is an error of ours', async () => {
    await expect(whole([text('a'), finish])).rejects.toThrow('without its end');
  });
});
