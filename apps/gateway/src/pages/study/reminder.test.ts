import { notHumanReminders } from '@parlance/charter';
import { expect, test } from 'vitest';
import { isReminderDue } from './reminder.ts';

const due = (reminder: (typeof notHumanReminders)[number]): readonly number[] =>
  Array.from({ length: 21 }, (_, turns) => turns).filter((turns) => isReminderDue(reminder, turns));

test('a learner is reminded at the start and then as often as is asked', () => {
  expect(due('each-session')).toEqual([0]);
  expect(due('every-20-turns')).toEqual([0, 20]);
  expect(due('every-10-turns')).toEqual([0, 10, 20]);
  expect(due('every-5-turns')).toEqual([0, 5, 10, 15, 20]);
  expect(due('each-turn')).toHaveLength(21);
});

test('a stricter reminder comes whenever a looser one does', () => {
  for (const [index, reminder] of notHumanReminders.slice(1).entries())
    expect(due(reminder)).toEqual(expect.arrayContaining([...due(notHumanReminders[index] ?? reminder)]));
});
