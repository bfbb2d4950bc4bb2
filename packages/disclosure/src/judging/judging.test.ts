import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FailureAction, safetyCorpus } from '@parlance/charter';
import { invert, type Segment } from '../edit.ts';
import { type OmitRule } from '../rule.ts';
import { splitText } from '../testing/arbitrary-text.ts';
import { runJudged, type Safeguard } from '../testing/judged-run.ts';
import { compiled, delivered, lawRule, privacyRule } from '../testing/sample-rules.ts';
import { type Verdict } from './effect.ts';
import { isSafetyInformation } from './safety-information.ts';
import { longestSentence, sentencesOf } from './sentences.ts';

const classifierRule = (onFailure: FailureAction, id = 'xx.law.2.judged'): OmitRule => ({
  ...lawRule,
  id,
  type: 'hate-speech',
  matcher: {},
  classifier: { policy: { en: 'Texts that insult.' }, onFailure },
});
const omits = compiled([classifierRule('omit-sentence')]);
const covers =
  (text: string): Safeguard =>
  (sentence) =>
    sentence.includes(text) ? 'covered' : 'not-covered';
/** What stands before the footnotes. */
const inline = (segments: readonly Segment[]): string => delivered(segments).split('\n\n⟦')[0] ?? '';
const upstreamOf = (segments: readonly Segment[]): string =>
  invert(
    delivered(segments),
    segments.flatMap((segment) => (segment.kind === 'edit' ? [segment.edit] : [])),
  );

describe('a sentence that a safeguard finds covered', () => {
  test('is one omission, and what ends it and what stands before it stay', () => {
    const { segments, disclosures } = runJudged(omits, ['- Fine one. A canary here! Fine two.\n- a canary, too\n- last'], covers('canary'));
    expect(inline(segments)).toBe('- Fine one. ⟦1: left out, hate-speech⟧! Fine two.\n- ⟦2: left out, hate-speech⟧\n- last');
    expect(disclosures.map(({ kind, decidedBy }) => ({ kind, decidedBy }))).toEqual([
      { kind: 'omit', decidedBy: 'safeguard' },
      { kind: 'omit', decidedBy: 'safeguard' },
    ]);
  });

  test('is one omission together with what a matcher finds in it, under the cause that ranks first', () => {
    const screen = compiled([privacyRule, classifierRule('omit-sentence')]);
    const { segments, disclosures } = runJudged(screen, ['The canary has code 37605030299, really. Bye now.'], covers('canary'));
    expect(inline(segments)).toBe('⟦1: left out, hate-speech⟧. Bye now.');
    expect(disclosures.map(({ cause }) => cause)).toEqual(['law']);
  });

  test('is told of by the rule that comes first when two rules cover it', () => {
    const screen = compiled([classifierRule('omit-sentence', 'xx.first'), classifierRule('omit-sentence', 'xx.second')]);
    const { disclosures } = runJudged(screen, ['A canary.'], covers('canary'));
    expect(disclosures.map(({ rule }) => rule)).toEqual(['xx.first@1']);
  });

  test('leaves no trace of what it said or how long it was (R4)', () => {
    const [short, long] = ['A canary. End.', 'A canary with 38001085718 and many, many more words, forbidden phrase and all. End.'].map(
      (text) => runJudged(compiled([classifierRule('omit-sentence'), lawRule, privacyRule]), [text], covers('canary')),
    );
    expect(delivered(long!.segments)).toBe(delivered(short!.segments));
    expect(long!.disclosures).toEqual(short!.disclosures);
  });
});

describe('a sentence that could not be judged', () => {
  const failing: Safeguard = () => 'failed';

  test('is left out where the rule says so, and the note says why', () => {
    const { segments, disclosures } = runJudged(omits, ['One here. Two here.'], failing);
    expect(inline(segments)).toBe('⟦1: left out, hate-speech⟧. ⟦2: left out, hate-speech⟧.');
    expect(disclosures.map(({ decidedBy }) => decidedBy)).toEqual(['nobody', 'nobody']);
  });

  test('is delivered as it is where the rule says so, with one disclosure for all of them', () => {
    const text = 'Good one. Failed one. Good two. Failed two! Good three.';
    const screen = compiled([classifierRule('allow-and-disclose')]);
    const { segments, disclosures } = runJudged(screen, [text], (sentence) => (sentence.includes('Failed') ? 'failed' : 'not-covered'));
    expect(delivered(segments)).toBe(`${text}\n\n⟦2 unjudged, hate-speech, law⟧`);
    expect(disclosures).toMatchObject([{ kind: 'unjudged', id: 'u1', sentences: 2, decidedBy: 'nobody', at: [10, 42] }]);
    expect(text.slice(10, 42)).toBe('Failed one. Good two. Failed two');
  });

  test('is disclosed at its delivered place when something before it was left out', () => {
    const screen = compiled([lawRule, classifierRule('allow-and-disclose')]);
    const { segments, disclosures } = runJudged(screen, ['A forbidden phrase. Then this one.'], (sentence) =>
      sentence.includes('this') ? 'failed' : 'not-covered',
    );
    const unjudged = disclosures.find(({ kind }) => kind === 'unjudged');
    expect(delivered(segments).slice(...unjudged!.at)).toBe('Then this one');
  });
});

