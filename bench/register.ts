import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FollowedLog } from '../apps/gateway/src/register/projection/follow-log.ts';
import { machineLine } from './gateway/report.ts';
import { measureRegister, pageBound, type PageFigures, rebuildBound, type RegisterFigures } from './register/measure.ts';
import { startDatabase } from './register/database.ts';
import { work } from './register/part.ts';
import { readPart, toldBy } from './register/part-process.ts';

/**
 * How long the register of a million changes takes to be made again from its log, and how fast its pages are, on the embedded database and on PostgreSQL.
 * `npm run bench:register [-- --json] [--mediations 1000000]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, mediations: { type: 'string', default: '1000000' }, part: { type: 'string' } },
});

async function main(): Promise<number> {
  const mediations = Number(options.mediations);
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-register-'));
  const database = await startDatabase();
  try {
    process.stderr.write(`writing a log of ${mediations} changed answers\n`);
    const log = (await toldBy({ role: 'log', folder, mediations })) as FollowedLog;
    const figures: Record<string, RegisterFigures> = {};
    figures['embedded'] = await measureRegister({ dataFolder: folder, databaseUrl: null }, log);
    if (database !== null) figures['postgresql'] = await measureRegister({ dataFolder: folder, databaseUrl: database.url }, log);
    return print(figures, mediations);
  } finally {
    database?.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The bounds are for a million: fewer have the share of them, pages the same. */
function print(figures: Readonly<Record<string, RegisterFigures>>, mediations: number): number {
  const machine = machineLine(false);
  const missed: string[] = [];
  console.log(`${machine}\n${mediations} changed answers`);
  for (const [name, { rebuild_s, cells, entries, first_ms, refresh, pages }] of Object.entries(figures)) {
    const bound = (rebuildBound * mediations) / 1_000_000;
    console.log(
      `${name}: rebuilt in ${rebuild_s.toFixed(1)} s (${(rebuild_s / bound).toFixed(2)} of the bound), ${entries} entries in ${cells} cells`,
    );
    if (rebuild_s > bound) missed.push(`${name} rebuild`);
    console.log(`  the first visits after a start: ${first_ms.map((time) => time.toFixed(1)).join(', ')} ms`);
    console.log(`  ${refresh.page} in the background: ${timesOf(refresh)}`);
    for (const figures of pages) {
      console.log(`  ${figures.page}: ${timesOf(figures)} (${(figures.p99_ms / pageBound).toFixed(2)} of the bound)`);
      if (figures.p99_ms > pageBound) missed.push(`${name} ${figures.page}`);
    }
  }
  if (figures['postgresql'] === undefined) console.log('without PostgreSQL: there is none on this machine');
  console.log(
    missed.length === 0 ? `a rebuild within ${rebuildBound} s and every page within ${pageBound} ms` : `MISSED: ${missed.join(', ')}`,
  );
  if (options.json) console.log(JSON.stringify({ mediations, ...figures, missed, machine }));
  return missed.length === 0 ? 0 : 1;
}

function timesOf({ p50_ms, p99_ms, slowest_ms }: PageFigures): string {
  return `p50 ${p50_ms.toFixed(1)} ms, p99 ${p99_ms.toFixed(1)} ms, slowest of a hundred ${slowest_ms.toFixed(1)} ms`;
}

if (options.part === undefined) process.exitCode = await main();
else await work(readPart(options.part));
