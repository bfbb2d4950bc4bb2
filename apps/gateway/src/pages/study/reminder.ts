import { type NotHumanReminder } from '@parlance/charter';

/** Answers between two reminders; null: once is enough. */
const every: Readonly<Record<NotHumanReminder, number | null>> = {
  'each-session': null,
  'every-20-turns': 20,
  'every-10-turns': 10,
  'every-5-turns': 5,
  'each-turn': 1,
};

/** Whether a learner is told now that no person answers. They always are before the first answer. */
export function isReminderDue(reminder: NotHumanReminder, turns: number): boolean {
  const turnsBetween = every[reminder];
  return turns === 0 || (turnsBetween !== null && turns % turnsBetween === 0);
}
