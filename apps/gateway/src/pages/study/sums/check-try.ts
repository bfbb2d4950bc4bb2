import { areEqual, type Fraction } from './fraction.ts';
import { type Reading, readingsOf, type Words } from './bare-sum.ts';
import { readSides, type Side } from './read-side.ts';
import { answerNouns, sayingWords, taskNouns } from './sum-words.ts';
import { type Task } from './task.ts';
import { ofSign } from './tokens.ts';
import { areSame, solutionOf } from './value.ts';

/**
 * What is known of a try, and the sum of which it is known, so that nothing is called right but what stands there. A wrong one says that its sides are not equal. `holds`: it is true, and whether it is the answer is not known.
 */
export type Checked =
  | { readonly kind: 'right' | 'wrong' | 'holds'; readonly sum: string }
  /** Nobody here can tell. */
  | { readonly kind: 'unknown' };

const notKnown: Checked = { kind: 'unknown' };

/** UTF-16 units and lines of a try at most. */
const longestTry = 2000;
const mostLines = 20;

/** Checks a try by exact arithmetic. What cannot be read in one way alone is not known. Pure. */
export function checkTry(task: Task | null, text: string): Checked {
  const lines = text.split(/[\n;]/u).filter((line) => line.trim() !== '');
  if (text.length > longestTry || lines.length > mostLines) return notKnown;
  const checks = lines.map((line) => checkLine(task, line));
  // One wrong line is enough, whatever stands beside it; one that nobody can read leaves the others open.
  const decisive = (['wrong', 'unknown', 'right', 'holds'] as const).find((kind) => checks.some((check) => check.kind === kind));
  const check = checks.find(({ kind }) => kind === decisive) ?? notKnown;
  return check.kind === 'unknown' ? check : { ...check, sum: shown(check.kind === 'wrong' ? unequal(check.sum) : check.sum) };
}

const words: Words = { around: sayingWords, nouns: [...answerNouns, ...taskNouns] };

/** The likeliest reading decides, but calls nothing wrong that another one does not call wrong too. */
function checkLine(task: Task | null, line: string): Checked {
  const readings = readingsOf(line, words).flatMap((reading) => [reading, ...withoutDash(reading)]);
  const [likeliest, ...others] = readings.map((reading) => checkReading(task, reading));
  const isDisputed = others.some((check) => check !== null && check.kind !== 'wrong');
  return likeliest?.kind === 'wrong' && isDisputed ? notKnown : (likeliest ?? notKnown);
}

/** As in "7 + 8 is - 15". */
function withoutDash({ sum, isNumbered }: Reading): readonly Reading[] {
  const bare = sum.replace(/= - (?=\d)/gu, '= ');
  return bare === sum ? [] : [{ sum: bare, isNumbered }];
}

/** Null: nobody can read it in this way. */
function checkReading(task: Task | null, { sum, isNumbered }: Reading): Checked | null {
  const sides = readSides(sum);
  if (sides === null) return null;
  const check = checkSides(task, sides, sum);
  // What has a number of its own may answer another task; two sides that are not equal are wrong for any.
  return isNumbered && check.kind === 'wrong' ? checkSides(null, sides, sum) : check;
}

function checkSides(task: Task | null, sides: readonly Side[], bare: string): Checked {
  const unknown = sides.find((side) => side.unknown !== null)?.unknown ?? null;
  if (unknown !== null) return task?.unknown === unknown ? checkEquation(task, sides, bare) : notKnown;
  const [first] = sides;
  if (first === undefined) return notKnown;
  return sides.length === 1 ? checkAnswer(task, first) : checkEquality(task, sides, bare);
}

/** One number, or a sum that says the same as the task in another way. */
function checkAnswer(task: Task | null, { written, value, form }: Side): Checked {
  if (task === null) return notKnown;
  const isSame = areEqual(value.constant, task.answer);
  const sum = claim(task, written);
  if (form === 'sum') return isSame ? { kind: 'holds', sum } : notKnown;
  if (!isSame) return isOtherwise(task, value.constant) ? notKnown : { kind: 'wrong', sum };
  return { kind: isEnd(task, form) ? 'right' : 'holds', sum };
}

function isOtherwise({ otherwise }: Task, said: Fraction): boolean {
  return otherwise.some((each) => areEqual(each, said));
}

function isEnd({ isFraction }: Task, form: Side['form']): boolean {
  return form === 'number' || (form === 'fraction' && !isFraction);
}

/** `7 + 8 = 7 + 3 + 5 = 15`: each side is worth the same, or the first that is not tells where it goes wrong. */
function checkEquality(task: Task | null, sides: readonly Side[], bare: string): Checked {
  for (const [index, side] of sides.entries()) {
    const before = sides[index - 1];
    if (before !== undefined && !areSame(before.value, side.value)) return { kind: 'wrong', sum: `${before.written} = ${side.written}` };
  }
  if (task === null) return { kind: 'holds', sum: bare };
  if (task.unknown !== null) return { kind: fillsPlace(task, bare) ? 'right' : 'holds', sum: bare };
  const end = sides.find(({ form, value }) => isEnd(task, form) && areEqual(value.constant, task.answer));
  if (end === undefined) return { kind: 'holds', sum: bare };
  return { kind: 'right', sum: sides.some(({ written }) => written === task.written) ? bare : claim(task, end.written) };
}

/** `7 * 8 = 56` for `7 * ? = 56`. */
function fillsPlace({ written, unknown }: Task, bare: string): boolean {
  if (unknown !== '?') return false;
  const [before = '', after = ''] = written.replace(/[□_]+/u, '?').replaceAll(' ', '').split('?');
  const said = bare.replaceAll(' ', '');
  const inPlace = said.slice(before.length, said.length - after.length);
  return said.startsWith(before) && said.endsWith(after) && /^\d+(?:[.,/]\d+)?$/.test(inPlace);
}

/** `x = 4`, or a step to it: it has the same solution as the task. */
function checkEquation(task: Task, sides: readonly Side[], bare: string): Checked {
  const [left, right] = sides;
  if (left === undefined || right === undefined || sides.length > 2) return notKnown;
  const solution: Fraction | null = solutionOf(left.value, right.value);
  if (solution === null) return notKnown;
  const sum = `${task.written}; ${bare}`;
  if (!areEqual(solution, task.answer)) return isOtherwise(task, solution) ? notKnown : { kind: 'wrong', sum };
  const isSolved = [
    [left, right],
    [right, left],
  ].some(([one, other]) => one?.written === task.unknown && other !== undefined && other.form !== 'sum' && other.unknown === null);
  return { kind: isSolved ? 'right' : 'holds', sum };
}

function claim({ written, unknown }: Task, said: string): string {
  return unknown === null ? `${written} = ${said}` : `${written}; ${unknown} = ${said}`;
}

/** What is wrong stands nowhere as if it held, beside words of exact reckoning least of all. */
function unequal(sum: string): string {
  const at = sum.lastIndexOf('=');
  return at === -1 ? sum : `${sum.slice(0, at)}≠${sum.slice(at + 1)}`;
}

/** As schools write it. A share of something is a product. */
function shown(sum: string): string {
  return sum.replaceAll('*', '×').replaceAll(ofSign, '×').replace(/ +/gu, ' ');
}
