import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../tests/property-runs.ts';
import { type Edit, invert, type Segment } from './edit.ts';
import { forgedNoticeRule } from './forged-notice.ts';
import { openReach } from './omission.ts';
import { finish, startPass, step } from './pass.ts';
import { cutting, harmlessText, lawSecrets, privacySecrets, splitText } from './testing/arbitrary-text.ts';
import {
  compiled,
  delivered,
  lawRule,
  noticeAddition,
  privacyRule,
  proseContext,
  run,
  screenText,
  triggeredAddition,
} from './testing/sample-rules.ts';
import { stripAdditions } from './wording.ts';

const runs = { numRuns: propertyRuns(10_000) };
const everyRule = [forgedNoticeRule('1'), lawRule, privacyRule, noticeAddition, triggeredAddition];
const everything = compiled(everyRule);
const omissionsOnly = compiled([lawRule, privacyRule]);

function editsOf(segments: readonly Segment[]): readonly Edit[] {
  return segments.flatMap((segment) => (segment.kind === 'edit' ? [segment.edit] : []));
}

/** What is left of the upstream text, with one mark for each place where something was left out. */
function visible(segments: readonly Segment[]): string {
  return segments
    .flatMap((segment) => (segment.kind === 'text' ? [segment.text] : segment.edit.kind === 'omit' ? ['⟦⟧'] : []))
    .join('')
    .replaceAll(/(?:⟦⟧)+/g, '⟦⟧');
}

describe('conservation (R2)', () => {
  test('the edits undo to the upstream text, whatever the text and the chunks', () => {
    fc.assert(
      fc.property(splitText, ({ text, chunks }) => {
        const { segments } = run(everything, chunks);
        expect(invert(delivered(segments), editsOf(segments))).toBe(text);
      }),
      runs,
    );
  });

  test('a text without a match comes out byte for byte', () => {
    expect(screenText([lawRule, privacyRule], 'An ordinary answer.\n\nWith two paragraphs.')).toBe(
      'An ordinary answer.\n\nWith two paragraphs.',
    );
  });

  test('a delivered text that somebody changed does not invert', () => {
    const { segments } = run(omissionsOnly, ['a forbidden phrase here']);
    expect(() => invert(delivered(segments).replace('left', 'LEFT'), editsOf(segments))).toThrow(/does not stand/);
  });

  test('an edit refuses to be serialised', () => {
    const { segments } = run(omissionsOnly, ['a forbidden phrase here']);
    expect(() => JSON.stringify(segments)).toThrow(/cannot be serialised/);
  });
});

describe('a notice if and only if something was left out (R3)', () => {
  test('disclosures, markers, footnotes and omissions are as many as each other', () => {
    fc.assert(
      fc.property(splitText, ({ chunks }) => {
        const { segments, disclosures } = run(everything, chunks);
        const omitted = editsOf(segments).filter((edit) => edit.kind === 'omit');
        const noticed = editsOf(segments).filter((edit) => edit.kind === 'notice');
        const disclosed = disclosures.filter((disclosure) => disclosure.kind === 'omit');
        expect(disclosed.map((disclosure) => [disclosure.cause, disclosure.rule])).toEqual(omitted.map((edit) => [edit.cause, edit.rule]));
        expect(noticed.length).toBe(omitted.length);
        for (const disclosure of disclosed) expect(disclosure.cause === 'law').toBe(disclosure.basis !== null);
      }),
      runs,
    );
  });

  test('every secret in plain surroundings is left out and said to be', () => {
    for (const secret of [...lawSecrets, ...privacySecrets]) {
      const { segments, disclosures } = run(omissionsOnly, [`Before ${secret} after.`]);
      expect(delivered(segments)).not.toContain(secret);
      expect(disclosures).toHaveLength(1);
    }
  });

  test('a disclosure stands where its marker stands', () => {
    fc.assert(
      fc.property(splitText, ({ chunks }) => {
        const { segments, disclosures } = run(everything, chunks);
        const points = Array.from(delivered(segments));
        for (const { at } of disclosures) expect(points.slice(at[0], at[1]).join('').trim()).toMatch(/^⟦[^⟦⟧]*⟧$/);
      }),
      runs,
    );
  });
});

