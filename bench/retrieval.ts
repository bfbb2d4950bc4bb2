import { parseArgs } from 'node:util';
import { machineLine } from './gateway/report.ts';
import { type FullText, openFullText } from './retrieval/full-text.ts';
import { type Document } from './retrieval/document.ts';
import { measure } from './retrieval/measure.ts';
import { belowWords, missesOf, tableOf } from './retrieval/report.ts';
import { readXquad, xquadFolder } from './retrieval/xquad.ts';

/**
 * How well the search of the packs finds what was asked for, beside word BM25 and PostgreSQL. `npm run bench:retrieval [-- --json]`; with `--json` the last line is
 * one JSON object.
 */
const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

async function main(): Promise<number> {
  const set = readXquad();
  if (set === null) {
    console.error(`there is no question set: put the JSON files of XQuAD (xquad.<language>.*.json) into ${xquadFolder}`);
    return 2;
  }
  const missing: string[] = [];
  const open = async (documents: readonly Document[]): Promise<FullText | null> => {
    try {
      return await openFullText(documents);
    } catch (error) {
      missing.push(error instanceof Error ? error.message : 'unknown');
      return null;
    }
  };
  const results = await measure(set, open);
  const misses = missesOf(results);
  console.log(`${machineLine(false)}\n${tableOf(results)}\n`);
  if (missing.length > 0) console.log(`without PostgreSQL: ${missing.join('; ')}`);
  console.log(
    misses.length === 0
      ? 'recall@1 is at least 0.85 in every language, and at least that of word BM25 when all are together'
      : `MISSED: ${misses.join(', ')}`,
  );
  const below = belowWords(results.modes.apart);
  if (below.length > 0) console.log(`apart, word BM25 finds more in: ${below.join(', ')}`);
  if (options.json) console.log(JSON.stringify({ ...results, misses, without_postgres: missing[0] ?? null }));
  return misses.length === 0 ? 0 : 1;
}

process.exitCode = await main();
