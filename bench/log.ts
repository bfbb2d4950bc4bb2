import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinnable } from './gateway/pinned-process.ts';
import { createRandom } from './gateway/random.ts';
import { machineLine, mostDifference } from './gateway/report.ts';
import { type Setup, work } from './gateway/worker.ts';
import { measureAdded } from './log/added.ts';
import { measureAdds } from './log/adds.ts';
import { measureBatch } from './log/batch.ts';
import { diskFolder } from './log/disk-folder.ts';
import { type ArmSetup, startArm } from './log/gateway-arm.ts';
import { pinThisProcess, startGateways } from './log/gateways.ts';
import { measureHttpAdds } from './log/http-adds.ts';
import { measureJournal } from './log/journal.ts';
import { comparison, flat, type LogFigures, restlessArms, tableOf } from './log/report.ts';
import { measureVerify } from './log/verify.ts';

/**
 * What the journal and the log cost. `npm run bench:log [-- --json] [--quick] [--seed 1] [--folder <on a disk>]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
    /** This process is a part of a run and not the run. */
    part: { type: 'string' },
  },
});

/** Rounds of each measurement, and milliseconds of a turn. */
const whole = { journal: 12, batch: 6, adds: 12, verify: 12, http: 8, added: 24, milliseconds: 1000 };
const quick = { journal: 5, batch: 2, adds: 5, verify: 5, http: 3, added: 8, milliseconds: 600 };

async function main(): Promise<void> {
  const isPinned = pinnable();
  const folder = diskFolder(options.folder);
  try {
    print(await measure(folder.path, isPinned), machineLine(isPinned));
  } finally {
    folder.remove();
  }
}

async function measure(folder: string, isPinned: boolean): Promise<LogFigures> {
  // The loader of the benchmark switches source maps on, which makes every error dear.
  process.setSourceMapsEnabled(false);
  const rounds = options.quick ? quick : whole;
  const { milliseconds } = rounds;
  const random = createRandom(Number(options.seed));
  const journal = await during('journal', () => measureJournal({ folder, rounds: rounds.journal, milliseconds, random }));
  const batch = await during('batch', () => measureBatch({ folder, rounds: rounds.batch }));
  const adds = await during('adds', () => measureAdds({ folder, rounds: rounds.adds, random }));
  const verify = await during('verify', () => measureVerify({ rounds: rounds.verify, random }));
  if (isPinned) pinThisProcess(1);
  const gateways = await startGateways({ pack: join(import.meta.dirname, '..', 'packs', 'ee'), folder, isPinned });
  try {
    const added = await during('added', () => measureAdded(gateways, { rounds: rounds.added, random }));
    // To a gateway whose log has no answers, so that it grows by what is added alone.
    const { address } = gateways.unrecorded;
    const http = await during('adds over HTTP', () =>
      measureHttpAdds({ address, rounds: rounds.http, milliseconds: milliseconds / 2, random }),
    );
    return { ...journal, ...batch, ...added, ...adds, ...http, ...verify };
  } finally {
    await gateways.stop();
  }
}

async function during<Figures>(name: string, work: () => Promise<Figures>): Promise<Figures> {
  process.stderr.write(`${name}\u001b[K\r`);
  return work();
}

function print(figures: LogFigures, machine: string): void {
  const restless = restlessArms(figures);
  console.log(`${machine}\n${comparison}\n\n${tableOf(figures)}`);
  if (restless.length > 0)
    console.log(
      `VOID (${restless.join(', ')}): an arm differs from itself by more than ${mostDifference * 100} %; run again on a quiet machine`,
    );
  if (options.json)
    console.log(
      JSON.stringify({ ...flat(figures), void: restless.length > 0, restless, seed: Number(options.seed), quick: options.quick, machine }),
    );
}

async function workAsPart(setup: Setup | ArmSetup): Promise<void> {
  await ('records' in setup ? work(setup, () => startArm(setup)) : work(setup));
}

await (options.part === undefined ? main() : workAsPart(JSON.parse(options.part) as Setup | ArmSetup));