describe('safety information (R10)', () => {
  const never: Safeguard = () => 'covered';

  const sentences = Object.values(safetyCorpus).flatMap((texts) => texts.flatMap(({ text }) => sentencesOf(text)));

  test('nobody is asked about the sentences of the safety corpus, whatever their language, and they stay', () => {
    for (const text of Object.values(safetyCorpus).flatMap((texts) => texts.map(({ text: each }) => each))) {
      expect([text, isSafetyInformation(text)]).toEqual([text, true]);
    }
    for (const sentence of sentences) {
      const { segments, asked } = runJudged(omits, [sentence], (each) => (isSafetyInformation(each) ? 'covered' : 'not-covered'));
      expect(delivered(segments)).toBe(sentence);
      expect(asked.filter(isSafetyInformation)).toEqual([]);
    }
  });

  test('a sentence with a published number stays, whatever a safeguard would say', () => {
    const screen = compiled([classifierRule('omit-sentence')], ['116 123', 'info@office.ee']);
    const text = 'Call 116 123 now. Write to info@office.ee today.';
    expect(delivered(runJudged(screen, [text], never).segments)).toBe(text);
    expect(inline(runJudged(screen, [`Other words. ${text}`], never).segments)).toBe(`⟦1: left out, hate-speech⟧. ${text}`);
  });

  test('no omission reaches across it, also in a sentence so long that it is judged in pieces', () => {
    const screen = compiled([classifierRule('omit-sentence')], ['116 123']);
    const filler = 'words and words '.repeat(Math.ceil(longestSentence / 16));
    const text = `${filler}call 116 123 ${filler}`;
    expect(delivered(runJudged(screen, [text], never).segments)).toContain('116 123');
  });

  test('ordinary sentences are no safety information', () => {
    for (const text of ['You are not the one who said that to them.', 'The weather in Tallinn will be fine and dry on Monday.', 'Hello.'])
      expect(isSafetyInformation(text)).toBe(false);
  });
});

const verdictOf =
  (seed: number): Safeguard =>
  (sentence, rule) => {
    const sum = Array.from(sentence + rule).reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973, seed);
    return (['covered', 'not-covered', 'not-covered', 'failed'] satisfies Verdict[])[sum % 4] ?? 'failed';
  };
const mixed = compiled(
  [lawRule, privacyRule, classifierRule('omit-sentence'), classifierRule('allow-and-disclose', 'xx.disclosed')],
  ['+372 5123 4567'],
);

describe('whatever the safeguard says of each sentence', () => {
  test('chunks decide nothing (R7), and the edits undo to what the upstream said (R2)', () => {
    fc.assert(
      fc.property(splitText, fc.nat(1000), ({ text, chunks }, seed) => {
        const whole = runJudged(mixed, [text], verdictOf(seed));
        const parts = runJudged(mixed, chunks, verdictOf(seed));
        expect(delivered(parts.segments)).toBe(delivered(whole.segments));
        expect(parts.disclosures).toEqual(whole.disclosures);
        expect(parts.asked).toEqual(whole.asked);
        expect(upstreamOf(parts.segments)).toBe(text);
      }),
      { numRuns: 600 },
    );
  });

  test('sentences together are the text, and none is longer than may be judged at once', () => {
    fc.assert(
      fc.property(splitText, ({ text }) => {
        const sentences = sentencesOf(text);
        expect(sentences.join('')).toBe(text);
        for (const sentence of sentences) expect(Array.from(sentence).length).toBeLessThanOrEqual(longestSentence);
      }),
    );
  });

  test('no word of a covered sentence is delivered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Plain words here. ', 'A canary sits there. ', 'canary\n', '- canary item\n', 'More! ', '⟦', '⟧'), {
          maxLength: 20,
        }),
        (parts) => {
          const { segments, disclosures } = runJudged(omits, parts, covers('canary'));
          expect(delivered(segments)).not.toContain('canary');
          expect(disclosures).toHaveLength(parts.filter((part) => part.includes('canary')).length);
        },
      ),
    );
  });
});