describe('a notice tells nothing of the content (R4)', () => {
  const secretRun = (secrets: readonly string[]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(...secrets), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' and ', ' tel ', ' 5123 4567 ', ` ${'far '.repeat(120)}`),
      )
      .map(([parts, between]) => parts.join(between));
  const lawTwins = [...lawSecrets, 'forbidden\nphrase', 'the end. tel', 'stop!', '停。', 'code-5123'];
  const twinLaw = {
    ...lawRule,
    matcher: { ...lawRule.matcher, terms: [...(lawRule.matcher.terms ?? []), 'the end. tel', 'stop!', '停。'] },
  };
  const twinScreen = compiled([twinLaw, privacyRule]);
  const around = fc.constantFrom(
    ['(', ')'],
    [' ', ' '],
    [' ', '. '],
    [' ', '.\n'],
    ['\n', '! '],
    ['tel ', ' '],
    [', ', ', '],
    [' ', ` ${'x '.repeat(297)}`],
  );
  /** Pieces of text with places between them where something is left out, filled in two ways by the same rule. */
  const twins = fc.array(
    fc.oneof(
      fc.record({ before: harmlessText, left: secretRun(lawTwins), right: secretRun(lawTwins), around }),
      fc.record({ before: harmlessText, left: secretRun(privacySecrets), right: secretRun(privacySecrets), around }),
    ),
    { minLength: 1, maxLength: 4 },
  );

  test('texts that differ only in what is left out, also in how often, give identical bytes', () => {
    fc.assert(
      fc.property(twins, harmlessText, fc.tuple(cutting, cutting), (pieces, end, [cutLeft, cutRight]) => {
        const build = (side: 'left' | 'right') =>
          `${pieces.map((piece) => `${piece.before}${piece.around[0]}${piece[side]}${piece.around[1]}`).join('')}${end}`;
        const left = run(twinScreen, cutLeft(build('left')));
        const right = run(twinScreen, cutRight(build('right')));
        // Only texts whose visible parts are the same are twins: a secret that runs into its neighbours is another text.
        fc.pre(visible(left.segments) === visible(right.segments));
        expect(delivered(left.segments)).toBe(delivered(right.segments));
        expect(left.disclosures).toEqual(right.disclosures);
      }),
      runs,
    );
  });

  test('all matches of one rule in one sentence are one omission', () => {
    const text = 'Write to a@b.ee or c@d.ee today. Then to e@f.ee.';
    expect(screenText([privacyRule], text)).toMatch(
      /^Write to ⟦1: left out, personal-identifier⟧ today\. Then to ⟦2: left out, personal-identifier⟧\.\n\n/,
    );
  });

  test.each([
    'He said "tobacco now." The weather is fine today." More tobacco here.',
    '(See tobacco.) The weather is fine (today.) More tobacco.',
    'No tobacco in 2020. The weather is fine in 2021. More tobacco.',
    'So tobacco it is. The weather it is. More tobacco.',
    'tobacco է։ The weather է։ tobacco է։',
    'tobacco ነው። The weather ነው። tobacco ነው።',
    'tobacco ។ The weather ។ tobacco ។',
    'tobacco ။ The weather ။ tobacco ။',
    'tobacco ། The weather ། tobacco །',
    'tobacco εδώ; The weather εδώ; tobacco εδώ.',
  ])('a sentence between two matches is not left out with them: %s', (text) => {
    const { segments, disclosures } = run(compiled([{ ...lawRule, matcher: { terms: ['tobacco'] } }]), [text]);
    expect(disclosures).toHaveLength(2);
    expect(delivered(segments)).toContain('The weather');
  });

  test('an addition that something left out would have called for is not added', () => {
    const hidden = { ...lawRule, matcher: { terms: ['secret decision'] } };
    expect(screenText([hidden, triggeredAddition], 'the secret decision')).not.toContain('challenge');
    expect(screenText([hidden, triggeredAddition], 'the decision')).toContain('challenge');
  });
});

describe('additions are told from the text (R5)', () => {
  test('taking the additions out gives the text without additions', () => {
    const without = compiled([forgedNoticeRule('1'), lawRule, privacyRule]);
    fc.assert(
      fc.property(splitText, ({ chunks }) => {
        expect(stripAdditions(delivered(run(everything, chunks).segments))).toBe(delivered(run(without, chunks).segments));
      }),
      runs,
    );
  });

  test('each addition has a disclosure with its purpose', () => {
    const { disclosures } = run(everything, ['This decision is final.']);
    expect(disclosures.map((disclosure) => disclosure.kind === 'add' && disclosure.purpose)).toEqual(['ai-notice', 'legal-notice']);
  });

  test('an empty answer stays empty', () => {
    expect(run(everything, ['', '']).segments).toEqual([]);
  });
});

describe('chunks do not matter (R7)', () => {
  test('any split gives the same text, edits and disclosures', () => {
    fc.assert(
      fc.property(splitText, ({ text, chunks }) => {
        const whole = run(everything, [text]);
        const split = run(everything, chunks);
        expect(delivered(split.segments)).toBe(delivered(whole.segments));
        expect(editsOf(split.segments).map((edit) => ({ ...edit, toJSON: null }))).toEqual(
          editsOf(whole.segments).map((edit) => ({ ...edit, toJSON: null })),
        );
        expect(split.disclosures).toEqual(whole.disclosures);
      }),
      runs,
    );
  });

  test('one unit at a time is the same as all at once', () => {
    const text = 'Tere! 🇪🇪 Kood 37605030299, keelatud so\u0303na.\nJa code-١٢٣٤ ning mari@example.ee 👩‍👩‍👧. ';
    expect(delivered(run(everything, text.split('')).segments)).toBe(delivered(run(everything, [text]).segments));
  });
});

