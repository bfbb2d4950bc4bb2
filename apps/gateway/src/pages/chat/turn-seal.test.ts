import { createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EarlierTurn } from '@parlance/web';
import { turnSeal } from './turn-seal.ts';

const digest = `sha256:${'0'.repeat(64)}` as const;

const turn: EarlierTurn = {
  conversation: 'abc',
  number: 2,
  question: 'Сколько стоит паспорт?',
  answer: 'Пошлина 45 евро. '.repeat(60),
  marks: [{ start: 0, end: 3, mark: { kind: 'addition', disclosure: 'a1' } }],
  language: 'ru',
  changes: { omitted: 0, added: 1 },
  ending: 'done',
  isRefused: false,
  isCutShort: false,
  receipt: { id: 'r', nonce: 'n', deadline: '2026-11-22T10:00:00Z', isWhole: true },
  isRecorded: true,
  disclosures: [],
  sources: [],
  facts: {
    answered_by: { model: 'parlance', upstream: 'cards', jurisdiction: 'EE', fallback_from: null },
    pack: { id: 'EE', version: '1.0.0', digest },
    charter: { version: '1', digest },
    egress: { jurisdiction: null, policy: 'home', classes: {}, judge: null, embeddings: null },
    layers: [{ name: 'charter', digest }],
    localization: {
      ...{ language: 'ru', script: 'Cyrl', register: 'formal', address: 'formal-you', reading_level: 'plain' },
      by: { language: 'text', script: 'country', register: 'country', address: 'country', reading_level: 'country' },
      ...{ unspoken: null, under_18: null, asked_of_model: false },
    },
    services: [{ id: 'passport', title: 'Паспорт', office: 'police' }],
  },
};

const seal = turnSeal(new Uint8Array(32).fill(1));

test('a turn comes back as it was told, whatever was said in it, and goes along under the same value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (question, answer) => {
      const value = seal.seal({ ...turn, question, answer });
      expect(seal.open(value)).toEqual({ ...turn, question: question.toWellFormed(), answer: answer.toWellFormed(), carried: value });
    }),
  );
});

test('a turn that came plain comes back as it was told, in HTML that knows no controls, and goes along packed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (answer) => {
      const plain = seal.sealPlain({ ...turn, answer });
      expect(plain).not.toMatch(/\p{Cc}|\p{Cs}/u);
      expect(seal.open(plain)).toEqual({ ...turn, answer: answer.toWellFormed(), carried: seal.seal({ ...turn, answer }) });
    }),
  );
  expect(seal.sealPlain({ ...turn, answer: '\u0085\u007f' })).toContain('\\u0085\\u007f');
});

test('what a browser packs is what was told plain', () => {
  const plain = seal.sealPlain(turn);
  const [mac, json] = [plain.slice(0, 22), plain.slice(22)];
  expect(seal.open(`${mac}.${deflateRawSync(json, { level: 1 }).toString('base64url')}`)).toMatchObject(turn);
});

test('a turn as servers before this one signed it is refused: it lacks what a page shows of it', () => {
  const older = JSON.stringify(turn, (name, value: unknown) => (name === 'facts' || name === 'isRecorded' ? undefined : value));
  const key = new Uint8Array(32).fill(1);
  const signedAs = (context: string, json: string): string =>
    createHmac('sha256', key).update(context).update(json).digest().subarray(0, 16).toString('base64url') + json;
  expect(seal.open(signedAs('parlance turn 2\n', older))).toBeNull();
  expect(seal.open(signedAs('parlance turn 3\n', older))).toBeNull();
  expect(seal.open(signedAs('parlance turn 3\n', JSON.stringify(turn)))).toMatchObject(turn);
});

test('a form sends the value as it is, and an answer in Cyrillic takes fewer bytes than it has letters', () => {
  const value = seal.seal(turn);
  expect(new URLSearchParams({ turn: value }).toString()).toBe(`turn=${value}`);
  expect(value.length).toBeLessThan(turn.answer.length);
});

describe('a value that this server did not write is no turn', () => {
  const value = seal.seal(turn);
  const [mac = '', packed = ''] = value.split('.');
  const other = seal.seal({ ...turn, answer: 'Пошлины нет.' });

  test.each([
    ['of another key', turnSeal(new Uint8Array(32).fill(2)).seal(turn)],
    ['with the MAC of another turn', `${mac}.${other.split('.')[1] ?? ''}`],
    ['without a MAC', packed],
    ['with an empty MAC', `.${packed}`],
    ['with half a MAC', `${mac.slice(0, 11)}.${packed}`],
    ['with a longer MAC', `${mac}AAAA.${packed}`],
    ['with more behind it', `${value}.${packed}`],
    ['that is empty', ''],
    ['plain, with a letter more', `${seal.sealPlain(turn)} `],
    ['plain, with the MAC of another turn', mac + seal.sealPlain({ ...turn, answer: 'No.' }).slice(22)],
    ['plain, with a point before it', seal.sealPlain(turn).replace('{', '.{')],
    ['packed, of something that is not packed', `${mac}.${Buffer.from('nothing').toString('base64url')}`],
    ['packed, of ever more', `${mac}.${deflateRawSync(Buffer.alloc(8_000_000)).toString('base64url')}`],
    ['of plain JSON', JSON.stringify(turn)],
  ])('%s', (_name, forged) => {
    expect(seal.open(forged)).toBeNull();
  });

  test('with any one letter changed', () => {
    for (let at = 0; at < value.length; at++) {
      const changed = `${value.slice(0, at)}${value[at] === 'x' ? 'y' : 'x'}${value.slice(at + 1)}`;
      const opened = seal.open(changed);
      // The last letters of Base64 have bits that mean nothing: then it is the same turn.
      if (opened !== null) expect(opened).toEqual({ ...turn, carried: changed });
      if (at < mac.length - 1) expect(opened).toBeNull();
    }
  });

  test('nor one of a form that this version does not know', () => {
    const later: object = { ...turn, ending: 'unheard-of' };
    expect(seal.open(seal.seal({ ...turn, ...later }))).toBeNull();
  });
});
