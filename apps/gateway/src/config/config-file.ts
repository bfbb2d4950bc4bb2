import { isMap, isScalar, LineCounter, parseDocument, type Pair } from 'yaml';
import { hidden, type ConfigIssue } from './config-issue.ts';

/** One line of the file: what is written, not what YAML would make of it, so that a key of digits keeps its zeros. */
interface FileEntry {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface FileReading {
  readonly entries: readonly FileEntry[];
  readonly issues: readonly ConfigIssue[];
}

const longestFile = 16_384;
const mostBrackets = 100;

const flat = 'one `key: value` per line';

/**
 * Reads the optional settings file. Nothing of the text of the file is in the issues, because any part of it may be a secret.
 */
export function readConfigFile(path: string, text: string): FileReading {
  if (text.length > longestFile || bracketsIn(text) > mostBrackets) {
    return refusal(path, 'Take out what is not a setting; the file is too long or too deeply nested.');
  }
  const lines = new LineCounter();
  // `failsafe` leaves every value as the text that was written.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const faults = document.errors.map(({ code, pos }) => syntaxIssue(`${path}:${lineAt(pos[0])}`, code));
  if (faults.length > 0) return { entries: [], issues: faults };
  if (document.contents === null) return { entries: [], issues: [] };
  if (!isMap(document.contents)) return refusal(path, 'Write for example `port: 7311`.');
  const readings = document.contents.items.map((pair) => readPair(path, pair, lineAt));
  return { entries: readings.flatMap(({ entries }) => entries), issues: readings.flatMap(({ issues }) => issues) };
}

/** The parser recurses, and a stack that overflows inside a regular expression ends the process. Settings are flat anyway. */
function bracketsIn(text: string): number {
  return text.match(/[[{]|(?<=^|\s)[-?](?=\s|$)/gm)?.length ?? 0;
}

function readPair(path: string, { key, value }: Pair, lineAt: (offset: number) => number): FileReading {
  if (!isScalar(key) || typeof key.value !== 'string') return refusal(path, 'Write a plain name before the colon.');
  const line = lineAt(key.range?.[0] ?? 0);
  if (value === null) return { entries: [], issues: [] };
  if (!isScalar(value) || typeof value.value !== 'string') {
    const issue = {
      field: `${path}:${line} ${key.value.slice(0, 64)}`,
      value: hidden,
      expected: 'a single value',
      mend: 'Write one value after the colon.',
    };
    return { entries: [], issues: [issue] };
  }
  return { entries: [{ key: key.value, line, text: value.value }], issues: [] };
}

function syntaxIssue(field: string, code: string): ConfigIssue {
  const mend =
    code === 'DUPLICATE_KEY'
      ? 'Keep one of the two lines with the same key.'
      : `Mend the YAML of this line (${code.toLowerCase().replaceAll('_', ' ')}).`;
  return { field, value: null, expected: flat, mend };
}

function refusal(path: string, mend: string): FileReading {
  return { entries: [], issues: [{ field: path, value: null, expected: flat, mend }] };
}
