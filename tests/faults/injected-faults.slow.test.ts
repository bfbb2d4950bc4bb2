import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectKept, type Told } from './kept-promises.ts';
import { bundleProcess, callOf, type InjectedFault, pathsIn, refuseWithoutStrace, traced, type TracedRun } from './strace.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-faults-'));
/** How many places of each call are tried, spread over the whole life of the process. */
const places = { fsync: 12, fdatasync: 14, rename: 14, write: 14, openat: 16, mkdir: 8, read: 5, getdents64: 5, close: 8 } as const;
type Call = keyof typeof places;
const calls = Object.keys(places) as readonly Call[];
const errnos = ['EIO', 'ENOSPC', 'EROFS'] as const;
/** What an operator may be told. */
const codes = /^(?:disk_(?:full|read_only|failed)|journal_stopped|log_stopped) \S.*: expected .*; /;

let script = '';
let paths: readonly string[] = [];
let counts = new Map<string, number>();
let undisturbed: TracedRun;

beforeAll(async () => {
  refuseWithoutStrace();
  script = await bundleProcess(folder);
  const home = join(folder, 'undisturbed');
  undisturbed = await traced({ script, folder: home, paths: [], calls, fault: null });
  // The lock's own name is another each time.
  paths = pathsIn(undisturbed.calls, home).filter((path) => !path.includes('candidate-'));
  const again = await traced({ script, folder: join(folder, 'counted'), paths, calls, fault: null });
  counts = new Map(calls.map((call) => [call, again.calls.filter((line) => callOf(line) === call).length]));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function toldBy({ printed }: TracedRun): Told & { readonly faults: readonly string[] } {
  const textsOf = (kind: string): readonly string[] => printed.filter(([name]) => name === kind).map(([, text]) => text);
  return {
    promised: textsOf('promised'),
    checkpoints: textsOf('checkpoint').map((note) => Buffer.from(note, 'base64').toString()),
    faults: textsOf('fault'),
  };
}

/** Places from the first to the last; kinds of error and whether they stay go round. */
function faultsOf(call: Call): readonly InjectedFault[] {
  const count = counts.get(call) ?? 0;
  return Array.from({ length: places[call] }, (_, index) => ({
    call,
    errno: errnos[index % errnos.length] ?? 'EIO',
    at: 1 + Math.floor((index * (count - 1)) / (places[call] - 1)),
    stays: index % 2 === 1,
  }));
}

/** The calls that failed, and the faults that were told. */
async function runWith(fault: InjectedFault, home: string): Promise<{ readonly hits: number; readonly faults: number }> {
  const run = await traced({ script, folder: home, paths, calls: [fault.call], fault });
  const { faults, ...told } = toldBy(run);
  const what = JSON.stringify(fault);
  expect(run.errors, what).toBe('');
  expect([0, 1], what).toContain(run.exit);
  for (const one of faults) expect(one, what).toMatch(codes);
  // Without an end in order it has said why.
  if (run.exit === 1) expect(faults.length, what).toBeGreaterThan(0);
  await expectKept(home, told).catch((error: unknown) => {
    throw new Error(what, { cause: error });
  });
  return { hits: run.calls.filter((line) => line.endsWith('(INJECTED)')).length, faults: faults.length };
}

test('undisturbed, the process promises nine answers, closes three batches and has no fault', async () => {
  const told = toldBy(undisturbed);
  expect([undisturbed.exit, undisturbed.errors, told.faults]).toEqual([0, '', []]);
  expect([told.promised.length, told.checkpoints.length]).toEqual([9, 3]);
  await expectKept(join(folder, 'undisturbed'), told);
});

describe('whichever call of the kernel fails on a file of the log', () => {
  test.each(calls)('(%s) every promise is proved, whatever was signed verifies, and the operator is told a code', async (call) => {
    const waiting = [...faultsOf(call)];
    const tried = waiting.length;
    const results: { readonly hits: number; readonly faults: number }[] = [];
    const work = async (home: string): Promise<void> => {
      for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) results.push(await runWith(fault, home));
    };
    await Promise.all(['one', 'two'].map((name) => work(join(folder, `${call}-${name}`))));
    const unhit = results.filter(({ hits }) => hits === 0).length;
    const silent = results.filter(({ hits, faults }) => hits > 0 && faults === 0).length;
    console.log(`${call}: ${tried} lives, ${results.reduce((sum, { hits }) => sum + hits, 0)} calls failed`);
    expect({ lives: results.length, unhit, silent }).toEqual({ lives: tried, unhit: 0, silent: 0 });
  });
});
