import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Term } from '../pack.ts';
import { closed, httpsUrl, listOf, text } from './fields.ts';
import { issueAt, type PackIssue, shown } from './pack-issue.ts';
import { type RawFile, type TextAt, unreadable } from './reading.ts';
import { type SourceText } from './source-text.ts';

const columns = ['term', 'definition', 'alternatives', 'source'] as const;
const longestCsv = 512 * 1024;

/** `terminology/<language>.csv` (RFC 4180): one term a line; alternatives are separated by semicolons. */
export const terminologySchema: z.ZodType<readonly Term[]> = listOf(
  closed({
    term: text(120),
    definition: text(600),
    alternatives: z.array(text(120)).max(20, 'at most 20 alternatives'),
    source: httpsUrl,
  }),
  { least: 0, most: 5000 },
);

export function readTerminology(source: SourceText): RawFile {
  const rows = parsedRows(source.text);
  if (rows === null) return unreadable([notCsv(source, 0, 'commas between fields, and double quotes around a field with a comma')]);
  const [header = [], ...records] = rows;
  if (header.join(',') !== columns.join(',')) return unreadable([notCsv(source, 0, `a first line ${columns.join(',')}`)]);
  const marks = new Map<string, number>();
  const texts: TextAt[] = [];
  const issues: PackIssue[] = [];
  const lines = linesOf(source.text);
  const value = records.map((record, index) => {
    const { text: line, offset } = lines[index + 1] ?? { text: '', offset: 0 };
    marks.set(String(index), offset);
    if (record.length !== columns.length) issues.push(notCsv(source, offset, `${columns.length} fields`));
    const starts = fieldStarts(line).map((start) => offset + start);
    columns.forEach((column, field) => marks.set(`${index}.${column}`, starts[field] ?? offset));
    const [term = '', definition = '', names = '', address = ''] = record;
    const [termAt = offset, definitionAt = offset, namesAt = offset, addressAt = offset] = starts;
    const alternatives = alternativesIn(names);
    texts.push(
      { path: `${index}.term`, text: term, offset: termAt },
      { path: `${index}.definition`, text: definition, offset: definitionAt },
      ...alternatives.map(({ name, at }, place) => ({ path: `${index}.alternatives.${place}`, text: name, offset: namesAt + at })),
      { path: `${index}.source`, text: address, offset: addressAt },
    );
    return { term, definition, alternatives: alternatives.map(({ name }) => name), source: address };
  });
  return { value, marks, texts, issues };
}

/** Where each field of a line begins, behind its quotation mark if it has one. */
function fieldStarts(line: string): readonly number[] {
  return Array.from(line.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)(?=,|$)/g), ({ 0: field, index }) =>
    field.startsWith('"') ? index + 1 : index,
  );
}

/** Names between semicolons, and where each begins in the field. */
function alternativesIn(field: string): readonly { readonly name: string; readonly at: number }[] {
  if (field === '') return [];
  let start = 0;
  return field.split(';').map((written) => {
    const at = start + written.length - written.trimStart().length;
    start += written.length + 1;
    return { name: written.trim(), at };
  });
}

/** Null when the text is not CSV. A field with a line break in it would move the lines that follow, so `notCsv` is said of it as well. */
function parsedRows(written: string): readonly (readonly string[])[] | null {
  if (written.length > longestCsv) return null;
  try {
    const rows = parse(written, { relax_column_count: true, skip_empty_lines: false, record_delimiter: '\n' });
    return rows.some((row) => row.some((field) => field.includes('\n'))) ? null : rows;
  } catch {
    return null;
  }
}

function linesOf(written: string): readonly { readonly text: string; readonly offset: number }[] {
  let offset = 0;
  return written.split('\n').map((text) => {
    const line = { text, offset };
    offset += text.length + 1;
    return line;
  });
}

function notCsv(source: SourceText, offset: number, expected: string): PackIssue {
  const line = source.text.slice(offset).split('\n', 1)[0] ?? '';
  return issueAt(source.positionAt(offset), {
    rule: 'S1',
    path: '',
    code: 'csv',
    expected,
    received: shown(line),
    mend: `Write ${expected}.`,
  });
}
