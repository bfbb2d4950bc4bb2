import { CodedError } from '@parlance/core';
import {
  alertsOf,
  collectDrift,
  type CollectedDrift,
  type DriftFacts,
  driftInput,
  driftText,
  makeDrift,
  monthsOf,
} from '@parlance/gateway/register';
import { Command } from 'commander';
import { badUsage } from './check/bad-usage.ts';
import { clean, issuesFound, standsOut } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { findTrees } from './report-trees.ts';

interface DriftOptions {
  readonly month?: string;
  readonly log: string;
  readonly policy?: string;
  readonly json: boolean;
}

const help = `
Compares how often each rule acted in a month with the twelve months before it, and languages with each other, by exact tests on numbers in whole tens. Whoever has the log finds
the same. With --month nothing behind the last batch of that month counts, so that a longer log changes nothing. docs/drift.md says what is compared, and what cannot be seen.

Exit codes: 0 nothing stands out, 1 not made (the month is not in the log, the log is damaged or cannot be reached), 2 wrong usage, 3 something stands out.`;

/** `parlance drift`: whether rules act more or less often than they used to, by the log alone. */
export function driftCommand(): Command {
  return new Command('drift')
    .description('whether rules act more or less often than before, or more in one language, by the public log alone')
    .option('--month <month>', 'as 2026-11; the newest month of the log by default')
    .option(
      '--log <folder|url>',
      'a data folder, the folder of a shard, a copy of a public tree, or https://.../log',
      process.env['PARLANCE_DATA'] ?? 'data',
    )
    .option('--policy <file>', 'the log as you know it; without it, policy.txt beside the log, which its operator wrote')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', help)
    .action(async (options: DriftOptions) => {
      const { month = null } = options;
      if (month !== null && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw badUsage('--month', 'a month, as 2026-11', month);
      try {
        const facts = await factsOf(options, month);
        process.stdout.write(options.json ? jsonText(facts) : driftText(facts));
        process.exitCode = alertsOf(facts).length > 0 || facts.review.length > 0 ? standsOut : clean;
      } catch (error) {
        if (!(error instanceof CodedError) || error.code === 'bad_usage') throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = issuesFound;
      }
    });
}

async function factsOf({ log, policy: path }: DriftOptions, month: string | null): Promise<DriftFacts> {
  const { trees, policy } = await findTrees(log, { month: month ?? monthNow(), path: path ?? null, isWithPast: true });
  if (policy === null)
    process.stderr.write('the signature of the log is not checked: there is no policy.txt beside it; name one with --policy\n');
  const collected: CollectedDrift[] = [];
  for (const tree of trees) collected.push(await collectDrift(tree, { policy, until: month, onProgress: tell(tree.name) }));
  const input = driftInput(collected);
  const known = monthsOf(input);
  if (month === null || known.includes(month)) return makeDrift(input, month);
  const there = known.length === 0 ? 'nor of any month before it' : `before it, it has ${known.join(', ')}`;
  throw new CodedError('month_unknown', `${log}: the log has no ten answers of ${month}; ${there}`);
}

/** Only which logs are looked for depends on it: a log of a later half-year cannot be there yet. */
function monthNow(): string {
  return new Date().toISOString().slice(0, '2026-11'.length);
}

function tell(name: string): (done: bigint, size: bigint) => void {
  return (done, size) => {
    process.stderr.write(`${name}: ${String(done)} of ${String(size)} entries\n`);
  };
}
