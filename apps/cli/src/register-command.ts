import { CodedError } from '@parlance/core';
import { lockDataFolder } from '@parlance/gateway/data-folder-lock';
import { rebuildRegister, registerSettings } from '@parlance/gateway/register';
import { parseCheckpoint, parseNote } from '@parlance/log';
import { nodeFiles } from '@parlance/log/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { findShards, type LogShard } from './log-shards.ts';

const help = `
The register of changes at /transparency/register is made from the log and holds nothing else. Made again from the same log it is the same, to the byte. No server may own the
data folder meanwhile. The database is the one of the settings (PARLANCE_DATABASE_URL), else the embedded one.

Exit codes: 0 made, 1 refused (a server owns the folder, the log is damaged, or the database is away), 2 wrong usage.`;

/** `parlance register`. */
export function registerCommand(): Command {
  const register = new Command('register').description('the register of changes that the public log tells');
  register.addCommand(rebuild());
  return register;
}

interface RebuildOptions {
  readonly data?: string;
  readonly json: boolean;
}

function rebuild(): Command {
  return new Command('rebuild')
    .description('drop the register and make it again from the log')
    .option('--data <folder>', 'the data folder; by default the one of the settings')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', help)
    .action(async ({ data, json }: RebuildOptions) => {
      const settings = registerSettings(process.env);
      const dataFolder = data ?? settings.dataFolder;
      const { shards } = await findShards(dataFolder);
      process.exitCode = clean;
      try {
        process.stdout.write(await rebuilt({ ...settings, dataFolder }, shards, json));
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = issuesFound;
      }
    });
}

type Settings = ReturnType<typeof registerSettings>;

async function rebuilt(settings: Settings, shards: readonly LogShard[], asJson: boolean): Promise<string> {
  const lock = await lockDataFolder(settings.dataFolder);
  try {
    const logs = await Promise.all(shards.toSorted(byName).map(followed));
    const made = await rebuildRegister({ ...settings, logs, onStep: tellStep });
    if (asJson) return jsonText(made);
    const read = made.logs.map(({ log, size }) => `${log}: ${String(size)} leaves read\n`).join('');
    return `${read}${made.entries} changes in ${made.cells} cells\n`;
  } finally {
    lock.release();
  }
}

function byName(left: LogShard, right: LogShard): number {
  return left.name < right.name ? -1 : 1;
}

function tellStep(log: string, done: bigint, size: bigint): void {
  if (done < size) process.stderr.write(`${log}: ${String(done)} of ${String(size)} leaves\n`);
}

/** The log as far as it is published. Throws `log_corrupt`. */
async function followed({ tree }: LogShard) {
  const bytes = await nodeFiles.read(`${tree}/checkpoint`);
  const note = parseNote(bytes === null ? '' : new TextDecoder().decode(bytes));
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!head.ok) throw new CodedError('log_corrupt', `${tree}: there is no checkpoint that can be read (${head.code})`);
  return { log: head.value.origin, folder: tree, size: head.value.size };
}
