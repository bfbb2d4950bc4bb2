import {
  compile,
  cutSentences,
  forgedNoticeRule,
  judgedFrom,
  noSentence,
  type OmitRule,
  questionsOf,
  restOfSentences,
} from '@parlance/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChannelOptions, finishChannel, startChannel, stepChannel, stepSentence } from './channel.ts';

const hate: OmitRule = {
  kind: 'omit',
  id: 'xx.hate',
  version: '1',
  cause: 'law',
  type: 'hate-speech',
  matcher: {},
  classifier: { policy: { en: 'Texts that insult.' }, onFailure: 'omit-sentence' },
  rationale: { en: 'So says the act.' },
};
const privacy: OmitRule = {
  kind: 'omit',
  id: 'xx.privacy',
  version: '1',
  cause: 'privacy',
  type: 'personal-identifier',
  matcher: { identifiers: ['ee.isikukood', 'phone', 'iban', 'card', 'email'] },
  rationale: { en: 'It identifies a person.' },
};
const { screen } = compile([forgedNoticeRule('1'), hate, privacy]);
const context: ChannelOptions['context'] = {
  choice: 0,
  channel: 'content',
  language: 'en',
  wording: { marker: (_, number) => `${number}`, notice: () => 'notice', unjudged: () => '', additionLabel: () => '' },
  prose: true,
  typed: ['37605030299'],
};
const originals: ChannelOptions['originals'] = new Map([
  ['⟦isikukood-1⟧', { text: '37605030299', identifier: 'ee.isikukood' }],
  ['⟦isikukood-2⟧', { text: '49403136526', identifier: 'ee.isikukood' }],
  ['⟦phone-1⟧', { text: '51234567', identifier: 'phone' }],
  ['⟦iban-1⟧', { text: 'EE382200221020145685', identifier: 'iban' }],
  ['⟦card-1⟧', { text: '4111 1111 1111 1111', identifier: 'card' }],
  ['⟦brackets-1⟧', { text: '(x)', identifier: null }],
  ['⟦bsn-1⟧', { text: '111222333', identifier: 'nl.bsn' }],
]);
const secrets = /49403136526|51234567|EE3822|4111/u;

/** What is delivered of judged text that comes in pieces, when every sentence with the word canary is judged covered. */
function judged(chunks: readonly string[]): { readonly text: string; readonly isConserved: boolean } {
  let state = startChannel({ screen: screen!, originals, context });
  let sentences = noSentence;
  let text = '';
  const take = (cut: readonly string[]): void => {
    for (const sentence of cut) {
      const questions = questionsOf(screen!, sentence);
      const verdict = sentence.includes('canary') ? 'covered' : 'not-covered';
      const [next, events] = stepSentence(
        state,
        sentence,
        judgedFrom(
          questions,
          questions.roles.map(() => verdict),
        ),
      );
      state = next;
      text += events.map((event) => (event.kind === 'text' ? event.delta : '')).join('');
    }
  };
  for (const chunk of chunks) {
    const [next, cut] = cutSentences(sentences, chunk);
    sentences = next;
    take(cut);
  }
  take(restOfSentences(sentences));
  const { events, isConserved } = finishChannel(state);
  return { text: text + events.map((event) => (event.kind === 'text' ? event.delta : '')).join(''), isConserved };
}

describe('a sentence that is judged covered, in an answer with pseudonyms', () => {
  test.each([
    'All is fine. ⟦Some canary words here. All is well again.',
    'All is fine. Some ⟦canary words here. All is well again.',
    'Some ⟦canary words.',
    '- ⟦canary one\n- ⟦canary two\n- fine',
  ])('is left out whole also behind a bracket that does not close: %j', (text) => {
    const { text: delivered, isConserved } = judged([text]);
    expect(delivered).not.toMatch(/canary|words|one|two/u);
    expect(isConserved).toBe(true);
  });

  test('is left out whole, whatever brackets stand around it and however it is cut', () => {
    const part = fc.constantFrom(
      '⟦',
      '⟧',
      '⟦isikukood-1⟧',
      '⟦isiku',
      ' ',
      '. ',
      '\n',
      'canary ',
      'canary',
      'fine',
      '\ud83d',
      '\ude00',
      'x'.repeat(60),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const whole = judged([parts.join('')]);
        expect(whole.text).not.toContain('canary');
        expect(whole.isConserved).toBe(true);
        expect(judged(parts)).toEqual(whole);
      }),
    );
  });
});

/** What is delivered of text that comes in pieces, without its footnotes. */
function unjudged(chunks: readonly string[]): { readonly text: string; readonly isConserved: boolean } {
  let state = startChannel({ screen: screen!, originals, context });
  const told = [];
  for (const chunk of chunks) {
    const [next, events] = stepChannel(state, chunk);
    state = next;
    told.push(...events);
  }
  const { events, isConserved } = finishChannel(state);
  const text = [...told, ...events].map((event) => (event.kind === 'text' && event.mark?.kind !== 'notice' ? event.delta : '')).join('');
  return { text, isConserved };
}

describe('what the reader did not type', () => {
  test.each([
    ['Anna see ⟦isikukood-2⟧le edasi', 'Anna see ⟦1⟧le edasi'],
    ['kood⟦isikukood-2⟧', 'kood⟦1⟧'],
    ['helista ⟦phone-1⟧le', 'helista ⟦1⟧le'],
    ['konto ⟦iban-1⟧lt', 'konto ⟦1⟧lt'],
    ['kaart ⟦Card-1⟧ga', 'kaart ⟦1⟧ga'],
    ['⟦isikukood-2⟧⟦isikukood-2⟧', '⟦1⟧'],
  ])('is left out where its pseudonym stood, whatever stands against it: %s', (text, expected) => {
    expect(unjudged([text])).toEqual({ text: expected, isConserved: true });
  });

  test.each([
    ['kood⟦isikukood-1⟧le', 'kood37605030299le'],
    ['⟦brackets-1⟧y', '(x)y'],
    ['no rule looks for x⟦bsn-1⟧y', 'no rule looks for x111222333y'],
  ])('but what they typed is given back, and what no rule looks for: %s', (text, expected) => {
    expect(unjudged([text])).toEqual({ text: expected, isConserved: true });
  });

  test('is never delivered, however the answer is cut', () => {
    const names = [...originals.keys()];
    const part = fc.constantFrom(
      ...names,
      ...names,
      'le',
      ' ',
      '. ',
      '\n',
      '5',
      '-',
      '⟦',
      '⟧',
      'telefon ',
      '\ud83d',
      '\ude00',
      '\u0301',
      'x'.repeat(50),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), fc.boolean(), (parts, isSplit) => {
        const text = parts.join('');
        const whole = unjudged([text]);
        expect(whole.text).not.toMatch(secrets);
        expect(whole.isConserved).toBe(true);
        expect(unjudged(isSplit ? text.split('') : parts)).toEqual(whole);
        expect(judged(parts).text).not.toMatch(secrets);
      }),
      { numRuns: 500 },
    );
  });
});
