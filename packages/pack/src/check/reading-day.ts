import { type PackIssue } from '../format/pack-issue.ts';
import { type CheckContext, issueIn } from './check-context.ts';

/** What was read longer ago is to be read again. */
const freshDays = 400;

interface Reading {
  readonly file: string;
  readonly path: string;
  /** `YYYY-MM-DD`. */
  readonly read: string;
}

/** Whom people reach in need is read anew every year or so, and on no day to come (S7). */
export function readingDay({ draft, today }: CheckContext, { file, path, read }: Reading): readonly PackIssue[] {
  const place = { rule: 'S7', path, received: read } as const;
  if (read > today) {
    const facts = { code: 'read-in-future', expected: `a day until ${today}`, mend: 'Write the day on which the source was read.' };
    return [issueIn(draft, file, { ...place, ...facts })];
  }
  if (Date.parse(today) - Date.parse(read) <= freshDays * 86_400_000) return [];
  const facts = { code: 'stale', expected: `a day in the last ${freshDays}`, mend: 'Read the source again and write the day.' };
  return [issueIn(draft, file, { ...place, severity: 'warning', ...facts })];
}
