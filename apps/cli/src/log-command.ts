import { Command } from 'commander';
import { askedCommands, type CommandLoaders } from './asked-commands.ts';

const commands: CommandLoaders = new Map([
  ['audit', async () => (await import('./log-audit.ts')).logAudit()],
  ['backup', async () => (await import('./log-backup.ts')).logBackup()],
  ['restore', async () => (await import('./log-backup.ts')).logRestore()],
  ['freeze', async () => (await import('./log-freeze.ts')).logFreeze()],
]);

/** `parlance log`: for whoever keeps a log, and for whoever does not believe them. */
export async function logCommand(asked: string | undefined): Promise<Command> {
  const log = new Command('log').description('audit, back up, restore and freeze a log');
  for (const command of await askedCommands(commands, asked)) log.addCommand(command);
  return log;
}
