import { type z } from 'zod';
import { nearest } from './nearest.ts';
import { issueAt, type PackIssue, type PackRule, shown } from './pack-issue.ts';
import { offsetOf, type RawFile } from './reading.ts';
import { type SourceText } from './source-text.ts';

interface Context {
  readonly source: SourceText;
  readonly raw: RawFile;
  /** The guarantee that a missing or wrong value breaks; an unknown key always breaks S1. */
  readonly rule: PackRule;
}

export function schemaIssues(error: z.ZodError, context: Context): readonly PackIssue[] {
  return error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, context) : [wrongValue(issue, context)]));
}

type Unrecognized = Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>;

function unknownKeys(issue: Unrecognized, { source, raw }: Context): readonly PackIssue[] {
  const allowed = issue.message.split(', ');
  return issue.keys.map((key) => {
    const path = [...issue.path, key].join('.');
    const near = nearest(key, allowed);
    return issueAt(source.positionAt(offsetOf(raw.marks, path)), {
      rule: 'S1',
      path,
      code: 'unknown-key',
      expected: `one of: ${issue.message}`,
      received: shown(key),
      mend: near === null ? `Remove "${shown(key)}".` : `Write "${near}" or remove "${shown(key)}".`,
    });
  });
}

function wrongValue(issue: z.core.$ZodIssue, { source, raw, rule }: Context): PackIssue {
  const path = issue.path.join('.');
  const value = valueAt(raw.value, issue.path);
  const isMissing = value === undefined;
  const expected = issue.message;
  return issueAt(source.positionAt(offsetOf(raw.marks, path)), {
    rule,
    path,
    code: isMissing ? 'missing' : 'wrong-value',
    expected,
    received: isMissing ? 'nothing' : described(value),
    mend: isMissing ? `Add "${String(issue.path.at(-1) ?? '')}": ${expected}.` : `Write ${expected}.`,
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<PropertyKey, unknown>>)[key] : undefined),
    value,
  );
}

function described(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'nothing' : shown(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value === null ? 'nothing' : 'a map';
}
