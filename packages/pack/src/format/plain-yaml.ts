import { type PlainPlace as Place, readBrackets, within } from './plain-brackets.ts';
import { type RawFile, type TextAt } from './reading.ts';

interface Line {
  readonly indent: number;
  readonly content: string;
  readonly offset: number;
}

interface Reading {
  readonly lines: Line[];
  readonly marks: Map<string, number>;
  readonly texts: TextAt[];
  at: number;
  /** False as soon as anything was met that this reader leaves to the other one. */
  isPlain: boolean;
}

interface Written {
  readonly text: string;
  /** Where the text begins in the file. */
  readonly offset: number;
}

/** Far below what the whole reader allows. */
const deepest = 8;
const control = /[^\P{Cc}\n]|\uFEFF/u;
const entry = /^([A-Za-z_][\w.-]{0,63}):(?: (?! )(.+))?$/;
const symbolFirst = /^[\s\-?:,[\]{}#&*!|>'"%@`.=<~]/;
const ambiguousInside = /:(?: |$)| #| $/;

/**
 * Reads YAML in its plainest form: block maps and lists, each text on one line, short lists and maps in brackets. Most files of a pack are written so,
 * and a general parser spends most of a check on them. Null for everything else, which the general parser reads or refuses; where this reader gives a
 * value it is the one that the general parser gives, with the same places.
 */
export function readPlainYaml(text: string): RawFile | null {
  if (control.test(text)) return null;
  const lines = linesOf(text);
  const [first] = lines;
  if (first?.indent !== 0) return null;
  const reading: Reading = { lines, marks: new Map(), texts: [], at: 0, isPlain: true };
  const value = readBlock(reading, 0, { path: '', depth: 0 });
  const isWhole = reading.isPlain && reading.at === lines.length;
  return isWhole ? { value, marks: reading.marks, texts: reading.texts, issues: [] } : null;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    let from = start;
    while (text[from] === ' ') from += 1;
    if (end > start) lines.push({ indent: from - start, content: text.slice(from, end), offset: from });
    start = end + 1;
  }
  return lines;
}

function leave(reading: Reading): null {
  reading.isPlain = false;
  reading.at = reading.lines.length;
  return null;
}

function readBlock(reading: Reading, indent: number, place: Place): unknown {
  if (place.depth > deepest) return leave(reading);
  return isItem(reading.lines[reading.at]) ? readList(reading, indent, place) : readMap(reading, indent, place);
}

function isItem(line: Line | undefined): boolean {
  return line?.content.startsWith('- ') === true;
}

function readMap(reading: Reading, indent: number, place: Place): unknown {
  const entries = new Map<string, unknown>();
  for (let line = reading.lines[reading.at]; line?.indent === indent; line = reading.lines[reading.at]) {
    const [matched, key = '', written] = entry.exec(line.content) ?? [];
    if (matched === undefined || entries.has(key)) return leave(reading);
    const path = within(place, key);
    reading.marks.set(path, line.offset);
    reading.at += 1;
    const inner = { path, depth: place.depth + 1 };
    const value =
      written === undefined
        ? readDeeper(reading, indent, inner)
        : readInline(reading, { text: written, offset: line.offset + key.length + 2 }, inner);
    entries.set(key, value);
  }
  return Object.fromEntries(entries);
}

function readDeeper(reading: Reading, indent: number, place: Place): unknown {
  const next = reading.lines[reading.at];
  return next === undefined || next.indent <= indent ? leave(reading) : readBlock(reading, next.indent, place);
}

function readList(reading: Reading, indent: number, place: Place): unknown {
  const items: unknown[] = [];
  for (let line = reading.lines[reading.at]; line?.indent === indent && isItem(line); line = reading.lines[reading.at]) {
    const item = { indent: indent + 2, content: line.content.slice(2), offset: line.offset + 2 };
    const inner = { path: within(place, items.length), depth: place.depth + 1 };
    reading.marks.set(inner.path, item.offset);
    items.push(readItem(reading, item, inner));
  }
  return items;
}

function readItem(reading: Reading, item: Line, place: Place): unknown {
  if (entry.test(item.content)) {
    // The first entry of a map stands behind the dash; from here on it is a line like those below it.
    reading.lines[reading.at] = item;
    return readMap(reading, item.indent, place);
  }
  reading.at += 1;
  return readInline(reading, { text: item.content, offset: item.offset }, place);
}

function readInline(reading: Reading, written: Written, place: Place): unknown {
  const { text } = written;
  if (text.startsWith('[') || text.startsWith('{')) {
    const line = { ...reading, ...written, at: 0 };
    const value = readBrackets(line, place);
    return value === null || line.at < text.length ? leave(reading) : value;
  }
  const quoted = /^(["'])([^"'\\]+)\1$/.exec(text)?.[2];
  if (quoted === undefined && (symbolFirst.test(text) || ambiguousInside.test(text))) return leave(reading);
  return keep(reading, { text: quoted ?? text, offset: written.offset }, place);
}

function keep(reading: Reading, { text, offset }: Written, { path }: Place): string {
  reading.texts.push({ path, text, offset });
  return text;
}
