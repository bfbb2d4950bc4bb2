import { CodedError, formatVerifierKey } from '@parlance/core';
import { keyIdOf, roles } from '@parlance/pack';
import { Command } from 'commander';
import { clean } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { exitCodes } from './release-settings.ts';
import { makeKeyFile } from './signing-key.ts';

interface KeyOptions {
  readonly out: string;
  readonly role: readonly string[];
  readonly person?: string;
  readonly json: boolean;
}

export function packKey(): Command {
  return new Command('key')
    .description('make a key for reviews or releases, and print the lines with which the operator may trust it')
    .argument('<name>', 'of small letters, digits, dots and hyphens; public, in statements and in the log')
    .requiredOption('--out <file>', 'the file of the secret key; never one that is there already')
    .requiredOption('--role <role...>', `what the key is for: ${roles.join(', ')}`)
    .option('--person <name>', 'who holds it; all keys of one person count once; by default the name with hyphens')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action((name: string, { out, role, person = name.replaceAll('.', '-'), json }: KeyOptions) => {
      const unknown = role.find((each) => !roles.some((known) => known === each));
      if (unknown !== undefined)
        throw new CodedError('bad_usage', `--role: expected one of ${roles.join(', ')}, received ${unknown.slice(0, 40)}`);
      const key = makeKeyFile(out, name);
      const vkey = formatVerifierKey(key);
      if (json) process.stdout.write(jsonText({ ok: true, id: keyIdOf(key), key: vkey, person, roles: role, file: out }));
      else {
        process.stderr.write(`${out} holds the secret key: keep it to yourself. The operator trusts it with these lines in trust.yaml:\n`);
        process.stdout.write(`  - key: ${vkey}\n    person: ${person}\n    roles: [${role.join(', ')}]\n`);
      }
      process.exitCode = clean;
    });
}
