import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { reportLanguages, reportPage } from '@parlance/web';
import { type CollectedMonth } from '../report/collect-month.ts';
import { makeReport } from '../report/make-report.ts';
import { reportCsv } from '../report/report-csv.ts';
import { reportJson } from '../report/report-json.ts';
import { reportName } from './report-name.ts';

/** Every form that needs nothing but the log, by its name: the same bytes as `parlance report` prints. */
export function reportFiles(month: string, found: readonly CollectedMonth[]): ReadonlyMap<string, string> {
  const english = makeReport(month, found);
  return new Map([
    [reportName({ month, form: 'json', language: 'en' }), reportJson(english)],
    [reportName({ month, form: 'csv', language: 'en' }), reportCsv(english)],
    ...reportLanguages.map(
      (language) => [reportName({ month, form: 'html', language }), reportPage(makeReport(month, found, language))] as const,
    ),
  ]);
}

const day = 24 * 60 * 60 * 1000;

/** Whether nothing can be added to a month any more: the log has gone on to the next, or the month has been over for a day, in which its last batch was written. */
export function isOver(month: string, { months, now }: { readonly months: readonly string[]; readonly now: Date }): boolean {
  return months.some((each) => each > month) || new Date(now.getTime() - day).toISOString().slice(0, '2026-11'.length) > month;
}

/** Puts files into a folder, each whole or not at all. What stands there stays: the same bytes are fine, for others nothing is written. Gives the names of the new ones. */
export async function publishFiles(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const missing: string[] = [];
  for (const [name, text] of files) if (!(await isThere(join(folder, name), text))) missing.push(name);
  for (const name of missing) await putOnce(folder, name, files.get(name) ?? '');
  return missing;
}

/** Throws `report_differs` where something else stands there. */
async function isThere(path: string, text: string): Promise<boolean> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (bytes === null) return false;
  if (bytes.equals(Buffer.from(text))) return true;
  throw new CodedError(
    'report_differs',
    `${path}: was published with other bytes, which stay, because somebody may have cited them. The log or the program has changed since; the report that is made now can be printed without --publish`,
  );
}

/** A name is given to a file that is whole and on the disk; a name that somebody else has taken meanwhile is not taken from them. */
async function putOnce(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `.${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(draft, 'wx', 0o644);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await link(draft, join(folder, name));
  } catch (error) {
    if (!hasCode(error, 'EEXIST') || !(await isThere(join(folder, name), text))) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
