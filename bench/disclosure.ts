import { cpus } from 'node:os';
import {
  compile,
  finish,
  identifierIds,
  startPass,
  step,
  type IdentifierId,
  type PassContext,
  type Rule,
  type Screen,
} from '@parlance/disclosure';

/**
 * How fast text goes through the screen: 5,000 terms in eight scripts and the identifiers of one country, no match in the text; and with those of all countries. A plain copy through the same
 * loop shows what the loop costs; V8's regular expressions over the same terms show what the automaton saves.
 * `node --conditions=source --import tsx bench/disclosure.ts [--json]`; with `--json` the last line is one JSON object.
 */
const scripts: readonly (readonly string[])[] = [
  ['ka', 'le', 'mu', 'so', 'ri', 'tõ', 'pä', 'ne', 'hü', 'va'],
  ['ко', 'ла', 'ме', 'ру', 'ти', 'со', 'ны', 'пе', 'жа', 'ви'],
  ['κα', 'λο', 'με', 'ρυ', 'τι', 'σω', 'νη', 'πε', 'δα', 'βι'],
  ['كا', 'لو', 'مي', 'را', 'تي', 'سو', 'نا', 'بي', 'دا', 'فو'],
  ['קא', 'לו', 'מי', 'רה', 'תי', 'סו', 'נא', 'פי', 'דה', 'בו'],
  ['का', 'ली', 'मु', 'रे', 'ति', 'सो', 'नी', 'पे', 'दा', 'वि'],
  ['市', '民', '法', '令', '税', '水', '山', '学', '車', '東'],
  ['กา', 'ลี', 'มู', 'เร', 'ติ', 'โส', 'นี', 'เป', 'ดา', 'วิ'],
];

/** Linear congruential generator (Numerical Recipes): the same terms and text in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof createRandom>;

function word(random: Random, script: number, syllables: number): string {
  const of = scripts[script] ?? [];
  return Array.from({ length: syllables }, () => of[random(of.length)] ?? '').join('');
}

/** Terms are longer than any word of the text, so that nothing matches though much begins to. */
function createTerms(count: number): readonly string[] {
  const random = createRandom(1);
  const terms = new Set<string>();
  while (terms.size < count) terms.add(word(random, terms.size % scripts.length, 6 + random(3)));
  return [...terms];
}

function createText(megabytes: number): string {
  const random = createRandom(2);
  const sentences: string[] = [];
  for (let bytes = 0; bytes < megabytes * 1e6;) {
    const script = random(scripts.length);
    const words = Array.from({ length: 6 + random(12) }, () => word(random, script, 1 + random(4)));
    if (random(4) === 0) words.push(String(random(3000)));
    const sentence = `${words.join(' ')}. `;
    sentences.push(sentence);
    bytes += Buffer.byteLength(sentence);
  }
  return sentences.join('');
}

