import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { startBench } from './gateway/arms.ts';
import { measure, type Results, writeProfiles } from './gateway/measure.ts';
import { comparison, type Figures, figuresOf, machineLine, mostDifference, tableOf } from './gateway/report.ts';
import { type Estimate } from './gateway/statistics.ts';
import { type Setup, work } from './gateway/worker.ts';

/**
 * What the gateway costs, held against a bare `node:http` proxy in front of the same mock.
 * `npm run bench:gateway [-- --json] [--rounds 20] [--quick] [--seed 1] [--profile <folder>]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Folder for processor profiles of the gateway. */
    profile: { type: 'string' },
    /** This process is a part of a run and not the run. */
    part: { type: 'string' },
  },
});

const terms = 5000;
const quick = { rounds: 6, scale: 0.4 };
const whole = { rounds: 20, scale: 1 };

async function main(): Promise<void> {
  const { rounds, scale } = options.quick ? quick : whole;
  const bench = await startBench({ pack: join(import.meta.dirname, '..', 'packs', 'ee'), terms });
  try {
    const results = await measure(bench, {
      rounds: options.rounds === undefined ? rounds : Number(options.rounds),
      scale,
      seed: Number(options.seed),
      onRound: (round) => process.stderr.write(`round ${round}\r`),
    });
    if (options.profile !== undefined) await writeProfiles(bench, options.profile);
    print(results, machineLine(bench.isPinned));
  } finally {
    await bench.stop();
  }
}

function print(results: Results, machine: string): void {
  const figures = figuresOf(results);
  const isVoid = !(figures.aa_difference <= mostDifference);
  console.log(`${machine}\n${results.rounds.length} rounds, ${terms} generated terms, ${results.requests} requests\n${comparison}\n`);
  console.log(`${tableOf(results)}\n`);
  for (const [name, value] of entries(figures)) console.log(`${name.padEnd(20)} ${lineOf(value)}`);
  if (isVoid) console.log(`VOID: the same proxy differs from itself by more than ${mostDifference * 100} %; run again on a quiet machine`);
  if (results.unsound > 0) {
    console.log(`WRONG ANSWERS, ${results.unsound} of ${results.requests}:\n${results.faults.slice(0, 10).join('\n')}`);
    process.exitCode = 1;
  }
  if (options.json) console.log(JSON.stringify({ ...flat(figures), void: isVoid, unsound: results.unsound, ...facts(results, machine) }));
}

function entries(figures: Figures): readonly (readonly [string, Estimate | number])[] {
  return Object.entries<Estimate | number>({ ...figures });
}

function lineOf(value: Estimate | number): string {
  if (typeof value === 'number') return value.toFixed(3);
  return `${value.median.toFixed(3).padStart(8)}   95 %: ${value.interval.map((end) => end.toFixed(3)).join(' to ')}`;
}

function flat(figures: Figures): Readonly<Record<string, number | readonly number[]>> {
  const rounded = (value: number): number => Number(value.toFixed(4));
  return Object.fromEntries(
    entries(figures).flatMap(([name, value]): readonly (readonly [string, number | readonly number[]])[] =>
      typeof value === 'number'
        ? [[name, rounded(value)]]
        : [
            [name, rounded(value.median)],
            [`${name}_interval`, value.interval.map(rounded)],
          ],
    ),
  );
}

function facts({ rounds, requests }: Results, machine: string) {
  return { rounds: rounds.length, requests, terms, seed: Number(options.seed), machine };
}

await (options.part === undefined ? main() : work(JSON.parse(options.part) as Setup));