describe('what is held back (R8)', () => {
  test('text that cannot match is released at once', () => {
    const [, output] = step(startPass(omissionsOnly, proseContext), 'nothing here! ');
    expect(delivered(output.segments)).toBe('nothing here! ');
  });

  test('only the words that could still match are held', () => {
    const [pass, output] = step(startPass(compiled([lawRule]), proseContext), 'this is a forbidden phr');
    expect(delivered(output.segments)).toBe('this is a ');
    expect(delivered(step(pass, 'ench.')[1].segments)).toBe('forbidden phrench.');
  });

  test('an open omission in an endless sentence holds no more than its reach', () => {
    let [pass, released] = [startPass(omissionsOnly, proseContext), 0];
    for (const chunk of ['a forbidden phrase ', ...Array.from({ length: 400 }, () => 'and so on ')]) {
      const [next, output] = step(pass, chunk);
      pass = next;
      released += delivered(output.segments).length;
      expect(pass.held.length).toBeLessThan(openReach + 100);
    }
    expect(released + delivered(finish(pass).segments).length).toBeGreaterThan(3000);
  });

  test('a hundred thousand characters made to be slow take linear time', () => {
    const hostile = [
      `${'a'.repeat(99)}@`.repeat(1000),
      '1 '.repeat(50_000),
      'forbidden '.repeat(10_000),
      '37605030299 '.repeat(8_000),
      '+372 '.repeat(20_000),
    ];
    for (const text of hostile) expect(() => run(everything, [text])).not.toThrow();
  });
});

describe('what must stay readable (R10)', () => {
  test('published numbers and addresses are never left out, however they are written', () => {
    const text = 'Phone +372 612 1360 or 00372 6121360 or tel 612 1360, info@sotsiaalkindlustusamet.ee.';
    expect(screenText([privacyRule], text, ['+372 612 1360', 'Info@Sotsiaalkindlustusamet.ee'])).toBe(text);
  });

  test('a private number beside a published one is left out', () => {
    expect(screenText([privacyRule], 'Phone +372 612 1360!\nOr +372 5123 4567!', ['+372 612 1360'])).toMatch(
      /^Phone \+372 612 1360!\nOr ⟦1/,
    );
  });

  test('emergency numbers and ordinary numbers are no telephone numbers', () => {
    const text = 'Phone 112 or call 116 111. The fee of the service is 6121360 cents, § 12 lg 2, 2026-11-21, 1247.';
    expect(screenText([privacyRule], text)).toBe(text);
  });

  test('what the person typed is not omitted as privacy', () => {
    const { segments } = run(omissionsOnly, ['Your code is 37605030299.'], { ...proseContext, typed: ['37605030299'] });
    expect(delivered(segments)).toBe('Your code is 37605030299.');
  });
});

describe('what the person typed (R6)', () => {
  const typed = { ...proseContext, typed: ['37605030299'] };
  const byLaw = { ...lawRule, matcher: { identifiers: ['ee.isikukood'] as const } };

  test.each(['law', 'charter', 'operator'] as const)('is left out where a rule of %s forbids it', (cause) => {
    const { segments, disclosures } = run(compiled([{ ...byLaw, cause }]), ['Your code is 37605030299.'], typed);
    expect(delivered(segments)).not.toContain('37605030299');
    expect(disclosures.map((disclosure) => disclosure.cause)).toEqual([cause]);
  });

  test('is left out for law where privacy alone would give it back', () => {
    const { segments, disclosures } = run(compiled([privacyRule, byLaw]), ['Your code is 37605030299.'], typed);
    expect(delivered(segments)).not.toContain('37605030299');
    expect(disclosures.map((disclosure) => disclosure.cause)).toEqual(['law']);
  });

  test('what is published stays under every cause', () => {
    const byLawPhones = { ...lawRule, matcher: { identifiers: ['phone'] as const } };
    expect(screenText([privacyRule, byLawPhones], 'Phone +372 612 1360!', ['+372 612 1360'])).toBe('Phone +372 612 1360!');
  });
});

describe('causes (R6)', () => {
  test('where two rules overlap the higher cause speaks, once', () => {
    const law = { ...lawRule, matcher: { terms: ['write to mari@example.ee now'] } };
    const { disclosures } = run(compiled([privacyRule, law]), ['Please write to mari@example.ee now.']);
    expect(disclosures.map((disclosure) => disclosure.cause)).toEqual(['law']);
  });

  test('a model that writes our brackets is caught by the charter', () => {
    const { segments, disclosures } = run(everything, ['Sure. ⟦1: left out, advertising⟧ Nothing else.']);
    expect(disclosures.filter((disclosure) => disclosure.kind === 'omit').map((disclosure) => disclosure.cause)).toEqual(['charter']);
    expect(delivered(segments)).not.toContain('left out, advertising');
  });

  test('inside JSON there are markers but no paragraphs', () => {
    const { segments } = run(everything, ['a forbidden phrase'], { ...proseContext, prose: false });
    expect(delivered(segments)).toBe('a ⟦1: left out, advertising⟧');
  });
});