function cut(text: string, shortest: number, longest: number): readonly string[] {
  const random = createRandom(3);
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = shortest + random(longest - shortest + 1);
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

/** What a pack has switched on, that of Estonia for example. */
const ofOneCountry = identifierIds.filter((id) => id.startsWith('ee.') || !id.includes('.'));

function rulesOf(terms: readonly string[], identifiers: readonly IdentifierId[]): readonly Rule[] {
  const facts = { version: '1', type: 'advertising', rationale: { en: 'r' } } as const;
  return [
    { ...facts, kind: 'omit', id: 'law', cause: 'law', matcher: { terms } },
    { ...facts, kind: 'omit', id: 'privacy', cause: 'privacy', matcher: { identifiers } },
  ];
}

function compiled(terms: readonly string[], identifiers: readonly IdentifierId[] = ofOneCountry): Screen {
  const { screen, issues } = compile(rulesOf(terms, identifiers));
  if (screen === null) throw new Error(`the benchmark's rules do not compile: ${issues[0]?.code ?? ''}`);
  return screen;
}

const context: PassContext = {
  choice: 0,
  channel: 'content',
  language: 'en',
  prose: true,
  typed: [],
  wording: { marker: () => 'm', notice: () => 'n', unjudged: () => '', additionLabel: () => 'a' },
};

function throughScreen(screen: Screen, chunks: readonly string[]): number {
  let pass = startPass(screen, context);
  let length = 0;
  for (const chunk of chunks) {
    const [next, output] = step(pass, chunk);
    pass = next;
    for (const segment of output.segments) length += segment.text.length;
  }
  for (const segment of finish(pass).segments) length += segment.text.length;
  return length;
}

/** What any relay does with a chunk: encode it for the wire. */
function throughCopy(chunks: readonly string[]): number {
  let length = 0;
  for (const chunk of chunks) length += Buffer.from(chunk).length;
  return length;
}

function throughExpression(expression: RegExp, chunks: readonly string[]): number {
  return chunks.reduce((found, chunk) => found + (expression.test(chunk) ? 1 : 0), 0);
}

/** Median of several rounds after one to warm up: UTF-8 megabytes per second of processor time, so that a busy machine does not change it. */
function measure(bytes: number, rounds: number, arm: () => unknown): number {
  arm();
  const seconds = Array.from({ length: rounds }, () => {
    const began = process.cpuUsage();
    arm();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  }).sort((left, right) => left - right);
  return bytes / 1e6 / (seconds[rounds >> 1] ?? NaN);
}

function compileMilliseconds(terms: readonly string[]): number {
  const began = performance.now();
  compiled(terms);
  return performance.now() - began;
}

function main(): void {
  const terms = createTerms(5000);
  const first = compileMilliseconds(terms);
  const compileMs = Math.min(...Array.from({ length: 5 }, () => compileMilliseconds(terms)));
  const many = compileMilliseconds(createTerms(20_000));
  const none = compileMilliseconds([]);
  const text = createText(8);
  const bytes = Buffer.byteLength(text);
  const smallest = cut(text, 20, 20);
  const small = cut(text, 20, 60);
  const large = cut(text, 4096, 4096);
  const screen = compiled(terms);
  const everyCountry = compiled(terms, identifierIds);
  if (throughScreen(screen, small) !== text.length) throw new Error('the text of the benchmark holds a match');
  const sample = small.slice(0, 400);
  const sampleBytes = Buffer.byteLength(sample.join(''));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  const rates = {
    'screen, chunks of 20': measure(bytes, 5, () => throughScreen(screen, smallest)),
    'screen, chunks of 20-60': measure(bytes, 5, () => throughScreen(screen, small)),
    'screen, chunks of 4096': measure(bytes, 5, () => throughScreen(screen, large)),
    'all countries, chunks of 20-60': measure(bytes, 5, () => throughScreen(everyCountry, small)),
    'plain copy, chunks of 20-60': measure(bytes, 5, () => throughCopy(small)),
    'plain copy, chunks of 4096': measure(bytes, 5, () => throughCopy(large)),
    'V8 alternation, chunks of 20-60': measure(sampleBytes, 3, () => throughExpression(expression, sample)),
  };
  const heap = process.memoryUsage().heapUsed / 1e6;
  for (const [arm, rate] of Object.entries(rates)) console.log(`${arm.padEnd(34)} ${rate.toFixed(2).padStart(10)} MB/s`);
  for (const [what, value] of [
    ['compile, 5,000 terms, cold', first],
    ['compile, 5,000 terms, best of 5', compileMs],
    ['compile, 20,000 terms', many],
    ['compile, identifiers alone', none],
  ] as const)
    console.log(`${what.padEnd(34)} ${value.toFixed(1).padStart(10)} ms`);
  console.log(`${'heap'.padEnd(34)} ${heap.toFixed(0).padStart(10)} MB`);
  if (process.argv.includes('--json')) {
    const rounded = (value: number): number => Number(value.toFixed(2));
    console.log(
      JSON.stringify({
        mb_per_s: rounded(rates['screen, chunks of 20-60']),
        mb_per_s_chunks_of_20: rounded(rates['screen, chunks of 20']),
        mb_per_s_large_chunks: rounded(rates['screen, chunks of 4096']),
        mb_per_s_all_countries: rounded(rates['all countries, chunks of 20-60']),
        copy_mb_per_s: rounded(rates['plain copy, chunks of 20-60']),
        regexp_mb_per_s: rounded(rates['V8 alternation, chunks of 20-60']),
        compile_ms: rounded(compileMs),
        compile_20000_ms: rounded(many),
        heap_mb: rounded(heap),
        terms: terms.length,
        node: process.version,
        cpu: cpus()[0]?.model ?? 'unknown',
      }),
    );
  }
}

main();
