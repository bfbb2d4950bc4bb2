import { CodedError } from '@parlance/core';
import { Command, CommanderError } from 'commander';
import { badUsage, clean } from './exit-codes.ts';
import { logCommand } from './log-command.ts';
import { packCommand } from './pack-command.ts';
import { serveCommand } from './serve-command.ts';
import { version } from './version.ts';
import { verifyCommand } from './verify-command.ts';
import { witnessCommand } from './witness-command.ts';

const program = new Command('parlance')
  .description("Run the best AI model in a country's languages, under its laws, with every change disclosed.")
  .version(version)
  .exitOverride()
  .showHelpAfterError('(parlance --help shows what there is)');

program.addCommand(serveCommand());
program.addCommand(verifyCommand());
program.addCommand(witnessCommand());
program.addCommand(logCommand());
program.addCommand(packCommand());
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? clean : badUsage;
  else if (error instanceof CodedError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = badUsage;
  } else throw error;
}
