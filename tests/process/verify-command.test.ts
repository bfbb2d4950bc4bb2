import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPolicy, formatReceipt, formatVerifierKey, type Receipt } from '@parlance/log';
import { createLogWriter, nodeFiles } from '@parlance/log/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { log, operator, origin, policy } from '../../packages/log/src/testing/actors.ts';
import {
  changed,
  delivered,
  mediationReceipt,
  nonce,
  promisedReceipt,
  tallyReceipt,
  unchanged,
} from '../../packages/log/src/testing/answers.ts';
import { finished } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-verify-'));
const policyFile = join(folder, 'policy.txt');
const key = formatVerifierKey(operator);

beforeAll(() => {
  writeFileSync(policyFile, formatPolicy(policy));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const verify = (path: string, ...more: readonly string[]) => finished(['verify', path, '--policy', policyFile, '--key', key, ...more]);
const fileOf = (name: string, receipt: Receipt): string => written(name, formatReceipt(receipt));

describe('parlance verify with a receipt', () => {
  test('names each step and what it does not prove, with exit 0 when the log has the answer', async () => {
    const { code, text } = await verify(fileOf('changed.json', await mediationReceipt(changed)));
    expect(text).toMatch(/ok +promise: .*\n +does not prove/u);
    expect(text).toContain(`proved: leaf 3333333 of ${origin}, 2 witnesses cosigned`);
    expect(code).toBe(0);
  });

  test('tells a promise from a proof', async () => {
    const terms = { log: origin, deadline: BigInt(Math.floor(Date.now() / 1000)) + 600n };
    const { code, text } = await verify(fileOf('promised.json', await promisedReceipt(changed, { terms })));
    expect(text).toContain('promised until 20');
    expect(text).not.toContain('proved:');
    expect(code).toBe(0);
  });

  test('holds the text that was shown against the receipt', async () => {
    const path = fileOf('unchanged.json', await mediationReceipt(changed));
    const shown = written('shown.json', JSON.stringify(delivered));
    const other = written('other.json', JSON.stringify([{ choice: 0, channel: 'content', text: 'Canary.' }]));
    const given = ['--nonce', Buffer.from(nonce).toString('base64')];
    expect((await verify(path, ...given, '--delivered', shown)).text).toMatch(/ok +delivered: /u);
    const wrong = await verify(path, ...given, '--delivered', other);
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.text).toContain('refused at the step delivered');
    expect(wrong.text).not.toContain('Canary');
  });

  test('refuses a byte that was changed, with exit 1, and says so as JSON too', async () => {
    const text = formatReceipt(await tallyReceipt(unchanged)).replace('"ending":"done"', '"ending":"law"');
    const { code, text: printed } = await verify(written('bad.json', text), '--json');
    expect(JSON.parse(printed)).toMatchObject({ verdict: { kind: 'refused', step: 'record' } });
    expect(code).toBe(1);
  });

  test('wrong usage has exit 2', async () => {
    const wrong = [
      ['verify', 'x.json'],
      ['verify', 'README.md', '--policy', 'README.md'],
      ['verify', 'README.md', '--policy', policyFile, '--key', 'x'],
      ['verify', 'README.md', '--policy', policyFile, '--nonce', 'x'],
      ['verify', 'no-such.json', '--policy', policyFile],
    ];
    const runs = await Promise.all(wrong.map((args) => finished(args)));
    expect(runs.map(({ code }) => code)).toEqual(wrong.map(() => 2));
  });
});

test('parlance verify with a log folder re-hashes every byte and names the file that is not as it was signed', async () => {
  const logFolder = join(folder, 'log');
  mkdirSync(logFolder);
  const writer = await createLogWriter({ files: nodeFiles, folder: logFolder, origin, signer: log, now: () => new Date() });
  await writer.add(Array.from({ length: 300 }, (_, index) => new TextEncoder().encode(`leaf ${index}`)));
  await writer.close();
  const sound = await verify(logFolder);
  expect(sound.text).toContain('300 leaves');
  expect(sound.code).toBe(0);
  const bundle = join(logFolder, 'tile/entries/000');
  const bytes = readFileSync(bundle);
  writeFileSync(bundle, bytes.with(5, (bytes[5] ?? 0) ^ 1));
  const damaged = await verify(logFolder);
  expect(damaged.text).toContain('FAIL tile/entries/000');
  expect(damaged.code).toBe(1);
});

test('parlance verify with two checkpoints shows that the log only grew, or that it forked', async () => {
  const logFolder = join(folder, 'growing');
  mkdirSync(logFolder);
  const leaves = (name: string) => Array.from({ length: 300 }, (_, index) => new TextEncoder().encode(`${name} ${index}`));
  const opened = (path: string) => createLogWriter({ files: nodeFiles, folder: path, origin, signer: log, now: () => new Date() });
  const writer = await opened(logFolder);
  const older = written('older.txt', (await writer.add(leaves('one'))).checkpoint);
  const newer = written('newer.txt', (await writer.add(leaves('two'))).checkpoint);
  await writer.close();
  const grew = await verify(older, newer, '--log', logFolder);
  expect(grew.text).toContain(`grew: ${origin} has at 600 leaves all that it had at 300`);
  expect(grew.text).toMatch(/ok +growth: .*\n +does not prove that everybody/u);
  expect(grew.code).toBe(0);
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const liar = await opened(elsewhere);
  const forked = written('forked.txt', (await liar.add(leaves('lie'))).checkpoint);
  await liar.close();
  const fork = await verify(older, forked, '--json');
  expect(JSON.parse(fork.text)).toMatchObject({ verdict: { kind: 'forked', log: origin, size: '300' } });
  expect(fork.code).toBe(1);
  const refused = await verify(forked, newer, '--log', logFolder);
  expect(refused.text).toContain('refused at the step growth');
  expect(refused.code).toBe(1);
  const [none, nowhere] = [await verify(older, newer), await verify(older, newer, '--log', join(folder, 'nowhere'))];
  expect([none.code, none.text]).toEqual([2, expect.stringContaining('--log')]);
  expect(nowhere.code).not.toBe(0);
});
