import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../tests/property-runs.ts';
import { type Edit, invert, type Segment } from './edit.ts';
import { forgedNoticeRule } from './forged-notice.ts';
import { openReach } from './omission.ts';
import { startPass, step } from './pass.ts';
import { type AddRule } from './rule.ts';
import { cutting, harmlessText, lawSecrets, splitText } from './testing/arbitrary-text.ts';
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

/** An addition that says its own place. */
function standing(place: AddRule['place'], ...terms: readonly string[]): AddRule {
  return { ...triggeredAddition, id: `xx.${place}.${terms.join('.')}`, place, when: { terms }, text: { en: place } };
}

const shortened = (text: string): string => text.replaceAll(/Added \(legal-notice\): /g, '');
const added = (rules: readonly AddRule[], text: string): string => shortened(screenText(rules, text));

const [before, beside, after] = [standing('before', 'decision'), standing('beside', 'decision'), standing('after', 'decision')];

/** What is left of the upstream text, with one mark for each place where something was left out. */
function visible(segments: readonly Segment[]): string {
  return segments
    .flatMap((segment) => (segment.kind === 'text' ? [segment.text] : segment.edit.kind === 'omit' ? ['⟦⟧'] : []))
    .join('')
    .replaceAll(/(?:⟦⟧)+/g, '⟦⟧');
}

function editsOf(segments: readonly Segment[]): readonly Edit[] {
  return segments.flatMap((segment) => (segment.kind === 'edit' ? [segment.edit] : []));
}

const placed = [
  before,
  beside,
  after,
  standing('before', 'teine'),
  standing('after', 'слово', 'forbidden'),
  standing('beside', 'ไทย', 'e'),
];
const all = [forgedNoticeRule('1'), lawRule, privacyRule, noticeAddition, triggeredAddition, ...placed];
const everything = compiled(all);

describe('where an addition stands', () => {
  test.each([
    [before, 'One is told. The decision is final. Good.', 'One is told. ⟦+ before⟧ The decision is final. Good.'],
    [beside, 'One is told. The decision is final. Good.', 'One is told. The decision ⟦+ beside⟧ is final. Good.'],
    [after, 'One is told. The decision is final. Good.', 'One is told. The decision is final. ⟦+ after⟧ Good.'],
    [before, 'decision', '⟦+ before⟧ decision'],
    [beside, 'decision', 'decision ⟦+ beside⟧'],
    [after, 'decision', 'decision ⟦+ after⟧'],
    [before, 'a\n- b\n- the decision\n- c', 'a\n- b\n- ⟦+ before⟧ the decision\n- c'],
    [after, 'a\n- b\n- the decision\n- c', 'a\n- b\n- the decision ⟦+ after⟧\n- c'],
    [before, '12. A decision is made.', '12. ⟦+ before⟧ A decision is made.'],
    [before, '## Your decision\n\nIt is made.', '## ⟦+ before⟧ Your decision\n\nIt is made.'],
    [after, '## Your decision\r\n\r\nIt is made.', '## Your decision ⟦+ after⟧\r\n\r\nIt is made.'],
    [before, '| a | decision |', '| ⟦+ before⟧ a | decision |'],
    [before, '今天好。decision好。', '今天好。⟦+ before⟧ decision好。'],
    [after, '| a | decision |\n| b | c |', '| a | decision ⟦+ after⟧ |\n| b | c |'],
    [after, '|a|decision|\n|b|c|', '|a|decision ⟦+ after⟧|\n|b|c|'],
    [after, '| a decision | b | \r\n', '| a decision | b  ⟦+ after⟧| \r\n'],
    [after, '| a | decision |', '| a | decision ⟦+ after⟧ |'],
    [
      after,
      '| what the office says | the decision about the payment |\n',
      '| what the office says | the decision about the payment ⟦+ after⟧ |\n',
    ],
    [after, 'the decision |', 'the decision | ⟦+ after⟧'],
    [after, '|Amount|The decision is made|\n|b|c|', '|Amount|The decision is made ⟦+ after⟧|\n|b|c|'],
    [after, '> | a | decision |\n', '> | a | decision ⟦+ after⟧ |\n'],
    [after, '| a | one decision. Two. |\n', '| a | one decision. ⟦+ after⟧ Two. |\n'],
    [after, 'the decision |\nb', 'the decision | ⟦+ after⟧\nb'],
    [after, 'Is it a decision? "Yes."', 'Is it a decision? ⟦+ after⟧ "Yes."'],
    [after, 'By § 12 lg. 2 a decision is made. Good.', 'By § 12 lg. 2 a decision is made. ⟦+ after⟧ Good.'],
  ])('%#: %o', (rule, text, expected) => {
    expect(added([rule], text)).toBe(expected);
  });

  test('it stands once, at the first match', () => {
    const text = 'A decision. A decision.\nA decision.';
    expect(added([before, beside, after], text)).toBe('⟦+ before⟧ A decision ⟦+ beside⟧. ⟦+ after⟧ A decision.\nA decision.');
  });

  test('those in one place stand beside, after, before, and then in the order of the rules', () => {
    const [other, third] = [standing('before', 'final'), standing('after', 'decision.')];
    expect(added([other, before], 'A decision is final.')).toBe('⟦+ before⟧ ⟦+ before⟧ A decision is final.');
    expect(added([third, after, standing('before', 'then'), beside], '今decision。then')).toBe(
      '今decision ⟦+ beside⟧。 ⟦+ after⟧⟦+ before⟧ then',
    );
  });

  test('before, beside and after are told apart from the start and the end of the text', () => {
    const rules = [noticeAddition, triggeredAddition, before, after];
    const { disclosures } = run(compiled(rules), ['One. A decision. Two.']);
    expect(disclosures.map(({ rule }) => rule)).toEqual([noticeAddition, before, after, triggeredAddition].map(({ id }) => `${id}@1`));
  });

  test.each(['Nothing is decided.', 'decisions', '', 'indecision'])('without a match nothing is added: %s', (text) => {
    expect(added([before, beside, after], text)).toBe(text);
  });

  test('there is none in JSON, in a refusal and in reasoning', () => {
    const screen = compiled([before, beside, after]);
    for (const context of [
      { ...proseContext, prose: false },
      { ...proseContext, channel: 'refusal' as const },
      { ...proseContext, channel: 'reasoning' as const },
    ])
      expect(run(screen, ['A decision.'], context)).toEqual({ segments: [{ kind: 'text', text: 'A decision.' }], disclosures: [] });
  });
});

