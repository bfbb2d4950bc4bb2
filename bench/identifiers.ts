import { countryCases } from './identifiers/case-files.ts';
import { figuresOf, type Figures } from './identifiers/figures.ts';
import { openGuardrails } from './identifiers/guardrails.ts';
import { ownFinder } from './identifiers/own-finder.ts';

/**
 * Precision and recall per country on `vectors/identifiers`, beside the PII check of `@openai/guardrails` on the same cases. That package is no dependency: it is
 * installed into a folder of its own when the measurement runs, and left out with a word where that cannot be. `npm run bench:identifiers [-- --json]`; with
 * `--bare` on `vectors/identifiers-bare`, numbers that pass a check by chance beside numbers of people.
 */
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

async function main(): Promise<void> {
  const set = process.argv.includes('--bare') ? 'identifiers-bare' : 'identifiers';
  const sets = countryCases(set);
  const guardrails = openGuardrails();
  const rows = await Promise.all(
    sets.map(async ({ country, cases }) => ({
      country,
      own: await figuresOf(cases, ownFinder(country)),
      peer: guardrails === null ? null : await figuresOf(cases, guardrails.finder(country)),
    })),
  );
  const all = sets.flatMap(({ cases }) => cases).length;
  console.log(
    `${all} cases of ${sets.length} countries; precision and recall of this gateway${guardrails === null ? '' : ` | of ${guardrails.name}`}`,
  );
  for (const { country, own, peer } of rows) console.log(`${country}  ${line(own)}${peer === null ? '' : `  |  ${line(peer)}`}`);
  const own = total(rows.map((row) => row.own));
  const peer = rows.flatMap((row) => (row.peer === null ? [] : [row.peer]));
  console.log(`all ${line(own)}${peer.length === 0 ? '' : `  |  ${line(total(peer))}`}`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ own, peer: peer.length === 0 ? null : total(peer), rows }));
}

function line({ values, precision, recall }: Figures): string {
  return `${String(values).padStart(5)} values ${percent(precision)} ${percent(recall)}`;
}

function total(figures: readonly Figures[]): Figures {
  const sum = (of: (one: Figures) => number): number => figures.reduce((all, one) => all + of(one), 0);
  const [cases, values, found, wrong] = [
    sum((one) => one.cases),
    sum((one) => one.values),
    sum((one) => one.found),
    sum((one) => one.wrong),
  ];
  return { cases, values, found, wrong, precision: found / Math.max(1, found + wrong), recall: found / Math.max(1, values) };
}

await main();
