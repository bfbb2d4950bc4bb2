import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expand } from './identifiers/expand.ts';
import { createRandom } from './identifiers/random.ts';

/**
 * Writes `vectors/identifiers` and `vectors/identifiers-bare` anew from the sentences and the public definitions: `node --import tsx bench/identifier-cases.ts`. The set is frozen: what finds
 * identifiers is never mended by changing it.
 */
const sets = [
  { sentences: 'identifiers/sentences/', cases: '../vectors/identifiers/' },
  { sentences: 'identifiers/bare-sentences/', cases: '../vectors/identifiers-bare/' },
].map(({ sentences, cases }) => ({ sentences: new URL(sentences, import.meta.url), cases: new URL(cases, import.meta.url) }));
const roundsOfEach = 3;

for (const { sentences, cases } of sets) for (const file of readdirSync(sentences)) writeCases(file, sentences, cases);

function writeCases(file: string, sentences: URL, cases: URL): void {
  const texts = JSON.parse(readFileSync(new URL(file, sentences), 'utf8')) as readonly string[];
  const random = createRandom(file.charCodeAt(0) * 256 + file.charCodeAt(1));
  const filled = Array.from({ length: roundsOfEach }, () => texts.map((text) => expand(text, random))).flat();
  const distinct = [...new Map(filled.map((one) => [one.text, one])).values()];
  const lines = distinct.map(({ text, finds }) => `    {"text": ${JSON.stringify(text)}, "finds": ${JSON.stringify(finds)}}`);
  const country = file.slice(0, 2).toUpperCase();
  writeFileSync(new URL(file, cases), `{\n  "country": "${country}",\n  "cases": [\n${lines.join(',\n')}\n  ]\n}\n`);
}
