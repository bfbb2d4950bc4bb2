import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CarriedTurn } from '@parlance/web';
import { readConversation, readStart } from './conversation-form.ts';

const digest = `sha256:${'0'.repeat(64)}` as const;

const facts: CarriedTurn['facts'] = {
  answered_by: { model: 'parlance', upstream: 'cards', jurisdiction: 'EE', fallback_from: null },
  pack: { id: 'EE', version: '1.0.0', digest },
  charter: { version: '1', digest },
  egress: { jurisdiction: null, policy: 'home', classes: {}, judge: null, embeddings: null },
  layers: [],
  localization: {
    ...{ language: 'ru', script: 'Cyrl', register: 'formal', address: 'formal-you', reading_level: 'plain' },
    by: { language: 'text', script: 'country', register: 'country', address: 'country', reading_level: 'country' },
    ...{ unspoken: null, under_18: null, asked_of_model: false },
  },
  services: [],
};

/** Opens `<conversation> <number> <question> <answer>`, and counts how often it was asked to. */
function opener(): { readonly open: (value: string) => CarriedTurn | null; readonly opened: string[] } {
  const opened: string[] = [];
  return {
    opened,
    open: (value) => {
      opened.push(value);
      const [conversation, number, question, answer] = value.split(' ');
      if (conversation === undefined || question === undefined || answer === undefined) return null;
      return {
        ...{ conversation, number: Number(number), question, answer, marks: [], language: 'en', changes: { omitted: 0, added: 0 } },
        ...{ ending: 'done', isRefused: false, isCutShort: false, receipt: null, isRecorded: true, disclosures: [], sources: [] },
        facts,
        carried: value,
      };
    },
  };
}

const read = (form: unknown) => readConversation(form, opener());
const questions = (form: unknown): readonly string[] => read(form).earlier.map(({ question }) => question);

test('a turn goes along as it was carried, and the next one has its conversation and the next number', () => {
  expect(read({ q: ' x ', turn: 'c 7 a b' })).toMatchObject({
    ...{ question: 'x', left: 'nothing', number: 8, conversation: 'c' },
    earlier: [{ question: 'a', answer: 'b', carried: 'c 7 a b' }],
  });
});

test('a conversation that begins has a name that no other has', () => {
  expect(read({ q: 'x' }).conversation).toMatch(/^[\w-]{12}$/);
  expect(read({ q: 'x' }).conversation).not.toBe(read({ q: 'x' }).conversation);
});

describe('what is left out', () => {
  const turns = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c ${index + 1} q${index} a`);

  test('is the oldest of more than twenty turns, which are not even looked at', () => {
    const seal = opener();
    const { earlier, left } = readConversation({ turn: turns(100) }, seal);
    expect(earlier.map(({ question }) => question)).toEqual(Array.from({ length: 20 }, (_, index) => `q${index + 80}`));
    expect(left).toBe('oldest');
    expect(seal.opened).toHaveLength(20);
  });

  test('is what does not fit, and all before it', () => {
    const form = { turn: ['c 1 small a', `c 2 big ${'x'.repeat(60_000)}`, `c 3 c ${'y'.repeat(10_000)}`, 'c 4 d a'] };
    expect([questions(form), read(form).left]).toEqual([['c', 'd'], 'oldest']);
  });

  test.each([
    ['that cannot be opened', ['?', 'c 2 good a'], ['good']],
    ['of another conversation', ['d 1 other a', 'c 2 good a'], ['good']],
    ['that came later', ['c 3 later a', 'c 2 good a'], ['good']],
    ['that comes twice', ['c 2 good a', 'c 2 good a'], ['good']],
    ['before one that cannot be opened', ['c 1 before a', '?', 'c 3 good a'], ['good']],
    ['when the last cannot be opened', ['c 1 before a', '?'], []],
  ])('is a turn %s, and the page says that this server cannot tell', (_name, turn, left) => {
    expect([questions({ turn }), read({ turn }).left]).toEqual([left, 'unproved']);
  });

  test('is nothing of a conversation from which turns were taken back', () => {
    expect([questions({ turn: ['c 1 one a', 'c 4 four a'] }), read({ turn: ['c 1 one a', 'c 4 four a'] }).left]).toEqual([
      ['one', 'four'],
      'nothing',
    ]);
  });
});

test('an address chooses how the page is, and asks and says nothing', () => {
  const query = { q: 'x', turn: 'c 1 a b', ticket: 'A'.repeat(22), to: 'et', stop: '1', part: 'turn', number: '9' };
  expect(readStart({ ...query, lang: 'ru', level: 'easy', script: 'Cyrl', shared: '1' })).toMatchObject({
    ...{ question: '', language: 'ru', changeTo: undefined, ticket: null, earlier: [], number: 1, isPart: false, isStop: false },
    choices: { level: 'easy', script: 'Cyrl', isShared: true },
  });
});

test('starting anew leaves what was said and keeps the choices', () => {
  expect(read({ anew: 'et', q: 'draft', turn: 'c 1 a b', number: '2', lang: 'en', level: 'easy', shared: '1' })).toMatchObject({
    question: '',
    changeTo: 'et',
    earlier: [],
    number: 1,
    left: 'nothing',
    choices: { level: 'easy', script: null, isShared: true },
  });
});

test('no value of any field is refused, and what cannot be read counts as absent', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(null), fc.integer(), fc.object({ maxDepth: 1 }));
  const names = ['q', 'lang', 'to', 'ticket', 'turn', 'number', 'level', 'script', 'shared', 'part', 'stop', 'anew'];
  fc.assert(
    fc.property(fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)), (form) => {
      for (const each of [read(form), readStart(form)]) {
        const { number, ticket, choices } = each;
        expect(Number.isInteger(number) && number >= 1).toBe(true);
        expect(ticket === null || /^[\w-]{22}$/.test(ticket)).toBe(true);
        expect([null, 'standard', 'plain', 'easy']).toContain(choices.level);
      }
    }),
  );
});
