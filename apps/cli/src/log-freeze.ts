import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { createLogWriter, type LogWriter, nodeFiles, openFileJournal } from '@parlance/log/node';
import { Command } from 'commander';
import { jsonText } from './json-text.ts';
import { logsIn, type OwnLog, owning } from './log-data-folder.ts';

interface FreezeOptions {
  readonly shard?: string;
  readonly json: boolean;
}

/** `parlance log freeze`: the end of a log, whose last checkpoint stays. */
export function logFreeze(): Command {
  return new Command('freeze')
    .description('end a log for good: its last checkpoint stays, and no leaf is added any more')
    .argument('<data>', 'the data folder, which no server may own meanwhile')
    .option('--shard <name>', 'such as 2026h1; needed when there are several')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nIt cannot be undone. A server that is started in the half-year of a frozen log can no longer prove its answers.\n\nExit codes: 0 frozen, 1 refused (a server owns the folder, answers wait in the journal, or the log is damaged), 2 wrong usage.',
    )
    .action(async (data: string, options: FreezeOptions) => {
      const log = chosen(await logsIn(data), options.shard);
      await owning(data, async () => {
        const frozen = { origin: log.signer.name, ...(await freeze(log)) };
        const text = `${frozen.origin}: frozen at ${frozen.frozenAt ?? '-'} with ${String(frozen.size)} leaves\n${frozen.checkpoint}`;
        process.stdout.write(options.json ? jsonText(frozen) : text);
      });
    });
}

function chosen(logs: readonly OwnLog[], name: string | undefined): OwnLog {
  const [log, ...more] = name === undefined ? logs : logs.filter((each) => each.name === name);
  const names = logs.map((each) => each.name).join(', ');
  if (log === undefined || more.length > 0) throw new CodedError('bad_usage', `--shard: expected one of ${names}`);
  return log;
}

async function freeze(log: OwnLog): Promise<{ readonly checkpoint: string; readonly size: bigint; readonly frozenAt: string | null }> {
  const { signer, tree } = log;
  const writer = await createLogWriter({ files: nodeFiles, folder: tree, origin: signer.name, signer, now: () => new Date() });
  try {
    await refuseWaiting(log, writer);
    return { checkpoint: await writer.freeze(), size: writer.size(), frozenAt: writer.frozenAt() };
  } finally {
    await writer.close();
  }
}

/** What was promised must get into the log before it ends. */
async function refuseWaiting({ home, signer }: OwnLog, writer: LogWriter): Promise<void> {
  if (!(await nodeFiles.list(home)).includes('journal')) return;
  const place = { files: nodeFiles, folder: join(home, 'journal'), shard: signer.name, randomBytes };
  const { journal } = await openFileJournal({ ...place, knownNext: writer.cursor() });
  const { next } = await journal.span();
  await journal.close();
  if (next <= writer.cursor()) return;
  const waiting = `${String(next - writer.cursor())} entries of the journal are not in the log`;
  throw new CodedError('log_waiting', `${home}: ${waiting}; start the server once, so that it settles them, and stop it`);
}
