import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/gateway/random.ts';
import { differenceOf, inTurns, quantile } from '../../bench/log/arms-in-turn.ts';
import { flat, type LogFigures, restlessArms, tableOf } from '../../bench/log/report.ts';
import { sampleAnswers } from '../../bench/log/sample-answers.ts';

describe('arms', () => {
  test('take their turns as often as each other, and no arm is always first', async () => {
    const order: string[] = [];
    const arm = (name: string) => () => Promise.resolve([order.push(name)]);
    const rounds = await inTurns({ a: arm('a'), b: arm('b'), c: arm('c') }, { rounds: 20, slices: 2, random: createRandom(3) });
    expect(rounds).toHaveLength(20);
    expect(rounds.every((round) => Object.values(round).every((values) => values.length === 2))).toBe(true);
    const first = order.filter((_, turn) => turn % 3 === 0);
    expect(new Set(first)).toEqual(new Set(['a', 'b', 'c']));
    for (let turn = 0; turn < order.length; turn += 3) expect(order.slice(turn, turn + 3).sort()).toEqual(['a', 'b', 'c']);
  });

  test('that are the same differ by nothing, and a slower one by how much it is slower', () => {
    const rounds = [1, 2, 3].map((pace) => ({ one: [pace, pace], again: [pace, pace], slower: [pace * 1.2] }));
    expect(differenceOf(rounds, 'one', 'again')).toBe(0);
    expect(differenceOf(rounds, 'one', 'slower')).toBeCloseTo(0.2);
    expect(differenceOf(rounds, 'slower', 'one')).toBeCloseTo(1 / 6);
  });
});

test('a quantile is one of the values, and of nothing it is no number', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 50, 95, 100]);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

describe('the report', () => {
  const figures = {
    journal_aa: 0.01,
    adds_aa: 0.051,
    verify_aa: NaN,
    verify_ms: { median: 0.5, interval: [0.4, 0.6] },
  } as unknown as LogFigures;

  test('names the arms that differ too much from themselves, also those that were not measured', () => {
    expect(restlessArms(figures)).toEqual(['adds_aa', 'verify_aa']);
  });

  test('has each figure once, with its interval and its target', () => {
    expect(flat(figures)).toMatchObject({ journal_aa: 0.01, verify_ms: 0.5, verify_ms_interval: [0.4, 0.6] });
    expect(tableOf(figures)).toMatch(/^verify_ms +0\.500 +95 %: 0\.400 to 0\.600 +<= 1$/m);
  });
});

test('sample answers are as many as asked for, no two alike, and one in so many was changed', () => {
  const answers = sampleAnswers(100, 10);
  expect(new Set(answers.map(({ intent }) => intent.id)).size).toBe(100);
  expect(answers.filter(({ answer }) => answer.record.edits.length > 0)).toHaveLength(10);
  for (const { intent, answer } of answers)
    expect([intent.id, intent.request]).toEqual([answer.record.id, answer.record.commitments.request]);
});