describe('beside what is left out', () => {
  const hidden = { ...lawRule, matcher: { terms: ['secret decision', 'secret. Decision', 'secret'] } };

  test('a match that is left out calls for nothing; the next that can be read does', () => {
    expect(screenText([hidden, before, beside, after], 'A secret decision.')).not.toContain('⟦+');
    expect(added([hidden, beside] as never, 'A secret decision. A decision.')).toContain(
      'A ⟦1: left out, advertising⟧. A decision ⟦+ beside⟧.',
    );
  });

  test('an addition stands beside a marker in the same sentence', () => {
    expect(added([hidden, before, beside, after] as never, 'One. A decision, secret. Two.')).toContain(
      'One. ⟦+ before⟧ A decision ⟦+ beside⟧, ⟦1: left out, advertising⟧. ⟦+ after⟧ Two.',
    );
    expect(added([hidden, before, beside, after] as never, 'One. A secret, decision. Two.')).toContain(
      'One. ⟦+ before⟧ A ⟦1: left out, advertising⟧, decision ⟦+ beside⟧. ⟦+ after⟧ Two.',
    );
  });

  test('what is left out decides nothing about the place', () => {
    const words = ['secret', 'no.\nNo', 'Stop!', 'x'.repeat(150), 'mais oui. A'];
    const rules = [{ ...lawRule, matcher: { terms: words } }, before, beside, after];
    for (const frame of [
      'One. @ and a decision is. Two.',
      'One. A decision @ is. Two.',
      'A decision in 2020. @ is. Two.',
      '@. A decision @. Two @.',
    ]) {
      const told = new Set(words.map((word) => screenText(rules, frame.replaceAll('@', word))));
      expect(told.size).toBe(1);
      expect([...told][0]?.match(/⟦\+/g)).toHaveLength(3);
    }
  });

  test('texts that differ only in what is left out give identical bytes (R4)', () => {
    const secret = fc.constantFrom(...lawSecrets, 'forbidden phrase, code-777, forbidden phrase');
    const piece = fc.record({ before: harmlessText, left: secret, right: secret, behind: fc.constantFrom(' ', '. ', '! ', '\n', ', ') });
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        harmlessText,
        fc.tuple(cutting, cutting),
        (pieces, end, [cutLeft, cutRight]) => {
          const build = (side: 'left' | 'right') => `${pieces.map((each) => `${each.before} ${each[side]}${each.behind}`).join('')}${end}`;
          const [left, right] = [run(everything, cutLeft(build('left'))), run(everything, cutRight(build('right')))];
          // A secret that runs into its neighbours is another text.
          fc.pre(visible(left.segments) === visible(right.segments));
          expect(delivered(left.segments)).toBe(delivered(right.segments));
          expect(left.disclosures).toEqual(right.disclosures);
        },
      ),
      runs,
    );
  });
});

