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
import { type ChannelOptions, finishChannel, startChannel, stepSentence } from './channel.ts';

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
const { screen } = compile([forgedNoticeRule('1'), hate]);
const context: ChannelOptions['context'] = {
  choice: 0,
  channel: 'content',
  language: 'en',
  wording: { marker: (_, number) => `${number}`, notice: () => 'notice', unjudged: () => '', additionLabel: () => '' },
  prose: true,
  typed: ['37605030299'],
};
const originals = new Map([['⟦isikukood-1⟧', '37605030299']]);

/** What is delivered of text that comes in pieces, when every sentence with the word canary is judged covered. */
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
