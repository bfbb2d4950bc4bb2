import { Command, Option } from 'commander';
import { type CheckedFolder, checkFolder, exitCodeOf } from './check/check-folder.ts';
import { checkJson } from './check/check-json.ts';
import { checkSarif } from './check/check-sarif.ts';
import { checkText } from './check/check-text.ts';
import { judgeSettings, type JudgeSettings } from './check/judge-settings.ts';
import { judgeWithProgress } from './check/judge-progress.ts';
import { badUsage } from './check/bad-usage.ts';
import { paletteFor } from './check/palette.ts';
import { watchFolders } from './check/watch-folders.ts';
import { clean } from './exit-codes.ts';

const formats = ['text', 'json', 'sarif'] as const;

interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly json: boolean;
  readonly watch: boolean;
  readonly today?: string;
  readonly judge?: string;
  readonly judgeModel?: string;
}

export function packCheck(): Command {
  return new Command('check')
    .description('check packs against the charter; shows every issue with file, line, rule and mend')
    .argument('<folder...>', 'the folders that hold pack.yaml')
    .addOption(new Option('--format <format>', 'what is printed').choices(formats).default('text'))
    .option('--json', 'short for --format json', false)
    .option('--watch', 'check again whenever a file changes, and show what came and what went', false)
    .option('--today <date>', 'the day on which restrictions have to be in force, YYYY-MM-DD; the day of the check when absent')
    .option('--judge <base url>', 'also ask a model, at an OpenAI-compatible address such as http://localhost:11434/v1; or PARLANCE_JUDGE')
    .option('--judge-model <name>', 'the model that is asked; or PARLANCE_JUDGE_MODEL')
    .addHelpText(
      'after',
      '\nA model adds to the checks and takes nothing from them. Its key, where it needs one, is read from PARLANCE_JUDGE_KEY.',
    )
    .addHelpText('after', '\nExit codes: 0 clean (warnings allowed) or watching was ended, 1 issues, 2 wrong usage or no such folder.')
    .action(async (folders: readonly string[], options: CheckOptions) => {
      const { today } = options;
      if (today !== undefined && !isDay(today)) throw badUsage('--today', 'YYYY-MM-DD', today);
      const format = options.json ? 'json' : options.format;
      if (options.watch && format !== 'text') throw badUsage('--watch', '--format text with it', format);
      const judge = judgeSettings(options, process.env);
      if (options.watch && judge !== null)
        throw badUsage('--watch', 'no model with it (--judge or PARLANCE_JUDGE), since each change would ask it about everything', 'one');
      process.exitCode = options.watch
        ? await watch(folders, today)
        : await checkOnce(folders, { format, today: today ?? currentDay(), judge });
    });
}

interface Run {
  readonly format: CheckOptions['format'];
  readonly today: string;
  readonly judge: JudgeSettings | null;
}

async function checkOnce(folders: readonly string[], { format, today, judge }: Run): Promise<number> {
  const checked: CheckedFolder[] = [];
  for (const folder of folders)
    checked.push(await checkFolder(folder, today, judge === null ? undefined : judgeWithProgress(folder, judge, process.stderr)));
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
