import { CodedError } from '@parlance/core';
import { formatVerifierKey, isKeyName, parseVerifierKey, type VerifierKey } from '@parlance/log';
import { Command } from 'commander';
import { runWitness } from './run-witness.ts';

interface WitnessCommandOptions {
  readonly state: string;
  readonly name: string;
  readonly log: readonly string[];
  readonly host: string;
  readonly port: string;
  readonly key?: string;
  readonly takeOver: boolean;
}

/** `parlance witness`: remembers the largest tree of each log that it saw, and cosigns only what that tree grew into. */
export function witnessCommand(): Command {
  return new Command('witness')
    .description('cosign the checkpoints of logs as long as each only grows, as c2sp.org/tlog-witness; prints its line for policy files')
    .requiredOption(
      '--state <folder>',
      'what the witness remembers, and its key; on a disk that keeps it: a copy put back could cosign a fork',
    )
    .requiredOption('--name <name>', 'of the witness and its key, such as witness.example/w1; no spaces or plus signs')
    .requiredOption('--log <vkey>', "a log's key, name+id+base64, whose name is the origin of the log; may be given several times", collect)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'where to listen; 0 takes any free one', '7312')
    .option('--key <file>', 'a key that is there, PRIVATE+KEY+...; without it one is made in the state folder on the first start')
    .option('--take-over', 'take the state folder from another process, which must be gone for sure', false)
    .addHelpText('after', '\nExit codes: 0 stopped by a signal, 1 cannot run or can no longer store what it cosigns, 2 wrong usage.')
    .action(async ({ state, name, key, takeOver, ...options }: WitnessCommandOptions) => {
      refuseName(name);
      const [logs, port] = [readLogs(options.log), readPort(options.port)];
      process.exitCode = await runWitness({ state, name, logs, host: options.host, port, keyFile: key ?? null, takeOver });
    });
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function refuseName(name: string): void {
  // A policy file has its own meaning for this one.
  if (!isKeyName(name) || name === 'none')
    throw new CodedError('bad_usage', '--name: expected a name without spaces and plus signs, such as witness.example/w1');
}

/** A key that is given twice counts once. */
function readLogs(given: readonly string[]): readonly VerifierKey[] {
  return [...new Map(given.map(readLog).map((key) => [formatVerifierKey(key), key])).values()];
}

function readLog(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key.ok) throw new CodedError('bad_usage', `--log: expected name+id+base64, as the operator of the log publishes it (${key.code})`);
  if (key.value.algorithm === 'ed25519') return key.value;
  throw new CodedError('bad_usage', `--log: ${key.value.name} is the key of a witness; a log signs with a key of type 0x01`);
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new CodedError('bad_usage', `--port: expected 0 to 65535, received ${text.slice(0, 40)}`);
}
