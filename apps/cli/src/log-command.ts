import { Command } from 'commander';
import { logAudit } from './log-audit.ts';
import { logBackup, logRestore } from './log-backup.ts';
import { logFreeze } from './log-freeze.ts';

/** `parlance log`: for whoever keeps a log, and for whoever does not believe them. */
export function logCommand(): Command {
  return new Command('log')
    .description('audit, back up, restore and freeze a log')
    .addCommand(logAudit())
    .addCommand(logBackup())
    .addCommand(logRestore())
    .addCommand(logFreeze());
}
