import { writeFile } from 'node:fs/promises';
import { CodedError } from '@parlance/core';
import {
  type CollectedMonth,
  collectMonth,
  findChromium,
  makeReport,
  printPdf,
  reportCsv,
  reportJson,
  reportLanguages,
  reportPage,
  reportText,
} from '@parlance/gateway/register';
import { Command } from 'commander';
import { badUsage } from './check/bad-usage.ts';
import { clean, issuesFound } from './exit-codes.ts';
import { publishReport } from './publish-report.ts';
import { findTrees } from './report-trees.ts';

interface ReportOptions {
  readonly month: string;
  readonly log?: string;
  readonly policy?: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly html: boolean;
  readonly pdf?: string;
  readonly publish: boolean;
  readonly data: string;
  readonly language: string;
}

const help = `
Whoever has the log makes the same report, byte for byte: nothing in it comes from the clock or the machine, and it ends with the last batch of the month, so that a longer log
changes nothing. Every entry is hashed and held against the checkpoint. Numbers below ten are not told. A PDF is printed by Chromium, and is the same where Chromium is.
With --publish each file is written once: the same bytes again are fine, and other bytes never take their place.

Exit codes: 0 made, 1 not made (the month is not in the log, or not over where it is to be published; other bytes were published; the log is damaged or cannot be reached, no Chromium), 2 wrong usage.`;

/** `parlance report`: what a month was like, by the log alone. */
export function reportCommand(): Command {
  return new Command('report')
    .description('the transparency report of a month, made from the public log alone')
    .requiredOption('--month <month>', 'as 2026-11')
    .option('--log <folder|url>', 'a data folder, the folder of a shard, a copy of a public tree, or https://.../log; --data unless given')
    .option('--data <folder>', 'the data folder of the server', process.env['PARLANCE_DATA'] ?? 'data')
    .option('--policy <file>', 'the log as you know it; without it, policy.txt beside the log, which its operator wrote')
    .option('--json', 'print one JSON object', false)
    .option('--csv', 'print one table', false)
    .option('--html', 'print a page that stands alone', false)
    .option('--pdf <file>', 'write a PDF, with Chromium')
    .option('--publish', 'put the page in each language, JSON and CSV into <data>/reports, from where the server shows them', false)
    .option('--language <language>', `of the page, the PDF and the sentences in the data: ${reportLanguages.join(', ')}`, 'en')
    .addHelpText('after', help)
    .action(async (options: ReportOptions) => {
      const { month } = options;
      if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw badUsage('--month', 'a month, as 2026-11', month);
      const forms = [options.json, options.csv, options.html, options.pdf !== undefined, options.publish].filter(Boolean).length;
      if (forms > 1) throw badUsage('--json, --csv, --html, --pdf, --publish', 'one of them', String(forms));
      const { language } = options;
      if (!reportLanguages.some((each) => each === language))
        throw badUsage('--language', `one of ${reportLanguages.join(', ')}`, language);
      if (forms === 0 && language !== 'en')
        throw badUsage('--language', 'with --json, --csv, --html or --pdf: the text for a terminal is in English', language);
      if (options.publish && language !== 'en') throw badUsage('--language', 'none with --publish, which makes the page in each', language);
      process.exitCode = clean;
      try {
        const found = await collected(options);
        await (options.publish ? publishReport(options, found) : print(options, found));
      } catch (error) {
        if (!(error instanceof CodedError) || error.code === 'bad_usage') throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = issuesFound;
      }
    });
}

async function collected({ month, data, log = data, policy: path }: ReportOptions): Promise<readonly CollectedMonth[]> {
  const { trees, policy } = await findTrees(log, { month, path: path ?? null });
  if (policy === null)
    process.stderr.write('the signature of the log is not checked: there is no policy.txt beside it; name one with --policy\n');
  const found: CollectedMonth[] = [];
  for (const tree of trees) found.push(await collectMonth(tree, month, { policy, onProgress: tell(tree.name) }));
  const months = [...new Set(found.flatMap((each) => each.months))].toSorted();
  if (found.some(({ head }) => head !== null)) {
    if (months.at(-1) === month) process.stderr.write(`${month} is the last month of the log; it may not be over\n`);
    return found;
  }
  const there = months.length === 0 ? 'it has none' : `it has ${months.join(', ')}`;
  throw new CodedError('month_unknown', `${log}: the log has no batch of ${month}; ${there}`);
}

function tell(name: string): (done: bigint, size: bigint) => void {
  return (done, size) => {
    process.stderr.write(`${name}: ${String(done)} of ${String(size)} entries\n`);
  };
}

async function print({ month, json, csv, html, pdf, language: asked }: ReportOptions, found: readonly CollectedMonth[]): Promise<void> {
  const report = makeReport(
    month,
    found,
    reportLanguages.find((each) => each === asked),
  );
  if (pdf !== undefined) {
    const bytes = await printPdf(reportPage(report), findChromium(process.env));
    await writeFile(pdf, bytes).catch(() => {
      throw badUsage('--pdf', 'a file that can be written', pdf);
    });
    return;
  }
  if (json) process.stdout.write(reportJson(report));
  else if (csv) process.stdout.write(reportCsv(report));
  else process.stdout.write(html ? reportPage(report) : reportText(report));
}
