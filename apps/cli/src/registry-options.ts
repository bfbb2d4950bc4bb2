import { CodedError } from '@parlance/core';
import { type BundleReference, type PackIssue, parseReference } from '@parlance/pack';
import { createRegistryClient } from '@parlance/pack/node';
import { type Command, Option } from 'commander';
import { issuesFound } from './exit-codes.ts';
import { date } from './preview-options.ts';

export interface RegistryFlags {
  readonly json: boolean;
  readonly plainHttp: boolean;
  readonly today: string;
}

export const registryHelp = `
The registry is asked over https, on this machine over http. Who you are is read from PARLANCE_REGISTRY_USER and PARLANCE_REGISTRY_PASSWORD, when the registry
asks for it.

Exit codes: 0 done, 1 refused, with the reason, 2 wrong usage.`;

export function registryOptions(command: Command): Command {
  return command
    .option('--plain-http', 'ask a registry on another machine without encryption', false)
    .option('--json', 'print one JSON object', false)
    .addOption(
      new Option('--today <date>', 'the day for which the pack is checked, YYYY-MM-DD')
        .default(new Date().toISOString().slice(0, 10), 'today')
        .argParser(date),
    );
}

export function spokenTo(
  text: string,
  { plainHttp }: RegistryFlags,
): { readonly reference: BundleReference; readonly client: ReturnType<typeof createRegistryClient> } {
  const reference = parseReference(text);
  const { PARLANCE_REGISTRY_USER: user, PARLANCE_REGISTRY_PASSWORD: password } = process.env;
  const credentials = user === undefined || password === undefined ? null : { user, password };
  return { reference, client: createRegistryClient({ reference, credentials, isPlain: plainHttp }) };
}

const wrongUsage = ['bad_usage', 'reference_malformed', 'trust_unusable', 'pack_not_found'];

/** Sets the exit code. What a registry or a bundle did wrong is told and refused; wrong usage is for the caller to tell. */
export async function say(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CodedError) || wrongUsage.includes(String(error.code))) throw error;
    process.stderr.write(`refused: ${error.message} [${String(error.code)}]\n`);
    process.exitCode = issuesFound;
  }
}

export function issueLines(issues: readonly PackIssue[]): string {
  return issues
    .map(
      ({ file, line, column, severity, rule, path, expected, received, mend }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${path}\n  expected ${expected}, received ${received}\n  ${mend}\n`,
    )
    .join('');
}

export function transferProgress(what: string): (done: number, of: number) => void {
  return (done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} ${what}${done === of ? '\n' : ''}`);
    else if (done === of || done % 500 === 0) process.stderr.write(`${done} of ${of} ${what}\n`);
  };
}
