import { CodedError } from '@parlance/core';
import { Command, CommanderError } from 'commander';
import { askedCommands, type CommandLoaders } from './asked-commands.ts';
import { badUsage, clean } from './exit-codes.ts';
import { version } from './version.ts';

const [asked, askedOfIt] = process.argv.slice(2);

const commands: CommandLoaders = new Map([
  ['serve', async () => (await import('./serve-command.ts')).serveCommand()],
  ['verify', async () => (await import('./verify-command.ts')).verifyCommand()],
  ['witness', async () => (await import('./witness-command.ts')).witnessCommand()],
  ['log', async () => (await import('./log-command.ts')).logCommand(askedOfIt)],
  ['key', async () => (await import('./key-command.ts')).keyCommand()],
  ['objections', async () => (await import('./objections-command.ts')).objectionsCommand()],
  ['register', async () => (await import('./register-command.ts')).registerCommand()],
  ['drift', async () => (await import('./drift-command.ts')).driftCommand()],
  ['report', async () => (await import('./report-command.ts')).reportCommand()],
  ['pack', async () => (await import('./pack-command.ts')).packCommand(askedOfIt)],
]);

const program = new Command('parlance')
  .description("Run the best AI model in a country's languages, under its laws, with every change disclosed.")
  .version(version)
  .exitOverride()
  .showHelpAfterError('(parlance --help shows what there is)');

if (asked !== '--version') for (const command of await askedCommands(commands, asked)) program.addCommand(command);
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands: inner }) => inner)]) command.exitOverride();

/** Whoever reads what is printed may close the pipe before its end, as `head` does: that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? clean : badUsage;
  else if (error instanceof CodedError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = badUsage;
  } else throw error;
}
