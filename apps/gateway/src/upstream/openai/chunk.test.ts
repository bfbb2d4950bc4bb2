import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAny, readCompletion } from './chunk.ts';

const of = (delta: unknown, more: object = {}) => ({ choices: [{ index: 0, delta, ...more }] });
const codes = (value: unknown) => readCompletion(value).map((event) => (event.kind === 'fault' ? event.code : event.kind));

describe('a chunk', () => {
  test('gives its texts by channel, reasoning first', () => {
    expect(readCompletion(of({ role: 'assistant', content: 'c', refusal: 'r', reasoning_content: 't' }))).toEqual([
      { kind: 'text', choice: 0, channel: 'reasoning', delta: 't' },
      { kind: 'text', choice: 0, channel: 'content', delta: 'c' },
      { kind: 'text', choice: 0, channel: 'refusal', delta: 'r' },
    ]);
    expect(codes(of({ reasoning_content: '', reasoning: 't' }))).toEqual(['text']);
  });

  test.each([
    ['stop', 'stop'],
    ['eos', 'stop'],
    ['length', 'length'],
    ['tool_calls', 'tool_calls'],
    ['content_filter', 'content_filter'],
  ])('%s is the reason %s', (written, reason) => {
    expect(readCompletion(of({}, { finish_reason: written }))).toEqual([{ kind: 'finish', choice: 0, reason }]);
  });

  test.each(['error', 'abort', 'cancelled'])('%s is no good end', (reason) => {
    expect(codes(of({ content: 'x' }, { finish_reason: reason }))).not.toContain('finish');
  });

  test.each([null, '', undefined])('%s is no reason', (reason) => {
    expect(codes(of({ content: 'x' }, { finish_reason: reason }))).toEqual(['text']);
  });

  test('usage is read, and a total that is missing is the sum', () => {
    expect(readCompletion({ choices: [], usage: { prompt_tokens: 2, completion_tokens: 3 } })).toEqual([
      { kind: 'usage', usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 } },
    ]);
    expect(codes({ choices: [], usage: null })).toEqual([]);
  });

  test.each([
    [null],
    [[]],
    ['x'],
    [{}],
    [{ choices: 'x' }],
    [of({ content: 5 })],
    [of({ content: [{ text: 'x' }] })],
    [of({ aside: 'x' })],
    [of({ audio: { transcript: 'x' } })],
    [of({ function_call: { name: 'f', arguments: '{}' } })],
    [of({ content: 'x', role: 'Once upon a time' })],
    [of({ content: 'x', name: 'aside' })],
    [of({ tool_calls: [{ index: 0, function: { name: 'f', arguments: '{}', note: 'x' } }] })],
    [of({ tool_calls: [{ index: 0, type: 'custom', custom: { input: 'x' } }] })],
    [of({ tool_calls: [{ index: 0, type: 'an aside', function: { name: 'f' } }] })],
    [of({ reasoning: 'x', reasoning_details: [{ type: 'reasoning.text', text: 'y' }] })],
    [of({ reasoning_details: [{ type: 'reasoning.new', thought: 'y' }] })],
    [of({ reasoning_details: [{ type: 'reasoning.text', text: 'x', aside: 'y' }] })],
    [of({ reasoning_details: [{ type: 'reasoning.text', text: 'x', format: 'Once upon a time' }] })],
    [of({ reasoning_details: ['x'] })],
    [of({ reasoning_details: 'x' })],
    [{ choices: [], usage: { prompt_tokens: 1e300 } }],
    [{ choices: [], usage: { prompt_tokens: -1 } }],
    [{ choices: [{ index: -1, delta: {} }] }],
    [{ choices: [{ index: 1000, delta: {} }] }],
    [{ choices: [{ index: 0, text: 'legacy' }] }],
    [{ choices: [{ index: 0, delta: {}, content: 'x' }] }],
    [{ choices: [{ index: 0, delta: { content: 'x' } }], output_text: 'y' }],
  ])('%j is not known and is refused', (value) => {
    expect(codes(value)).toEqual(['upstream_malformed']);
  });

  test.each([
    ['alone', {}],
    ['beside the same text', { reasoning: 'I think.' }],
    ['beside the same text under both names', { reasoning: 'I think.', reasoning_content: 'I think.' }],
  ])('has its reasoning also in details, %s', (_place, more) => {
    const details = [
      { type: 'reasoning.text', text: 'I ', index: 0, format: 'unknown', signature: null },
      { type: 'reasoning.summary', summary: 'think.', index: 1 },
      { type: 'reasoning.encrypted', data: 'b3BhcXVl', id: 'r1', index: 2 },
    ];
    expect(readCompletion(of({ ...more, content: 'c', reasoning_details: details }))).toEqual([
      { kind: 'text', choice: 0, channel: 'reasoning', delta: 'I think.' },
      { kind: 'text', choice: 0, channel: 'content', delta: 'c' },
    ]);
  });

  test('has no text where reasoning is only signed or encrypted', () => {
    expect(readCompletion(of({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'x' }] }))).toEqual([]);
    expect(readCompletion(of({ reasoning_details: [{ type: 'reasoning.text', signature: 'x' }] }))).toEqual([]);
  });

  test.each([
    [
      { prompt_tokens: 1.2, completion_tokens: 2.5, total_tokens: 3.7 },
      { prompt_tokens: 2, completion_tokens: 3, total_tokens: 4 },
    ],
    [{ prompt_tokens: 0.1 }, { prompt_tokens: 1, completion_tokens: 0, total_tokens: 1 }],
    [
      { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7, prompt_tokens_details: { cached_tokens: 1.5, audio_tokens: null } },
      { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7, prompt_tokens_details: { cached_tokens: 2 } },
    ],
  ])('counts in whole tokens: %j', (usage, counted) => {
    expect(readCompletion({ choices: [], usage })).toEqual([{ kind: 'usage', usage: counted }]);
  });

  test('an error is no answer, and its words go no further', () => {
    expect(JSON.stringify(readCompletion({ error: { message: 'psst' } }))).not.toContain('psst');
    expect(codes({ error: { message: 'psst' } })).toEqual(['upstream_unavailable']);
  });

  test('is read the same on the quick way as on the whole one', () => {
    const counts = { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 };
    const usages = [
      counts,
      { ...counts, aside: 'x' },
      { prompt_tokens: 2 },
      { ...counts, total_tokens: -1 },
      { ...counts, total_tokens: Infinity },
      { ...counts, prompt_tokens: 1.5 },
      { ...counts, completion_tokens_details: { reasoning_tokens: 2 } },
    ];
    const some = fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'x',
      0,
      1,
      false,
      {},
      [],
      ['x'],
      { error: 'x' },
      'stop',
      'STOP',
      'error',
      ...usages,
    );
    const members = (...names: readonly string[]) =>
      fc.dictionary(fc.constantFrom(...names), some, { maxKeys: 2 }).map((more): Record<string, unknown> => more);
    const delta = fc.tuple(
      fc.constantFrom({}, { content: 'x' }, { role: 'assistant', content: 'x' }, { role: 'aside', content: 'x' }),
      members('content', 'role', 'refusal', 'aside', 'tool_calls'),
    );
    const choice = fc.tuple(
      fc.constantFrom({}, { index: 0 }, { index: 0, finish_reason: null }, { index: 0, finish_reason: 'stop' }),
      delta,
      members('index', 'finish_reason', 'logprobs', 'error', 'text', 'message'),
    );
    const chunk = fc.tuple(fc.array(choice, { maxLength: 2 }), members('id', 'usage', 'error', 'system_fingerprint', 'choices'));
    fc.assert(
      fc.property(chunk, ([choices, more]) => {
        const value = {
          choices: choices.map(([first, [said, aside], rest]) => ({ ...first, delta: { ...said, ...aside }, ...rest })),
          ...more,
        };
        expect(readCompletion(value)).toEqual(readAny(value));
      }),
      { numRuns: 5000 },
    );
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, delta) => {
        expect(Array.isArray(readCompletion(value))).toBe(true);
        expect(Array.isArray(readCompletion(of(delta)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
