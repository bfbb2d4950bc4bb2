import { escapeHtml } from '../escape-html.ts';

/** Letters and digits of scripts that run from right to left. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** Where a reference ends; `wait` when more text is needed to tell, `text` when there is none. */
export type ReferenceEnd = number | 'wait' | 'text';

/** Longer ones are text. */
const longest = 100;

/** What no reference holds: addresses, Markdown, ends of lines, what stands for something else, and whatever runs from right to left. */
const inside = String.raw`(?!https://)[^\\\`*_~[\]!<$\n()\uE000-\uF8FF\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]`;

/** In brackets, behind a section sign, or a number in parts: "(2-08-310, art. 1, 2)", "§ 12 lg 3", "2-08-310". */
const beginnings: Readonly<Record<string, RegExp>> = {
  '(': new RegExp(String.raw`\((?:${inside})*`, 'y'),
  '§': new RegExp(`§(?:${inside})*`, 'y'),
};
const number = /[0-9]+(?:[-/–][0-9]+)*[-/–]?/y;

/**
 * Reads a reference to a law, or a number in parts, among text that runs from right to left: there its parts would change places (UAX #9). `at`: where it begins, at a
 * character of `beginsReference`.
 */
export function endOfReference(text: string, at: number, isLast: boolean): ReferenceEnd {
  const first = text.charAt(at);
  const pattern = beginnings[first] ?? number;
  pattern.lastIndex = at;
  const read = pattern.exec(text.slice(0, at + longest))?.[0] ?? '';
  const isOpen = at + read.length === text.length && !isLast;
  if (isOpen) return 'wait';
  const whole = first === '(' ? inBrackets(read, text.charAt(at + read.length)) : read.replace(/[^\p{L}\p{N}]+$/u, '');
  return isReference(whole) ? at + whole.length : 'text';
}

export const beginsReference = /[(§0-9]/;

export function reference(text: string): string {
  return `<bdi dir="ltr">${escapeHtml(text)}</bdi>`;
}

function inBrackets(opened: string, next: string): string {
  return next === ')' ? `${opened})` : '';
}

function isReference(text: string): boolean {
  return /[0-9]/.test(text) && /\p{Script=Latin}|[§/–-]/u.test(text);
}
