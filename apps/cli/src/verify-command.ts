import { readFileSync, statSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { parsePolicy, parseVerifierKey, type Policy, type VerifierKey, verifyReceipt } from '@parlance/log/verify';
import { verifyGrowth } from '@parlance/log';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { readAnswer, type SavedAnswer } from './read-answer.ts';
import { readDelivered } from './read-delivered.ts';
import { tileSource } from './tile-source.ts';
import { growthReport, logReport, receiptReport } from './verify-report.ts';
import { verifyLogFolder } from './verify-log-folder.ts';

interface VerifyCommandOptions {
  readonly policy: string;
  readonly key: readonly string[];
  readonly nonce?: string;
  readonly delivered?: string;
  readonly answer?: string;
  readonly log?: string;
  readonly json: boolean;
}

/** `parlance verify`: what a stranger checks with nothing but a file and the keys of those whom they trust. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'verify a receipt, every byte of a log folder, or that a log only grew between two checkpoints; step by step, with what each step does not prove',
    )
    .argument(
      '<receipt, answer, folder or checkpoint>',
      'a receipt as JSON, a whole answer as it was saved, the folder of a log, or a checkpoint',
    )
    .argument('[checkpoint]', 'another checkpoint of the same log, older or newer')
    .requiredOption('--policy <file>', 'the logs and witnesses that you trust, as c2sp.org/tlog-policy')
    .option('--key <vkey>', "a key for promises beside the log's own, name+id+base64; may be given several times", collect, [])
    .option('--answer <file>', 'the answer as it was saved: its text is held against the receipt with its nonce')
    .option('--nonce <base64>', 'the nonce that came with the answer')
    .option(
      '--delivered <file>',
      'the text that you were shown, as JSON: [{"choice": 0, "channel": "content", "text": "..."}]; needs --nonce',
    )
    .option(
      '--log <folder or address>',
      'where the tiles between two checkpoints are; by default the address that the policy gives for the log',
    )
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExit codes: 0 verified (a promise counts until its deadline), 1 refused, 2 wrong usage.')
    .action(async (path: string, other: string | undefined, options: VerifyCommandOptions) => {
      const policy = readPolicy(options.policy);
      const outcome = await outcomeOf(path, other, { ...options, trusted: policy });
      process.stdout.write(outcome.text);
      process.exitCode = outcome.ok ? clean : issuesFound;
    });
}

interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

type Trusting = VerifyCommandOptions & { readonly trusted: Policy };

function outcomeOf(path: string, other: string | undefined, options: Trusting): Promise<Outcome> {
  if (other !== undefined) return verifyPair([readText(path), readText(other)], options);
  return isFolder(path) ? verifyFolder(path, options.trusted, options.json) : verifyFile(path, options.trusted, options);
}

async function verifyPair(notes: readonly [string, string], { trusted: policy, log, json: asJson }: Trusting): Promise<Outcome> {
  const place = log ?? policy.logs.find(({ url }) => url !== null)?.url ?? null;
  const readTile = place === null ? noTiles : tileSource(place);
  const verification = await verifyGrowth(notes, { policy, readTile });
  return { ok: verification.verdict.kind === 'grew', text: asJson ? json(verification) : growthReport(verification) };
}

function noTiles(): never {
  throw new CodedError('bad_usage', '--log: expected the folder or the address of the log, because the policy gives no address for it');
}

async function verifyFolder(folder: string, policy: Policy, asJson: boolean): Promise<Outcome> {
  const check = await verifyLogFolder(folder, policy);
  return { ok: check.issues.length === 0, text: asJson ? json(check) : logReport(folder, check) };
}

async function verifyFile(path: string, policy: Policy, options: VerifyCommandOptions): Promise<Outcome> {
  const text = readText(path);
  const own = readAnswer(text);
  const answer = options.answer === undefined ? own : answerIn(options.answer);
  const verification = await verifyReceipt(own?.receipt ?? text, {
    policy,
    keys: [...policy.logs.map(({ key }) => key), ...options.key.map(readKey)],
    now: BigInt(Math.floor(Date.now() / 1000)),
    ...(answer === null ? readDelivered(options) : { nonce: Buffer.from(answer.nonce, 'base64'), delivered: answer.delivered }),
  });
  return {
    ok: verification.verdict.kind !== 'refused',
    text: options.json ? json(verification) : receiptReport(verification),
  };
}

function answerIn(path: string): SavedAnswer {
  const answer = readAnswer(readText(path));
  if (answer !== null) return answer;
  throw new CodedError('bad_usage', `--answer: ${path}: expected the JSON of a whole answer, with a receipt in "parlance"`);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readPolicy(path: string): Policy {
  const policy = parsePolicy(readText(path));
  if (policy.ok) return policy.value;
  throw new CodedError('bad_usage', `--policy: ${path} is no policy (${policy.code}); c2sp.org/tlog-policy describes the file`);
}

function readKey(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key.ok) return key.value;
  throw new CodedError('bad_usage', `--key: expected name+id+base64, as the operator publishes it (${key.code})`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CodedError('bad_usage', `${path}: no file that can be read`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, (_name, member: unknown) => (typeof member === 'bigint' ? String(member) : member), 2)}\n`;
}
