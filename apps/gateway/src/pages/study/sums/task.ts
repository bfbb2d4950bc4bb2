import { readingsOf, type Words } from './bare-sum.ts';
import { type Fraction } from './fraction.ts';
import { isTimeOfDay, readSides, type Side } from './read-side.ts';
import { askingWords, taskNouns } from './sum-words.ts';
import { isKnown, solutionOf } from './value.ts';

/** What somebody is to work out, where a page can know it. */
export interface Task {
  /** In plain signs. */
  readonly written: string;
  readonly answer: Fraction;
  /** What it would be worth if its first number or dash were read in another way: nobody who says so can be called wrong. */
  readonly otherwise: readonly Fraction[];
  /** What is looked for in an equation; null: the task is a sum. */
  readonly unknown: string | null;
  /** A fraction by itself: another fraction of the same worth is no end of the work. */
  readonly isFraction: boolean;
}

/** UTF-16 units. */
const longestTask = 600;

const words: Words = { around: askingWords, nouns: taskNouns };

/** Reads `What is 3/4 + 1/8?`, `Task 2: 7 x 8 =` and `2x + 3 = 11`. Null where anything else is asked, or more. */
export function readTask(text: string): Task | null {
  const readings = text.length > longestTask ? [] : readingsOf(text, words).map(({ sum }) => withoutGap(sum));
  if (readings.some(isTimeOfDay)) return null;
  const [likeliest, ...others] = readings;
  const task = likeliest === undefined ? null : taskIn(likeliest);
  return task === null ? null : { ...task, otherwise: others.flatMap((written) => taskIn(written)?.answer ?? []) };
}

function withoutGap(sum: string): string {
  return sum.replace(/\s*=\s*[?_]*\s*$/u, '').trim();
}

type TaskInOneWay = Omit<Task, 'otherwise'>;

function taskIn(written: string): TaskInOneWay | null {
  const [left, right, ...more] = readSides(written) ?? [];
  if (left === undefined || more.length > 0) return null;
  return right === undefined ? sumTask(left) : equationTask(written, left, right);
}

function sumTask({ written, value, form, unknown }: Side): TaskInOneWay | null {
  if (unknown !== null || form === 'number' || !isKnown(value)) return null;
  return { written, answer: value.constant, unknown: null, isFraction: form === 'fraction' };
}

function equationTask(written: string, left: Side, right: Side): TaskInOneWay | null {
  const unknown = left.unknown ?? right.unknown;
  const answer = unknown === null ? null : solutionOf(left.value, right.value);
  return answer === null ? null : { written, answer, unknown, isFraction: false };
}
