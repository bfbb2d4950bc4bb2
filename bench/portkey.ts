import { parseArgs } from 'node:util';
import { type BesideFigures, besidePortkey } from './gateway/beside-portkey.ts';
import { machineLine } from './gateway/report.ts';
import { type Estimate } from './gateway/statistics.ts';
import { type Setup, work } from './gateway/worker.ts';

/**
 * Whole short answers: the gateway with everything on, and Portkey's gateway with nothing switched on, in turns on the same core. Portkey's is not installed with this repository:
 * `npm install --ignore-scripts @portkey-ai/gateway@1.15.2` in a folder of its own, and
 * `npm run bench:portkey -- --folder <that folder> [--rounds 20] [--json]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    /** This process is a part of a run and not the run. */
    part: { type: 'string' },
  },
});

/** Above this the machine was too restless to say anything. */
const mostDifference = 0.05;

/** What is held against what, so that nobody has to read the code. */
const comparison = [
  'The same client, question and answer for both, 32 connections that are kept. The gateway: Estonian pack, 5,000 terms, screening, journal, receipts. Portkey: nothing switched on.',
  'The mock streams to the gateway, which always asks for a stream, and answers Portkey whole, as it cannot read a stream in its place. Mock and client stand on the other core.',
  'busy: share of its core that a gateway used. Below 0.95 its answers per second were not limited by it alone; processor time per answer is what a machine has to pay in any case.',
].join('\n');

async function main(folder: string): Promise<void> {
  const { figures, isPinned } = await besidePortkey({ portkey: folder, rounds: Number(options.rounds) });
  const isVoid = !(figures.aa_difference <= mostDifference);
  console.log(`${machineLine(isPinned)}\n${options.rounds} rounds\n${comparison}\n`);
  for (const [name, value] of entries(figures)) console.log(`${name.padEnd(20)} ${lineOf(value)}`);
  if (isVoid) console.log(`VOID: Portkey differs from itself by more than ${mostDifference * 100} %; run again on a quiet machine`);
  if (options.json) console.log(JSON.stringify({ ...figures, rounds: Number(options.rounds), void: isVoid }));
}

function entries(figures: BesideFigures): readonly (readonly [string, Estimate | number])[] {
  return Object.entries<Estimate | number>({ ...figures });
}

function lineOf(value: Estimate | number): string {
  if (typeof value === 'number') return value.toFixed(3).padStart(10);
  return `${value.median.toFixed(3).padStart(10)}   95 %: ${value.interval.map((end) => end.toFixed(3)).join(' to ')}`;
}

if (options.part !== undefined) await work(JSON.parse(options.part) as Setup);
else if (options.folder === undefined) console.error('say where @portkey-ai/gateway is installed: --folder <folder>');
else await main(options.folder);
