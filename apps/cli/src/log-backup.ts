import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { Command } from 'commander';
import { jsonText } from './json-text.ts';
import { backUpLogs, type CopiedLog, restoreLogs } from './log-copy.ts';
import { logsIn, owning } from './log-data-folder.ts';

interface CopyOptions {
  readonly json: boolean;
}

interface RestoreOptions extends CopyOptions {
  readonly knownSize: readonly string[];
}

/** `parlance log backup`: a copy from which the log goes on. */
export function logBackup(): Command {
  return new Command('backup')
    .description('copy every log with its receipts, journal and key, and check every byte of the copied trees')
    .argument('<data>', 'the data folder, which no server may own meanwhile')
    .argument('<target>', 'where the copy is kept; one that is there is brought up to date')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nThe copy holds the signing key: keep it as you keep the key. `parlance log audit <target>` checks the whole copy.\n\nExit codes: 0 copied, 1 refused (a server owns the folder, the log is damaged, or the copy is of a longer log), 2 wrong usage.',
    )
    .action(async (data: string, target: string, { json }: CopyOptions) => {
      const logs = await logsIn(data);
      await owning(data, async () => {
        tell(await backUpLogs({ logs, from: data, to: target }), json);
      });
    });
}

/** `parlance log restore`: puts a copy where a log is gone. */
export function logRestore(): Command {
  return new Command('restore')
    .description('put a copy in the place of a log that is gone, and check every byte of the trees')
    .argument('<backup>', 'a copy made by parlance log backup')
    .argument('<data>', 'the data folder, without a log')
    .option(
      '--known-size <origin=size>',
      'leaves of the largest checkpoint that anybody has seen, such as a witness: an older copy is refused; may be given several times',
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nAsk your witnesses first: to go on from a copy that is older than what others have seen would be a fork.\n\nExit codes: 0 restored, 1 refused (a server owns the folder, the copy is damaged or too old), 2 wrong usage.',
    )
    .action(async (backup: string, data: string, { json, knownSize }: RestoreOptions) => {
      const known = new Map(knownSize.map(readKnownSize));
      const logs = await logsIn(backup);
      if (existsSync(join(data, 'log')))
        throw new CodedError('bad_usage', `${data}: there is a log already; restore to a folder without one`);
      await owning(data, async () => {
        tell(await restoreLogs({ logs, from: backup, to: data, known }), json);
      });
    });
}

function readKnownSize(text: string): readonly [string, bigint] {
  const [, origin, size] = /^(.+)=(0|[1-9]\d{0,18})$/.exec(text) ?? [];
  if (origin !== undefined && size !== undefined) return [origin, BigInt(size)];
  throw new CodedError('bad_usage', '--known-size: expected origin=size, such as log.example.org/2026h2=4711');
}

function tell(logs: readonly CopiedLog[], asJson: boolean): void {
  const text = logs
    .map(({ origin, size, files }) => `${origin}: ${String(size)} leaves and ${files} other files copied and checked\n`)
    .join('');
  process.stdout.write(asJson ? jsonText({ logs }) : text);
}
