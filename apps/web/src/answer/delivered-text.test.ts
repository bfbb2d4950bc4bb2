import { type TurnEvent } from '@parlance/wire';
import { expect, test } from 'vitest';
import { createDeliveredText } from './delivered-text.ts';

function jsonOf(events: readonly TurnEvent[]): unknown {
  const delivered = createDeliveredText();
  for (const event of events) delivered.add(event);
  return JSON.parse(delivered.json());
}

const said = (delta: string, channel: 'content' | 'reasoning', choice = 0): TurnEvent => ({
  kind: 'text',
  choice,
  channel,
  delta,
  mark: null,
});

test('the texts are whole, by choice and then by channel, however they came', () => {
  expect(jsonOf([said('b', 'content', 1), said('a', 'content'), said('r', 'reasoning'), said('c', 'content')])).toEqual([
    { choice: 0, channel: 'reasoning', text: 'r' },
    { choice: 0, channel: 'content', text: 'ac' },
    { choice: 1, channel: 'content', text: 'b' },
  ]);
});

test('calls of tools are one text of canonical JSON', () => {
  const call = { index: 0, id: 'c1', name: 'f', arguments: '{"a":1}' };
  expect(jsonOf([{ kind: 'tool', choice: 0, call }])).toEqual([
    { choice: 0, channel: 'tool', text: '[{"arguments":"{\\"a\\":1}","id":"c1","name":"f"}]' },
  ]);
});

test('half a pair of surrogates becomes what it is on the way to the reader', () => {
  expect(jsonOf([said('a\uD83D', 'content')])).toEqual([{ choice: 0, channel: 'content', text: 'a\u{FFFD}' }]);
});
