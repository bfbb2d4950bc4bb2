import { CodedError } from '@parlance/core';
import { Command, Option } from 'commander';
import { checkFolder, exitCodeOf } from './check/check-folder.ts';
import { checkJson } from './check/check-json.ts';
import { checkSarif } from './check/check-sarif.ts';
import { checkText } from './check/check-text.ts';
import { paletteFor } from './check/palette.ts';
import { watchFolders } from './check/watch-folders.ts';
import { clean } from './exit-codes.ts';

const formats = ['text', 'json', 'sarif'] as const;

interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly json: boolean;
  readonly watch: boolean;
  readonly today?: string;
}

export function packCheck(): Command {
  return new Command('check')
    .description('check packs against the charter; shows every issue with file, line, rule and mend')
    .argument('<folder...>', 'the folders that hold pack.yaml')
    .addOption(new Option('--format <format>', 'what is printed').choices(formats).default('text'))
    .option('--json', 'short for --format json', false)
    .option('--watch', 'check again whenever a file changes, and show what came and what went', false)
    .option('--today <date>', 'the day on which restrictions have to be in force, YYYY-MM-DD; the day of the check when absent')
    .addHelpText('after', '\nExit codes: 0 clean (warnings allowed) or watching was ended, 1 issues, 2 wrong usage or no such folder.')
    .action(async (folders: readonly string[], options: CheckOptions) => {
      const { today } = options;
      if (today !== undefined && !isDay(today)) throw badUsage('--today', 'YYYY-MM-DD', today);
      const format = options.json ? 'json' : options.format;
      if (options.watch && format !== 'text') throw badUsage('--watch', '--format text with it', format);
      process.exitCode = options.watch ? await watch(folders, today) : await checkOnce(folders, format, today ?? currentDay());
    });
}

async function checkOnce(folders: readonly string[], format: CheckOptions['format'], today: string): Promise<number> {
  const checked = await Promise.all(folders.map((folder) => checkFolder(folder, today)));
  const written = {
    text: () => checkText(checked, paletteFor(process.stdout, process.env)),
    json: () => checkJson(checked),
    sarif: () => checkSarif(checked),
  }[format]();
  process.stdout.write(written);
  return exitCodeOf(checked);
}

async function watch(folders: readonly string[], today: string | undefined): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort();
    });
  }
  await watchFolders({
    folders,
    today: () => today ?? currentDay(),
    clock: () => new Date().toTimeString().slice(0, 8),
    palette: paletteFor(process.stdout, process.env),
    write: (text) => process.stdout.write(text),
    interval: 250,
    stop: stop.signal,
  });
  return clean;
}

function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function badUsage(option: string, expected: string, received: string): CodedError<'bad_usage'> {
  return new CodedError('bad_usage', `${option}: expected ${expected}, received ${received.slice(0, 40)}`);
}
