import { readdirSync, readFileSync } from 'node:fs';
import { countryCases } from './identifiers/case-files.ts';
import { wrongOf } from './identifiers/ordinary-figures.ts';
import { ordinaryNumbers } from './identifiers/ordinary-numbers.ts';
import { ownFinder } from './identifiers/own-finder.ts';

/**
 * How many of 2,000 ordinary numbers per country are taken for somebody's: bills, orders, days, sums, books, places, times, parcels. Each stands behind a word of the country that
 * names a thing. Below, what is found in the services of the example packs. `npm run bench:ordinary-numbers`; the draws are the same in each run.
 */
const ofEachKind = 125;

async function printServices(country: string): Promise<void> {
  const folder = new URL(`../packs/${country.toLowerCase()}/services/`, import.meta.url);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'));
  const finder = ownFinder(country);
  let found = 0;
  for (const line of lines) found += (await finder(line)).length;
  console.log(`${country}  ${found} found in ${lines.length} lines of its services`);
}

const numbers = Object.keys(ordinaryNumbers).length * ofEachKind;
let all = 0;
const countries = countryCases('identifiers').map(({ country }) => country);
for (const country of countries) {
  const wrong = await wrongOf(country, { finder: ownFinder(country), ofEachKind });
  const sum = [...wrong.values()].reduce((total, one) => total + one, 0);
  all += sum;
  const kinds = [...wrong].toSorted(([, one], [, other]) => other - one).map(([kind, count]) => `${kind} ${count}`);
  console.log(`${country}  ${sum}/${numbers} (${((sum / numbers) * 100).toFixed(1)} %)  ${kinds.join(', ')}`);
}
console.log(`all ${all}/${numbers * countries.length} (${((all / numbers / countries.length) * 100).toFixed(2)} %)`);
for (const country of ['EE', 'DE', 'MA']) await printServices(country);
