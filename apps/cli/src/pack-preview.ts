import { CodedError } from '@parlance/core';
import { type PackPreview, previewPacks } from '@parlance/gateway';
import { type PackFiles } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { Command, Option } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { previewReport } from './preview-report.ts';
import { date, list, positive, upstreamOf, type UpstreamOptions } from './preview-options.ts';

interface PreviewOptions extends UpstreamOptions {
  readonly json: boolean;
  readonly onlyChanged: boolean;
  readonly language?: readonly string[];
  readonly cases?: number;
  readonly sector: string;
  readonly today: string;
  readonly concurrency: number;
}

const help = `
The cases (evals/*.yaml) of both versions are answered by each, by the code that answers in a running gateway. Nothing is written to a journal or a log. A case
whose question or expectation is new in one version is asked as it stands in each.

Without --upstream the service cards answer, without a model, a key or a network; tokens are then estimated. With it, what both versions ask in the same words is
asked once. The key of the upstream is read from PARLANCE_UPSTREAM_KEY.

Exit codes: 0 no expectation that held before fails now, 1 one does, 2 wrong usage or a pack that does not load.`;

export function packPreview(): Command {
  return new Command('preview')
    .description("answer the pack's cases with the old and the new version: what readers would notice, what is disclosed, what it costs")
    .argument('<before>', 'the folder of the old version, or the word none')
    .argument('<after>', 'the folder of the new version')
    .option('--json', 'print one JSON object', false)
    .option('--only-changed', 'leave out the cases that are answered as before; the summary counts them', false)
    .addOption(new Option('--language <code...>', 'only the cases of these languages').argParser(list))
    .addOption(new Option('--cases <count>', 'only so many cases of each language').argParser(positive('--cases')))
    .option('--sector <name>', 'in which sector the questions are asked', 'citizen-services')
    .addOption(
      new Option('--today <date>', 'the day on which rules have to be in force, YYYY-MM-DD')
        .default(new Date().toISOString().slice(0, 10), 'today')
        .argParser(date),
    )
    .option('--upstream <address>', 'an OpenAI-compatible server, for example http://127.0.0.1:8000/v1')
    .option('--model <name>', 'which of its models; without it the first that it offers')
    .option('--upstream-jurisdiction <country>', 'where it stands; elsewhere identifiers in questions are replaced')
    .addOption(new Option('--concurrency <count>', 'cases at a time').default(4).argParser(positive('--concurrency')))
    .addHelpText('after', help)
    .action(async (before: string, after: string, options: PreviewOptions) => {
      const preview = await previewPacks({
        before: before === 'none' ? null : await filesOf(before),
        after: await filesOf(after),
        upstream: upstreamOf(options, process.env),
        filter: { languages: options.language ?? null, mostPerLanguage: options.cases ?? null },
        patience,
        onProgress,
        sector: options.sector,
        today: options.today,
        concurrency: options.concurrency,
      });
      const shown = options.onlyChanged ? { ...preview, cases: preview.cases.filter(({ status }) => status !== 'same') } : preview;
      process.stdout.write(options.json ? jsonText({ ok: holds(preview), ...shown }) : previewReport(shown));
      process.exitCode = holds(preview) ? clean : issuesFound;
    });
}

/** Milliseconds that one answer may take. */
const patience = 300_000;

function holds({ languages }: PackPreview): boolean {
  return languages.every(({ broken }) => broken === 0);
}

function onProgress(answered: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${answered} of ${of} cases${answered === of ? '\n' : ''}`);
  else if (answered === of || answered % 50 === 0) process.stderr.write(`${answered} of ${of} cases\n`);
}

async function filesOf(folder: string): Promise<PackFiles> {
  const files = await readPackFolder(folder);
  if (files.has('pack.yaml')) return files;
  throw new CodedError('pack_not_found', `${folder}: expected a folder with pack.yaml`);
}
