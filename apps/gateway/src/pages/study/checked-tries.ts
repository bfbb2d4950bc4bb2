import { mostTries, type Progress } from './progress.ts';
import { type StudyForm } from './study-form.ts';
import { type Checked, checkTry } from './sums/check-try.ts';
import { namesSum } from './sums/bare-sum.ts';
import { readTask, type Task } from './sums/task.ts';

/** What somebody wrote, under the number of its turn. */
export interface Said {
  readonly number: number;
  readonly question: string;
}

/** Remembers which turn asks and which ones try, by their numbers alone: what was written stays in the turns. */
export function withSaid(progress: Progress, act: StudyForm['act'], { number, question }: Said): Progress {
  const isTask = readTask(question) !== null;
  if (act === 'try') {
    // A sum that is tried may be a step, or a task of somebody's own: it is the task only where nothing was asked before.
    const task = progress.task ?? (isTask && progress.turns <= 1 ? number : null);
    return { ...progress, task, tried: [...progress.tried, [number, task] as const].slice(-mostTries) };
  }
  // Whoever asks with other numbers, or names a sum in words, has another task, though nobody here can read it.
  return isTask ? { ...progress, task: number } : /\p{N}/u.test(question) || namesSum(question) ? { ...progress, task: null } : progress;
}

/** What is known of each try, by the number of its turn. Worked out anew for each page: nothing but the texts decides it. */
export function checksOf({ tried }: Pick<Progress, 'tried'>, said: readonly Said[]): ReadonlyMap<number, Checked> {
  const texts = new Map(said.map(({ number, question }) => [number, question]));
  const taskOf = (number: number | null): Task | null => readTask((number === null ? undefined : texts.get(number)) ?? '');
  const checks = tried.flatMap(([number, task], at): readonly (readonly [number, Checked])[] => {
    const text = texts.get(number);
    if (text === undefined) return [];
    const written = tried.slice(0, at).flatMap(([turn, of]) => (of === task ? (taskOf(turn) ?? []) : []));
    return [[number, checkAmong(taskOf(task), written, text)]];
  });
  return new Map(checks);
}

/** What is not right for the task may still be true of a sum that was written as a try before it. */
function checkAmong(task: Task | null, written: readonly Task[], text: string): Checked {
  const check = checkTry(task, text);
  if (check.kind === 'right' || check.kind === 'holds') return check;
  const others = written.map((each) => checkTry(each, text));
  const held = others.find((other) => other.kind === 'right' || other.kind === 'holds');
  return held === undefined || held.kind === 'unknown' ? check : { kind: 'holds', sum: held.sum };
}
