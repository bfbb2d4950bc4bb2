import { type Hint, hints, tries } from '@parlance/charter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { climb, ladderOf } from './ladder.ts';

const ladders = fc
  .record({
    before: fc.subarray<Hint>(['nudge', 'step', 'worked-twin']),
    tries: fc.constantFrom(...tries),
  })
  .map(({ before, tries: most }) => ({ most: Number(most), ladder: ladderOf({ hints: [...before, 'answer'], tries: most }) }));

describe('the ladder', () => {
  test.each([
    ['1', [0, 0, 0, 1]],
    ['2', [0, 0, 1, 2]],
    ['3', [0, 1, 2, 3]],
    ['5', [0, 1, 3, 5]],
  ] as const)('with %s tries asks for %j', (most, wanted) => {
    expect(ladderOf({ hints, tries: most }).map((rung) => rung.tries)).toEqual(wanted);
  });

  test('asks for the whole number of tries before the answer, and for fewer before all else', () => {
    fc.assert(
      fc.property(ladders, ({ ladder, most }) => {
        expect(ladder.at(-1)).toEqual({ hint: 'answer', tries: most });
        for (const { tries: asked } of ladder.slice(0, -1)) expect(asked).toBeLessThan(most);
      }),
    );
  });

  test('gives the answer to nobody who has tried less often than is asked, whatever they wish', () => {
    const acts = fc.array(fc.constantFrom('ask', 'try', 'next'), { maxLength: 30 });
    fc.assert(
      fc.property(ladders, acts, ({ ladder, most }, list) => {
        let [rung, made] = [-1, 0];
        for (const act of list) {
          if (act === 'try') made += 1;
          const next = climb(ladder, { rung, tries: made }, act === 'ask' ? 'stay' : 'up') ?? rung;
          expect(next).toBeGreaterThanOrEqual(rung);
          expect(next - rung).toBeLessThanOrEqual(1);
          rung = next;
          if (ladder[rung]?.hint === 'answer') expect(made).toBeGreaterThanOrEqual(most);
        }
      }),
    );
  });

  test('keeps the answer from nobody who goes on trying', () => {
    fc.assert(
      fc.property(ladders, ({ ladder, most }) => {
        let rung = -1;
        for (let made = 1; made <= most + ladder.length; made++) rung = climb(ladder, { rung, tries: made }, 'up') ?? rung;
        expect(ladder[rung]?.hint).toBe('answer');
      }),
    );
  });

  test('helps with a question where one stands', () => {
    const ladder = ladderOf({ hints, tries: '2' });
    expect(climb(ladder, { rung: 1, tries: 2 }, 'stay')).toBe(1);
    expect(climb(ladder, { rung: -1, tries: 0 }, 'stay')).toBe(0);
  });

  test('gives nothing before a try where the answer is its only rung', () => {
    expect(climb(ladderOf({ hints: ['answer'], tries: '2' }), { rung: -1, tries: 1 }, 'up')).toBeNull();
  });
});
