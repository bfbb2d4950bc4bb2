import { type TextAt } from './reading.ts';

export interface PlainPlace {
  /** Dotted; empty at the top. */
  readonly path: string;
  readonly depth: number;
}

/** One line, read from `at` on. */
export interface BracketLine {
  readonly text: string;
  /** Where the line begins in the file. */
  readonly offset: number;
  readonly marks: Map<string, number>;
  readonly texts: TextAt[];
  at: number;
}

/** Far below what the general parser allows. */
const deepest = 8;
const key = /([A-Za-z_][\w.-]{0,63}): (?! )/y;
/** Without escapes, and without the other kind of quotation mark. */
const quoted = /(["'])([^"'\\]+)\1(?=[,\]}])/y;
const text = /[^\s\-?:,[\]{}#&*!|>'"%@`.=<~][^,[\]{}:#&*!|>'"%@`?]*/y;

/** Reads a list or map in brackets on one line, `[a, b]` or `{a: [b], c: d}`, and leaves `at` behind it. Null for anything less plain. */
export function readBrackets(line: BracketLine, place: PlainPlace): unknown {
  if (place.depth > deepest) return null;
  const isList = line.text[line.at] === '[';
  const close = isList ? ']' : '}';
  const entries = new Map<string, unknown>();
  do {
    line.at += entries.size === 0 ? 1 : 2;
    const start = line.at;
    const name = isList ? String(entries.size) : match(key, line)?.[1];
    if (name === undefined || entries.has(name)) return null;
    const inner = { path: within(place, name), depth: place.depth + 1 };
    line.marks.set(inner.path, line.offset + start);
    const value = readValue(line, inner);
    if (value === null) return null;
    entries.set(name, value);
  } while (line.text.startsWith(', ', line.at));
  if (line.text[line.at] !== close) return null;
  line.at += 1;
  return isList ? [...entries.values()] : Object.fromEntries(entries);
}

export function within({ path }: PlainPlace, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

function readValue(line: BracketLine, place: PlainPlace): unknown {
  return isOpening(line) ? readBrackets(line, place) : readText(line, place);
}

function isOpening({ text, at }: BracketLine): boolean {
  return text[at] === '[' || text[at] === '{';
}

function match(pattern: RegExp, line: BracketLine): RegExpExecArray | null {
  pattern.lastIndex = line.at;
  const found = pattern.exec(line.text);
  if (found !== null) line.at = pattern.lastIndex;
  return found;
}

function readText(line: BracketLine, { path }: PlainPlace): string | null {
  const start = line.at;
  const found = match(quoted, line)?.[2] ?? match(text, line)?.[0];
  if (found === undefined || found.endsWith(' ')) return null;
  line.texts.push({ path, text: found, offset: line.offset + start });
  return found;
}
