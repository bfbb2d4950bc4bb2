import { CodedError } from '@parlance/core';
import { declarable, declareKey } from '@parlance/gateway';
import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { clean } from './exit-codes.ts';
import { jsonText } from './json-text.ts';

interface KeyOptions {
  readonly file: string;
  readonly purpose: string;
  readonly about: string;
  readonly office: string;
  readonly sector?: string;
  readonly ageBand?: string;
  readonly expires?: string;
  readonly json: boolean;
}

/** `parlance key`: keys of clients, each with what it is for and who answers for it. */
export function keyCommand(): Command {
  return new Command('key').description('make keys for clients').addCommand(keyNew());
}

function keyNew(): Command {
  return new Command('new')
    .description("make a key for a client, print it once, and put its hash into the operator's file (PARLANCE_KEYS)")
    .argument('<name>', 'of small letters, digits and hyphens; public at /purposes')
    .requiredOption('--file <file>', "the operator's file of keys; made when it is not there")
    .requiredOption('--purpose <purpose>', `what it is for: ${declarable.purposes.join(', ')}`)
    .requiredOption('--about <words>', 'the same in words; public')
    .requiredOption('--office <office>', 'who answers for its use; public')
    .option('--sector <sector>', 'sector of the pack whose rules and settings hold for it')
    .option('--age-band <band>', `age of those who use it: ${declarable.ageBands.join(', ')}`)
    .option('--expires <day>', 'last day on which it opens, such as 2027-12-31')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExit codes: 0 made, 2 not made. A running server reads the file when it starts.')
    .action((name: string, { file, json, ...facts }: KeyOptions) => {
      const key = declareKey(file, { name, ...written(facts) }, randomBytes(32));
      if (json) process.stdout.write(jsonText({ ok: true, name, key, file }));
      else {
        process.stderr.write(`${file} has its hash. This is the only time that the key is shown:\n`);
        process.stdout.write(`${key}\n`);
      }
      process.exitCode = clean;
    });
}

function written({ purpose, about, office, sector, ageBand, expires }: Omit<KeyOptions, 'file' | 'json'>) {
  return {
    purpose: oneOf('--purpose', declarable.purposes, purpose),
    about,
    office,
    ...(sector !== undefined && { sector }),
    ...(ageBand !== undefined && { age_band: oneOf('--age-band', declarable.ageBands, ageBand) }),
    ...(expires !== undefined && { expires }),
  };
}

function oneOf<const Value extends string>(flag: string, values: readonly Value[], received: string): Value {
  const known = values.find((value) => value === received);
  if (known === undefined)
    throw new CodedError('bad_usage', `${flag}: expected one of ${values.join(', ')}, received ${received.slice(0, 40)}`);
  return known;
}
