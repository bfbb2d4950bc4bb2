import { hints } from '@parlance/charter';
import { ladderOf } from '@parlance/pack';
import { describe, expect, test } from 'vitest';
import { nextStep, type NextStep } from './next-step.ts';
import { noProgress, type Progress } from './progress.ts';

const ladder = ladderOf({ hints, tries: '2' });

function after(before: Progress, act: 'ask' | 'try' | 'next', digest: string | null = 'x'): NextStep {
  return nextStep(ladder, before, { act, digest, isTask: false, isUrgent: false });
}

function helped(step: NextStep): Progress {
  if (step.kind !== 'help') throw new Error(`no help: ${step.kind}`);
  return step.progress;
}

describe('the next help', () => {
  test('is a nudge first, whatever is pressed', () => {
    expect(helped(after(noProgress, 'ask')).rung).toBe(0);
    expect(helped(after(noProgress, 'try')).rung).toBe(0);
  });

  test('is the answer after the tries that the pack asks for, and one wish for more', () => {
    const asked = helped(after(noProgress, 'ask'));
    const first = helped(after(asked, 'try', 'one'));
    const second = helped(after(first, 'try', 'two'));
    expect([asked, first, second].map(({ rung, tries }) => [rung, tries])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(helped(after(second, 'next')).rung).toBe(3);
    expect(helped(after(helped(after(second, 'next')), 'ask')).rung).toBe(3);
  });

  test('is never the answer for wishes alone', () => {
    let progress = helped(after(noProgress, 'ask'));
    progress = helped(after(progress, 'next'));
    expect(progress.rung).toBe(1);
    expect(after(progress, 'next')).toEqual({ kind: 'too-few', missing: 1, progress });
  });

  test('counts the same text once, and a text without letters and digits never', () => {
    const first = helped(after(noProgress, 'try', 'one'));
    expect(after(first, 'try', 'one')).toEqual({ kind: 'no-try' });
    expect(after(first, 'try', null)).toEqual({ kind: 'no-try' });
    expect(nextStep(ladder, first, { act: 'try', digest: 'task', isTask: true, isUrgent: false })).toEqual({ kind: 'no-try' });
  });

  test('comes to somebody in danger whatever the count, and counts nothing', () => {
    const first = helped(after(noProgress, 'try', 'one'));
    expect(helped(nextStep(ladder, first, { act: 'try', digest: 'one', isTask: false, isUrgent: true }))).toEqual({ ...first, turns: 2 });
  });

  test('keeps the tries of a ladder that gives nothing before the answer', () => {
    const step = nextStep(ladderOf({ hints: ['answer'], tries: '2' }), noProgress, {
      act: 'try',
      digest: 'one',
      isTask: false,
      isUrgent: false,
    });
    expect(step).toMatchObject({ kind: 'too-few', missing: 1, progress: { tries: 1, rung: -1 } });
  });
});
