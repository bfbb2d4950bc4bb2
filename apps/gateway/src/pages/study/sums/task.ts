import { type Fraction } from './fraction.ts';
import { bareSum } from './bare-sum.ts';
import { readSides, type Side } from './read-side.ts';
import { askingWords } from './sum-words.ts';
import { isKnown, solutionOf } from './value.ts';

/** What somebody is to work out, where a page can know it. */
export interface Task {
  /** In plain signs. */
  readonly written: string;
  readonly answer: Fraction;
  /** What is looked for in an equation; null: the task is a sum. */
  readonly unknown: string | null;
  /** A fraction by itself: another fraction of the same worth is no end of the work. */
  readonly isFraction: boolean;
}

/** UTF-16 units. */
const longestTask = 600;

/** Reads `What is 3/4 + 1/8?`, `7 x 8 =` and `2x + 3 = 11`. Null where anything else is asked, or more. */
export function readTask(text: string, language: string): Task | null {
  const written = text.length > longestTask ? null : bareSum(text, askingWords);
  if (written === null) return null;
  const bare = written.replace(/\s*=\s*[?_]*\s*$/u, '').trim();
  const [left, right, ...more] = readSides(bare, language) ?? [];
  if (left === undefined || more.length > 0) return null;
  return right === undefined ? sumTask(left) : equationTask(bare, left, right);
}

function sumTask({ written, value, form, unknown }: Side): Task | null {
  if (unknown !== null || form === 'number' || !isKnown(value)) return null;
  return { written, answer: value.constant, unknown: null, isFraction: form === 'fraction' };
}

function equationTask(written: string, left: Side, right: Side): Task | null {
  const unknown = left.unknown ?? right.unknown;
  const answer = unknown === null ? null : solutionOf(left.value, right.value);
  return answer === null ? null : { written, answer, unknown, isFraction: false };
}
