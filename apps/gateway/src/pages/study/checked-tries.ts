import { mostTries, type Progress } from './progress.ts';
import { type StudyForm } from './study-form.ts';
import { type Checked, checkTry } from './sums/check-try.ts';
import { readTask } from './sums/task.ts';

/** What somebody wrote, under the number of its turn. */
export interface Said {
  readonly number: number;
  readonly question: string;
}

/** Remembers which turn asks and which ones try, by their numbers alone: what was written stays in the turns. */
export function withSaid(
  progress: Progress,
  act: StudyForm['act'],
  { number, question, language }: Said & { readonly language: string },
): Progress {
  const isTask = readTask(question, language) !== null;
  if (act === 'try') {
    const task = progress.task ?? (isTask ? number : null);
    return { ...progress, task, tried: [...progress.tried, [number, task] as const].slice(-mostTries) };
  }
  // Whoever asks with other numbers has another task, though nobody here can read it.
  return isTask ? { ...progress, task: number } : /\p{N}/u.test(question) ? { ...progress, task: null } : progress;
}

/** What is known of each try, by the number of its turn. Worked out anew for each page: nothing but the texts decides it. */
export function checksOf({ tried }: Pick<Progress, 'tried'>, said: readonly Said[], language: string): ReadonlyMap<number, Checked> {
  const texts = new Map(said.map(({ number, question }) => [number, question]));
  const checks = tried.flatMap(([number, task]): readonly (readonly [number, Checked])[] => {
    const text = texts.get(number);
    const asked = task === null ? undefined : texts.get(task);
    return text === undefined ? [] : [[number, checkTry(asked === undefined ? null : readTask(asked, language), text, language)]];
  });
  return new Map(checks);
}
