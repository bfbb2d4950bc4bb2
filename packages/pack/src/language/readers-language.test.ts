import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DetectOptions } from './detect-options.ts';
import { readersLanguage, type ReaderSays } from './readers-language.ts';

const estonia: DetectOptions = {
  languages: ['et', 'ru', 'en'],
  fallback: 'et',
  scripts: new Map([
    ['et', ['Latn']],
    ['ru', ['Cyrl']],
    ['en', ['Latn']],
  ]),
};
const morocco: DetectOptions = { languages: ['ar', 'fr'], fallback: 'ar' };
const serbia: DetectOptions = {
  languages: ['sr', 'hu'],
  fallback: 'sr',
  scripts: new Map([
    ['sr', ['Latn', 'Cyrl']],
    ['hu', ['Latn']],
  ]),
};
const atlas: DetectOptions = {
  languages: ['ar', 'fr', 'zgh'],
  fallback: 'ar',
  scripts: new Map([
    ['ar', ['Arab']],
    ['fr', ['Latn']],
    ['zgh', ['Tfng', 'Latn', 'Arab']],
  ]),
};

const russian = 'Как мне продлить вид на жительство?';

describe('the order', () => {
  const all: Required<ReaderSays> = { requested: 'en', chosen: 'et', text: russian, page: 'et', accepted: 'et' };

  test.each([
    { name: 'the request', says: all, language: 'en', by: 'request' },
    { name: 'a choice that a surface keeps', says: { ...all, requested: undefined }, language: 'et', by: 'choice' },
    { name: 'the text', says: { ...all, requested: undefined, chosen: undefined }, language: 'ru', by: 'text' },
    { name: 'the page, where the text says little', says: { text: 'ID', page: 'ru', accepted: 'et' }, language: 'ru', by: 'page' },
    { name: 'the browser', says: { text: '112?', accepted: 'fi, en-GB;q=0.9, et;q=0.8' }, language: 'en', by: 'accept-language' },
    { name: 'a text that says little, before the default', says: { text: 'passport' }, language: 'en', by: 'weak-text' },
    { name: 'nobody, so that the defaults decide', says: { text: '🙂 112' }, language: null, by: null },
  ] as const)('is led by $name', ({ says, language, by }) => {
    expect(readersLanguage(says, estonia)).toMatchObject({ language, by });
  });

  test('a person who writes Russian with an Estonian browser gets Russian', () => {
    expect(readersLanguage({ text: russian, accepted: 'et-EE,et;q=0.9,en;q=0.8' }, estonia)).toMatchObject({ language: 'ru', by: 'text' });
  });

  test('a language that the pack does not speak is passed over, whoever asks for it', () => {
    const says = { requested: 'fr', chosen: 'de', text: '?', page: 'fi', accepted: 'sv, lv, ru;q=0.1' };
    expect(readersLanguage(says, estonia)).toMatchObject({ language: 'ru', by: 'accept-language' });
  });
});

describe('a text in a language that the pack does not speak', () => {
  const spanish = '¿Cómo puedo renovar mi permiso de residencia en este país?';
  const ukrainian = 'Як мені продовжити дозвіл на проживання в цій країні?';

  test('is answered in English where the pack speaks it', () => {
    expect(readersLanguage({ text: spanish }, estonia)).toMatchObject({ language: 'en', unspoken: 'es' });
  });

  test('is answered in the language of the browser first', () => {
    expect(readersLanguage({ text: spanish, accepted: 'es, et;q=0.5' }, estonia)).toMatchObject({
      language: 'et',
      by: 'accept-language',
      unspoken: 'es',
    });
  });

  test('is answered in the language of its letters when they are not Latin', () => {
    expect(readersLanguage({ text: ukrainian }, estonia)).toMatchObject({ language: 'ru', unspoken: 'uk' });
  });

  test('is answered in the nearest where there is no English', () => {
    expect(readersLanguage({ text: spanish }, morocco)).toMatchObject({ language: 'fr', unspoken: 'es' });
  });

  test('in letters that the pack does not use leads to English', () => {
    expect(readersLanguage({ text: 'Πώς μπορώ να ανανεώσω την άδεια διαμονής μου;' }, estonia)).toMatchObject({
      language: 'en',
      unspoken: 'el',
    });
  });
});

describe('the script', () => {
  test.each([
    ['named in the request', { requested: 'sr-Cyrl', text: '' }, 'Cyrl'],
    ['named by the browser', { text: '', accepted: 'sr-Cyrl-RS' }, 'Cyrl'],
    ['in which the person writes', { text: 'Како да добијем нови пасош?' }, 'Cyrl'],
    ['that the language is not written in is passed over', { requested: 'sr-Arab', text: '' }, null],
    ['that nobody names is left to the pack', { requested: 'sr', text: '' }, null],
  ] as const)('%s', (_name, says, script) => {
    expect(readersLanguage(says, serbia)).toMatchObject({ language: 'sr', script });
  });

  test('Tifinagh is Tamazight', () => {
    expect(readersLanguage({ text: 'ⴰⵣⵓⵍ, ⵎⴰⵏⵉⴽ ⴰⴷ ⵙⴽⵔⵖ ⴰⴱⴰⵙⴱⵓⵔ?' }, atlas)).toMatchObject({ language: 'zgh', by: 'text', script: 'Tfng' });
  });

  test('a second script of a language takes nothing from one that has it first', () => {
    expect(readersLanguage({ text: 'كيف أجدد جواز السفر' }, atlas).language).toBe('ar');
    expect(readersLanguage({ text: 'Comment renouveler mon passeport ?' }, atlas).language).toBe('fr');
  });
});

test('anything that anybody says gives a language of the pack or none', () => {
  const word = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(fc.record({ requested: word, chosen: word, text: fc.string({ unit: 'binary' }), page: word, accepted: word }), (says) => {
      const { language, by } = readersLanguage(says, estonia);
      expect([null, ...estonia.languages]).toContain(language);
      expect(by === null).toBe(language === null);
    }),
  );
});
