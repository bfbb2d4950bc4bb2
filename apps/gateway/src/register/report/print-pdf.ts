import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CodedError } from '@parlance/core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Milliseconds. */
const patience = 60_000;

/** Path of a Chromium of this machine: the one that CHROMIUM names, else the first in PATH. Null: there is none. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | null {
  const named = environment['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/** Prints a page that loads nothing. Throws `chromium_missing` and `chromium_failed`. */
export async function printPdf(html: string, chromium: string | null): Promise<Uint8Array> {
  if (chromium === null)
    throw new CodedError(
      'chromium_missing',
      'a PDF needs Chromium, and there is none in PATH; install it, name it with CHROMIUM, or take --html and print that',
    );
  const folder = await mkdtemp(join(tmpdir(), 'parlance-report-'));
  try {
    const [page, pdf] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeFile(page, html);
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const switches = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--no-pdf-header-footer',
    ];
    await promisify(execFile)(chromium, [...switches, profile, `--print-to-pdf=${pdf}`, `file://${page}`], { timeout: patience }).catch(
      () => {
        throw new CodedError('chromium_failed', `${chromium} did not print the report; try --html`);
      },
    );
    const bytes = await readFile(pdf).catch(() => {
      throw new CodedError('chromium_failed', `${chromium} printed no file; try --html`);
    });
    return withoutClock(bytes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chromium writes when it printed; a date of the same length stands there instead, so that nothing in the file moves. */
function withoutClock(bytes: Buffer): Uint8Array {
  const text = bytes.toString('latin1');
  const still = text.replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$120000101000000');
  return Buffer.from(still, 'latin1');
}
