import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey, parsePolicy, type Policy, verifyCheckpoint } from '@parlance/log';
import { createLogWriter, gatherCosignatures, type LogWriter, nodeFiles } from '@parlance/log/node';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { log, origin, witnesses } from '../../packages/log/src/testing/actors.ts';
import { finished, parlance, type Run, stopAll } from './run-parlance.ts';

const root = mkdtempSync(join(tmpdir(), 'parlance-witness-'));
const vkey = formatVerifierKey(log);
let folder = '';
let count = 0;
let writers: LogWriter[] = [];

beforeEach(() => {
  folder = join(root, String((count += 1)));
  mkdirSync(folder);
});
afterEach(async () => {
  await stopAll();
  await Promise.all(writers.map((writer) => writer.close()));
  writers = [];
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface RunningWitness extends Run {
  readonly name: string;
  /** For a policy file. */
  readonly line: string;
}

function argumentsOf(name: string): readonly string[] {
  return ['witness', '--state', join(folder, name), '--name', `witness.example/${name}`, '--log', vkey, '--port', '0'];
}

async function started(name: string, ...more: readonly string[]): Promise<RunningWitness> {
  const run = parlance([...argumentsOf(name), ...more]);
  await expect.poll(run.printed, { timeout: 60_000 }).toMatch(/^witness .*\n/mu);
  const [, line = ''] = /^witness \S+ (.*)$/mu.exec(run.printed()) ?? [];
  return { ...run, name, line: `witness ${name} ${line}` };
}

async function stopped({ child, exited }: Run): Promise<number | null> {
  child.kill('SIGTERM');
  return exited;
}

/** Two of three. */
function policyOf(running: readonly RunningWitness[]): Policy {
  const lines = [
    `log ${vkey}`,
    ...running.map(({ line }) => line),
    `group two 2 ${running.map(({ name }) => name).join(' ')}`,
    'quorum two',
    '',
  ];
  const policy = parsePolicy(lines.join('\n'));
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}

async function logOf(name: string, leaves: readonly string[]): Promise<LogWriter> {
  const place = { files: nodeFiles, folder: join(folder, name) };
  const writer = await createLogWriter({ ...place, origin, signer: log, now: () => new Date() });
  writers.push(writer);
  await writer.add(leaves.map((leaf) => new TextEncoder().encode(leaf)));
  return writer;
}

const gather = (policy: Policy, writer: LogWriter, knownSizes = new Map<string, bigint>() as ReadonlyMap<string, bigint>) =>
  gatherCosignatures({ policy, writer, fetch, timeout: 20_000, knownSizes });

describe('three witnesses', () => {
  test('find the fork that one of them was handed, and two are enough; a restart forgets nothing; a rollback is refused', async () => {
    const running = await Promise.all(['w1', 'w2', 'w3'].map((name) => started(name)));
    const policy = policyOf(running);
    const honest = await logOf('honest', ['a', 'b', 'c']);
    const forked = await logOf('forked', ['a', 'x']);

    const third = { ...policy, witnesses: policy.witnesses.map((witness, place) => (place === 2 ? witness : { ...witness, url: null })) };
    const handed = await gather(third, forked);
    expect(handed.perWitness.map(({ outcome }) => outcome)).toEqual(['not_asked', 'not_asked', 'cosigned']);
    expect(handed.isQuorum).toBe(false);

    const gathered = await gather(policy, honest);
    expect(gathered.perWitness).toMatchObject([
      { outcome: 'cosigned' },
      { outcome: 'cosigned' },
      { outcome: 'fork', reason: 'not_consistent' },
    ]);
    expect(await verifyCheckpoint(gathered.note, policy)).toMatchObject({ ok: true, value: { checkpoint: { size: 3n } } });
    await honest.publishCosigned(gathered.note);

    const [first, ...others] = running;
    expect(await stopped(first!)).toBe(0);
    const again = await started('w1');
    expect(again.printed()).toContain(`log ${origin}, cosigned up to 3`);
    expect(again.line.split(' ')[2]).toBe(first!.line.split(' ')[2]);
    const policyAgain = policyOf([again, ...others]);

    const rolledBack = await logOf('rolled-back', ['a', 'b']);
    const refused = await gather(policyAgain, rolledBack);
    expect(refused.perWitness.slice(0, 2)).toMatchObject([
      { outcome: 'fork', reason: 'larger_tree', size: 3n },
      { outcome: 'fork', reason: 'larger_tree', size: 3n },
    ]);
    expect(refused.isQuorum).toBe(false);

    await honest.add([new TextEncoder().encode('d')]);
    expect(await gather(policyAgain, honest, gathered.knownSizes)).toMatchObject({ isQuorum: true });
  });
});

describe('parlance witness', () => {
  test('makes its key for its own user alone, says who it is, and refuses a second process and a port that is taken', async () => {
    const first = await started('w1');
    expect(statSync(join(folder, 'w1', 'key')).mode & 0o777).toBe(0o600);
    const url = first.line.split(' ')[3] ?? '';
    expect(await (await fetch(url)).text()).toContain(`log ${origin} 0`);
    const second = await finished(argumentsOf('w1'));
    expect(second.code).toBe(1);
    expect(second.text).toMatch(/process \d+ on .*--take-over/u);

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const taken = await finished([...argumentsOf('w2'), '--port', port]);
    other.close();
    expect(taken).toMatchObject({ code: 1, text: expect.stringContaining(`port ${port}: the port is taken`) as string });
  });

  test('does not start on a state that was put back or is gone while its key is there', async () => {
    const first = await started('w1');
    const [state, mark] = ['state', 'mark'].map((file) => join(folder, 'w1', file));
    const before = readFileSync(state!);
    const url = first.line.split(' ')[3] ?? '';
    const writer = await logOf('log', ['a']);
    const body = `old 0\n\n${writer.checkpoint()}`;
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).status).toBe(200);
    expect(await stopped(first)).toBe(0);
    expect(first.printed()).not.toContain(writer.checkpoint().split('\n')[2]);

    writeFileSync(state!, before);
    const older = await finished(argumentsOf('w1'));
    expect(older).toMatchObject({ code: 1, text: expect.stringContaining(state!) as string });
    rmSync(state!);
    rmSync(mark!);
    expect(await finished(argumentsOf('w1'))).toMatchObject({ code: 1, text: expect.stringContaining(state!) as string });
  });

  test('stops with exit 1 when its folder was taken over, and cosigns nothing more', async () => {
    const first = await started('w1');
    const second = await started('w1', '--take-over');
    const [pushed, owner] = [first, second].map(({ line }) => `${line.split(' ')[3] ?? ''}/add-checkpoint`);
    const writer = await logOf('log', ['a']);
    const request = { method: 'POST', body: `old 0\n\n${writer.checkpoint()}` };
    expect((await fetch(pushed!, request)).status).toBe(500);
    expect(await first.exited).toBe(1);
    expect(first.printed()).toContain('another one has taken over');
    expect((await fetch(owner!, request)).status).toBe(200);
  });

  test('takes a key that is given, and refuses one of another witness', async () => {
    const first = await started('w1');
    const given = ['--key', join(folder, 'w1', 'key')];
    const foreign = await finished([...argumentsOf('w2'), ...given]);
    expect(foreign).toMatchObject({ code: 1, text: expect.stringContaining('witness.example/w2') as string });
    expect(await finished([...argumentsOf('w2'), '--key', join(folder, 'none')])).toMatchObject({ code: 1 });
    expect(await stopped(first)).toBe(0);
  });

  test('wrong usage has exit 2', async () => {
    const [state, name] = [
      ['--state', join(folder, 'w1')],
      ['--name', 'witness.example/w1'],
    ];
    const wrong = [
      ['witness', ...state, ...name],
      ['witness', ...state, '--log', vkey],
      ['witness', ...name, '--log', vkey],
      ['witness', ...state, ...name, '--log', 'x'],
      ['witness', ...state, ...name, '--log', formatVerifierKey(witnesses[0])],
      ['witness', ...state, ...name, '--log', vkey, '--port', '70000'],
      ['witness', ...state, '--name', 'two words', '--log', vkey],
      ['witness', ...state, '--name', 'none', '--log', vkey],
    ];
    const runs = await Promise.all(wrong.map((args) => finished(args)));
    expect(runs.map(({ code }) => code)).toEqual(wrong.map(() => 2));
  });
});
