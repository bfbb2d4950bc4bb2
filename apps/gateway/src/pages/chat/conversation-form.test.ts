import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConversation } from './conversation-form.ts';

const turn = (question: string, answer = 'b'): string => JSON.stringify({ q: question, a: answer, l: 'en', c: [1, 2], r: 'id' });

test('a turn is read as it was carried', () => {
  expect(readConversation({ q: ' x ', turn: turn('a') })).toMatchObject({
    question: 'x',
    isCut: false,
    number: 2,
    earlier: [{ question: 'a', answer: 'b', language: 'en', changes: { omitted: 1, added: 2 }, receipt: 'id' }],
  });
});

describe('what is left behind', () => {
  test('is the oldest of more than twenty turns', () => {
    const turns = Array.from({ length: 25 }, (_, index) => turn(`q${index}`));
    const { earlier, isCut } = readConversation({ turn: turns });
    expect(earlier.map(({ question }) => question)).toEqual(Array.from({ length: 20 }, (_, index) => `q${index + 5}`));
    expect(isCut).toBe(true);
  });

  test('is what does not fit, and all before it', () => {
    const { earlier, isCut } = readConversation({
      turn: [turn('small'), turn('big', 'x'.repeat(60_000)), turn('c', 'y'.repeat(10_000)), turn('d')],
    });
    expect(earlier.map(({ question }) => question)).toEqual(['c', 'd']);
    expect(isCut).toBe(true);
  });

  test.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['a turn without an answer', '{"q":"a","l":"en","c":[0,0]}'],
    ['a turn with a count below 0', '{"q":"a","a":"b","l":"en","c":[-1,0]}'],
    ['a turn with a count that is no number', '{"q":"a","a":"b","l":"en","c":["1",0]}'],
    ['a turn with a language of a kilobyte', JSON.stringify({ q: 'a', a: 'b', l: 'e'.repeat(1000), c: [0, 0] })],
  ])('is %s', (_name, value) => {
    expect(readConversation({ turn: [value, turn('good')] })).toMatchObject({ isCut: true, earlier: [{ question: 'good' }] });
  });
});

test('starting anew leaves what was said and keeps the choices', () => {
  expect(readConversation({ anew: 'et', q: 'draft', turn: turn('a'), number: '2', lang: 'en', level: 'easy', shared: '1' })).toMatchObject({
    question: '',
    changeTo: 'et',
    earlier: [],
    number: 1,
    isCut: false,
    choices: { level: 'easy', script: null, isShared: true },
  });
});

test('no value of any field is refused, and what cannot be read counts as absent', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(null), fc.integer(), fc.object({ maxDepth: 1 }));
  const names = ['q', 'lang', 'to', 'ticket', 'turn', 'number', 'level', 'script', 'shared', 'part', 'stop', 'anew'];
  fc.assert(
    fc.property(fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)), (form) => {
      const { number, ticket, choices } = readConversation(typeof form === 'object' && !Array.isArray(form) ? form : null);
      expect(Number.isInteger(number) && number >= 1).toBe(true);
      expect(ticket === null || /^[\w-]{22}$/.test(ticket)).toBe(true);
      expect([null, 'standard', 'plain', 'easy']).toContain(choices.level);
    }),
  );
});
