import { parseArgs } from 'node:util';
import { type Asked, type BesideFigures, besidePortkey } from './gateway/beside-portkey.ts';
import { machineLine } from './gateway/report.ts';
import { type Estimate } from './gateway/statistics.ts';
import { type Setup, work } from './gateway/worker.ts';

/**
 * The gateway with everything on, and Portkey's gateway with nothing switched on, in turns on the same core: whole short answers, or with `--stream` answers that come word by word.
 * Portkey's is not installed with this repository. In a folder of its own, `package.json` says
 * `{ "dependencies": { "@portkey-ai/gateway": "1.15.2" }, "overrides": { "@hono/node-server": "1.14.1" } }` (its streams fail with newer ones:
 * https://github.com/Portkey-AI/gateway/issues/1389), then `npm install --ignore-scripts`, and here
 * `npm run bench:portkey -- --folder <that folder> [--stream] [--chunks 8] [--pace 0] [--connections 32] [--rounds 20] [--json]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    stream: { type: 'boolean', default: false },
    /** Of an answer. */
    chunks: { type: 'string', default: '8' },
    /** Milliseconds between two chunks; 0: the mock writes the whole answer at once. */
    pace: { type: 'string', default: '0' },
    connections: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    /** This process is a part of a run and not the run. */
    part: { type: 'string' },
  },
});

/** Above this the machine was too restless to say anything. */
const mostDifference = 0.05;

/** What is held against what, so that nobody has to read the code. */
function comparisonOf({ isStream, connections, chunks, pace }: Asked): string {
  const shape = isStream ? `streams of ${chunks} chunks, ${pace} ms apart` : `whole answers of ${chunks} chunks`;
  const mock = isStream
    ? 'The mock streams to both.'
    : 'The mock streams to the gateway, which always asks for a stream, and answers Portkey whole, as it cannot read a stream in its place.';
  return [
    `The same client, question and answer for both, ${connections} connections that are kept, ${shape}. The gateway: Estonian pack, 5,000 terms, screening, journal, receipts. Portkey: nothing switched on.`,
    `${mock} Mock and client stand on the other core.`,
    'busy: share of its core that a gateway used. Below 0.95 its answers per second were not limited by it alone; processor time per answer is what a machine has to pay in any case.',
  ].join('\n');
}

async function main(folder: string): Promise<void> {
  const asked = {
    isStream: options.stream,
    chunks: Number(options.chunks),
    pace: Number(options.pace),
    connections: Number(options.connections),
  };
  const { figures, isPinned } = await besidePortkey({ portkey: folder, rounds: Number(options.rounds), asked });
  const isVoid = !(figures.aa_difference <= mostDifference);
  console.log(`${machineLine(isPinned)}\n${options.rounds} rounds\n${comparisonOf(asked)}\n`);
  for (const [name, value] of entries(figures)) console.log(`${name.padEnd(20)} ${lineOf(value)}`);
  if (isVoid) console.log(`VOID: Portkey differs from itself by more than ${mostDifference * 100} %; run again on a quiet machine`);
  if (options.json) console.log(JSON.stringify({ ...figures, ...asked, rounds: Number(options.rounds), void: isVoid }));
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
