import { describe, expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';

const receipt = { status: 'promised', nonce: 'bm9uY2U=', record: { v: 1 }, promise: { note: 'n', index: 0, path: '' } };
const answer = (choices: unknown, parlance: unknown = { receipt }) => JSON.stringify({ choices, parlance });
const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{"b":1}' } };

describe('a saved answer', () => {
  test('gives its texts by choice, then reasoning, content, refusal and tool calls', () => {
    const choices = [
      { index: 1, message: { content: 'second' } },
      { index: 0, message: { content: 'first', refusal: 'no', reasoning_content: 'hm', tool_calls: [call] } },
    ];
    expect(readAnswer(answer(choices))?.delivered).toEqual([
      { choice: 0, channel: 'reasoning', text: 'hm' },
      { choice: 0, channel: 'content', text: 'first' },
      { choice: 0, channel: 'refusal', text: 'no' },
      { choice: 0, channel: 'tool', text: '[{"arguments":"{\\"b\\":1}","id":"c","name":"f"}]' },
      { choice: 1, channel: 'content', text: 'second' },
    ]);
  });

  test('gives its receipt as it came', () => {
    const saved = readAnswer(answer([]));
    expect(JSON.parse(saved?.receipt ?? '')).toEqual({ v: 1, record: receipt.record, promise: receipt.promise, proved: null });
    expect(saved?.nonce).toBe(receipt.nonce);
  });

  test.each(['', 'x', '[]', '{}', answer([], {}), answer([], { receipt: { status: 'not_recorded' } }), answer('x')])(
    '%j is none',
    (text) => {
      expect(readAnswer(text)).toBeNull();
    },
  );
});
