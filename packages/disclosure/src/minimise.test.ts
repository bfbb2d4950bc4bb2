import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, invert, type Segment } from './edit.ts';
import { minimise } from './minimise.ts';
import { type Originals } from './pseudonym.ts';
import { restoreFinish, restoreStep, startRestoration } from './restore.ts';
import { privacySecrets, splitText } from './testing/arbitrary-text.ts';
import { compiled, delivered, lawRule, privacyRule } from './testing/sample-rules.ts';

const screen = compiled([privacyRule]);
const dutch = compiled([{ ...privacyRule, matcher: { identifiers: ['nl.bsn'] } }]);

function restored(originals: Originals, chunks: readonly string[]): readonly Segment[] {
  const segments: Segment[] = [];
  let state = startRestoration(originals);
  for (const chunk of chunks) {
    const [next, found] = restoreStep(state, chunk);
    state = next;
    segments.push(...found);
  }
  return [...segments, ...restoreFinish(state)];
}

function cut(text: string, cuts: readonly number[]): readonly string[] {
  const places = [0, ...cuts.map((place) => place % (text.length + 1)), text.length].sort((left, right) => left - right);
  return places.slice(1).map((place, index) => text.slice(places[index], place));
}

function editsOf(segments: readonly Segment[]): readonly Edit[] {
  return segments.flatMap((segment) => (segment.kind === 'edit' ? [segment.edit] : []));
}

describe('identifiers do not leave (R11)', () => {
  test('no planted identifier is left, wherever it stands', () => {
    const around = fc.constantFrom('', ' ', '(', '⟦', '⟧', '\n', '"', ', ', '. ', '字', '\u200b');
    fc.assert(
      fc.property(fc.array(fc.tuple(around, fc.constantFrom(...privacySecrets), around), { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.map(([before, secret, after]) => `x ${before}${secret}${after} x`).join(' ; ');
        const { texts } = minimise(screen, [text]);
        for (const [, secret] of parts) {
          expect(texts[0]).not.toContain(secret);
        }
      }),
    );
  });

  test('the same value has the same name in every text, another value another', () => {
    const { texts, classes } = minimise(screen, ['37605030299 and 49403136526', '49403136526']);
    expect(texts).toEqual(['⟦isikukood-1⟧ and ⟦isikukood-2⟧', '⟦isikukood-2⟧']);
    expect(classes).toEqual({ isikukood: 2 });
  });

  test.each(['123456782', ' 123456782. ', '123 456 782'])(
    'a number alone in a message, as somebody answers who was asked for it, does not leave: %j',
    (text) => {
      expect(minimise(dutch, [text]).texts[0]).toContain('⟦bsn-1⟧');
    },
  );

  test.each(['Factuur 123456782', '123456781', '123456782 123456781'])('a number that may be anything stays: %j', (text) => {
    expect(minimise(dutch, [text]).texts).toEqual([text]);
  });

  test('a law term beside an identifier does not swallow the text between', () => {
    const both = compiled([lawRule, privacyRule]);
    expect(minimise(both, ['Code 37605030299, some words, a forbidden phrase.']).texts).toEqual([
      'Code ⟦isikukood-1⟧, some words, a forbidden phrase.',
    ]);
  });

  test('a pseudonym that somebody typed is not ours', () => {
    const { texts, originals } = minimise(screen, ['⟦isikukood-1⟧ is 37605030299']);
    expect(texts).toEqual(['⟦brackets-1⟧ is ⟦isikukood-1⟧']);
    expect(originals.get('⟦isikukood-1⟧')).toEqual({ text: '37605030299', identifier: 'ee.isikukood' });
  });

  test('a text without identifiers stays as it is', () => {
    expect(minimise(screen, ['Nothing, § 12, 112.'])).toEqual({ texts: ['Nothing, § 12, 112.'], originals: new Map(), classes: {} });
  });
});

describe('what was minimised comes back', () => {
  test('in any chunks, code point for code point, with edits that undo', () => {
    fc.assert(
      fc.property(splitText, fc.array(fc.nat(), { maxLength: 8 }), ({ text }, cuts) => {
        const { texts, originals } = minimise(screen, [text]);
        const small = texts[0] ?? '';
        const whole = restored(originals, [small]);
        const split = restored(originals, cut(small, cuts));
        expect(delivered(whole)).toBe(text);
        expect(delivered(split)).toBe(text);
        expect(editsOf(split).map((edit) => [edit.at, edit.before])).toEqual(editsOf(whole).map((edit) => [edit.at, edit.before]));
        expect(invert(delivered(split), editsOf(split))).toBe(small);
      }),
      { numRuns: 500 },
    );
  });
});

describe('restoring', () => {
  const originals: Originals = new Map([
    ['⟦email-1⟧', { text: 'a@b.ee', identifier: 'email' }],
    ['⟦personas-kods-1⟧', { text: '161175-19997', identifier: 'lv.personas-kods' }],
    ['⟦card-2⟧', { text: 'one', identifier: 'card' }],
    ['⟦cards-2⟧', { text: 'two', identifier: 'xx.cards' }],
  ]);

  test.each([
    ...['⟦EMAIL-1⟧', '⟦Email-1⟧', '⟦ email-1 ⟧', '⟦ email-1⟧', '⟦email 1⟧', '⟦emaili-1⟧', '⟦e-mail-1⟧', '⟦email-1\u200b⟧'],
    ...['⟦email\u20111⟧', '⟦email–1⟧', '⟦email−1⟧', '⟦email-١⟧', '⟦email-1-le⟧', '⟦email-1le⟧', '⟦**email-1**⟧', '⟦email_1⟧', '⟦email-01⟧'],
  ])('%j is the one that it names', (text) => {
    const segments = restored(originals, text.split(''));
    expect(delivered(segments)).toBe('a@b.ee');
    expect(invert('a@b.ee', editsOf(segments))).toBe(text);
  });

  test('of two names of which one begins the other, each keeps its own', () => {
    expect(delivered(restored(originals, ['⟦Card-2⟧ ⟦Cards-2⟧ ⟦Personas Kodsu-1⟧']))).toBe('one two 161175-19997');
  });

  test.each([
    ...[
      '⟦email-2⟧',
      '⟦email-11⟧',
      '⟦email-1',
      'email-1⟧',
      '⟦email⟧',
      '⟦1⟧',
      '⟦em-1⟧',
      '⟦emailaddress-1⟧',
      '⟦my email-1⟧',
      '⟦email-1 and 2⟧',
    ],
    ...['⟦cardss-2⟧', '⟦email-\n1⟧', '⟦⟧', '⟦-⟧', `⟦${'x'.repeat(100)}⟧`],
  ])('%j is nobody', (text) => {
    expect(delivered(restored(originals, text.split('')))).toBe(text);
  });

  test('a bracket before a pseudonym does not hide it', () => {
    expect(delivered(restored(originals, ['⟦ ⟦email-1⟧']))).toBe('⟦ a@b.ee');
  });

  test('a surrogate pair cut between two chunks moves no edit', () => {
    expect(editsOf(restored(originals, ['x\ud83d', '\ude00 ⟦email-1⟧']))[0]?.at).toBe(3);
  });

  test('an open bracket holds back no more than a pseudonym is long', () => {
    const [state, segments] = restoreStep(startRestoration(originals), `⟦${'x'.repeat(60)}`);
    expect(state.held).toBe('');
    expect(delivered(segments)).toHaveLength(61);
  });

  test('two hundred thousand open brackets take linear time', () => {
    const began = performance.now();
    expect(delivered(restored(originals, ['⟦'.repeat(200_000)]))).toHaveLength(200_000);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