describe('whatever the text and the chunks', () => {
  test('the edits undo to the upstream text (R2)', () => {
    fc.assert(
      fc.property(splitText, ({ text, chunks }) => {
        const { segments } = run(everything, chunks);
        expect(invert(delivered(segments), editsOf(segments))).toBe(text);
      }),
      runs,
    );
  });

  test('any split gives the same text, edits and disclosures (R7)', () => {
    fc.assert(
      fc.property(splitText, cutting, ({ text, chunks }, cut) => {
        const whole = run(everything, [text]);
        for (const split of [run(everything, chunks), run(everything, cut(text))]) {
          expect(delivered(split.segments)).toBe(delivered(whole.segments));
          expect(editsOf(split.segments).map((edit) => ({ ...edit, toJSON: null }))).toEqual(
            editsOf(whole.segments).map((edit) => ({ ...edit, toJSON: null })),
          );
          expect(split.disclosures).toEqual(whole.disclosures);
        }
      }),
      runs,
    );
  });

  test('each stands at most once and is disclosed where it stands (R3, R5)', () => {
    fc.assert(
      fc.property(splitText, ({ chunks }) => {
        const { segments, disclosures } = run(everything, chunks);
        const points = Array.from(delivered(segments));
        const additions = disclosures.filter(({ kind }) => kind === 'add');
        expect(new Set(additions.map(({ rule }) => rule)).size).toBe(additions.length);
        expect(
          editsOf(segments)
            .filter(({ kind }) => kind === 'add')
            .map(({ rule }) => rule),
        ).toEqual(additions.map(({ rule }) => rule));
        for (const { at } of additions) expect(points.slice(at[0], at[1]).join('').trim()).toMatch(/^⟦\+ [^⟦⟧]*⟧$/);
      }),
      runs,
    );
  });

  test('taking the additions out gives the text without additions (R5)', () => {
    const without = compiled([forgedNoticeRule('1'), lawRule, privacyRule]);
    fc.assert(
      fc.property(splitText, ({ chunks }) => {
        expect(stripAdditions(delivered(run(everything, chunks).segments))).toBe(delivered(run(without, chunks).segments));
      }),
      runs,
    );
  });
});

describe('what is held back (R8)', () => {
  const told = (rules: readonly AddRule[], ...chunks: readonly string[]): readonly string[] => {
    let pass = startPass(compiled(rules), proseContext);
    return chunks.map((chunk) => {
      const [next, { segments }] = step(pass, chunk);
      pass = next;
      return shortened(delivered(segments));
    });
  };

  test('beside holds nothing', () => {
    expect(told([beside], 'A decision, ', 'now ')).toEqual(['A decision ⟦+ beside⟧, ', 'now ']);
  });

  test('after holds nothing until its match, then what would confirm the end of the sentence', () => {
    expect(told([after], 'One ', 'A decision is ', 'made', '. Go')).toEqual(['One ', 'A decision i', 's ma', 'de. ⟦+ after⟧ Go']);
  });

  test('before holds a sentence until its match or its end, and nothing once it stands', () => {
    const given = ['', 'One is told.', '', ' ⟦+ before⟧ A decision, ', 'more '];
    expect(told([before], 'One is ', 'told. ', 'A ', 'decision, ', 'more ')).toEqual(given);
  });

  test.each([
    ['a match begins', 'council tax office'],
    ['a match that is left out ends', 'word city'],
  ])('in a sentence without an end it stands before its match whatever the chunks, also where inside that %s', (_title, term) => {
    const rule = standing('before', 'city council');
    const screen = compiled([{ ...lawRule, matcher: { terms: [term] } }, rule]);
    const text = `${'more '.repeat(200)}of the city council tax on the table, ${'more '.repeat(50)}`;
    const whole = delivered(run(screen, [text]).segments);
    expect(shortened(whole)).toContain('of the ⟦+ before⟧ city council tax on');
    for (const size of [1, 2, 3, 5, 8, 13]) {
      const chunks = text.match(RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(delivered(run(screen, chunks).segments)).toBe(whole);
    }
  });

  test('a sentence without an end is held no longer than one in which something is left out', () => {
    const words = Array.from({ length: 200 }, () => 'word ');
    let [given, held] = ['', 0];
    for (const [index, text] of told([before], ...words, 'decision ').entries()) {
      given += text;
      held = Math.max(held, 5 * (index + 1) - given.length);
    }
    expect(held).toBeLessThanOrEqual(openReach + 5);
    expect(given).toBe(`${'word '.repeat(200)}⟦+ before⟧ decision `);
  });
});
