import { cpus } from 'node:os';
import { readdirSync, readFileSync } from 'node:fs';
import { compile, finish, identifierIds, startPass, step, type PassContext, type Rule, type Screen } from '@parlance/disclosure';
import { createEventReader } from '../apps/gateway/src/upstream/openai/event-reader.ts';

/**
 * What a chunk of an answer costs in which nothing matches, and how long its text is held back: the streams of `vectors/wire`, 200 chunks of about four tokens
 * each, through the reader of events and a screen of 5,000 terms and the identifiers of one country. `npm run bench:streams [-- --json]`.
 */
const folder = new URL('../vectors/wire/', import.meta.url);
const streams = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
const syllables = ['ka', 'le', 'mu', 'so', 'ri', 'tõ', 'ко', 'ла', 'ме', 'ру', 'كا', 'لو', 'مي', 'را', 'κα', 'λο', 'का', 'ली', '市', '民'];

/** Made up, so that no text holds one; they begin as words of the texts do. */
function madeUpTerm(number: number): string {
  return Array.from(
    { length: 6 },
    (_, place) => syllables[(number * (place + 3) + Math.floor(number / 7) * place) % syllables.length],
  ).join('');
}

function screenOf(terms: number): Screen {
  const facts = { version: '1', type: 'advertising', rationale: { en: 'r' } } as const;
  const identifiers = identifierIds.filter((id) => id.startsWith('ee.') || !id.includes('.'));
  const names = new Set(Array.from({ length: terms * 3 }, (_, number) => `${madeUpTerm(number)}${madeUpTerm(number + 1)}`));
  const rules: readonly Rule[] = [
    { ...facts, kind: 'omit', id: 'law', cause: 'law', matcher: { terms: [...names].slice(0, terms) } },
    { ...facts, kind: 'omit', id: 'privacy', cause: 'privacy', matcher: { identifiers } },
  ];
  const { screen, issues } = compile(rules);
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

function deltasOf(bytes: Buffer): readonly string[] {
  const reader = createEventReader();
  return [...reader.feed(bytes), ...reader.finish()].flatMap((event) => (event.kind === 'text' && event.delta !== '' ? [event.delta] : []));
}

/** UTF-16 units that wait after each chunk. */
function heldBack(screen: Screen, deltas: readonly string[]): readonly number[] {
  let pass = startPass(screen, context);
  let waiting = 0;
  return deltas.map((delta) => {
    const [next, output] = step(pass, delta);
    pass = next;
    waiting += delta.length - output.segments.reduce((sum, { text }) => sum + text.length, 0);
    return waiting;
  });
}

function throughScreen(screen: Screen, deltas: readonly string[]): number {
  let pass = startPass(screen, context);
  for (const delta of deltas) [pass] = step(pass, delta);
  return finish(pass).segments.length;
}

/** Microseconds of processor time for each chunk: the median of rounds, each long enough for the clock of the processor. */
function microsecondsPerChunk(chunks: number, arm: () => unknown): number {
  const repeats = 50;
  const round = (): number => {
    const began = process.cpuUsage();
    for (let count = 0; count < repeats; count++) arm();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / (repeats * chunks);
  };
  for (let count = 0; count < 4; count++) round();
  const rounds = Array.from({ length: 15 }, round).sort((left, right) => left - right);
  return rounds[rounds.length >> 1] ?? NaN;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function rowOf(screen: Screen, { name, bytes }: (typeof streams)[number]) {
  const deltas = deltasOf(bytes);
  const held = heldBack(screen, deltas).toSorted((left, right) => left - right);
  const text = deltas.join('');
  const perChunk = microsecondsPerChunk(deltas.length, () => throughScreen(screen, deltas));
  return {
    stream: name,
    chunks: deltas.length,
    us_per_chunk: Number(perChunk.toFixed(2)),
    us_per_chunk_reading: Number(microsecondsPerChunk(deltas.length, () => deltasOf(bytes)).toFixed(2)),
    mb_per_s: Number((Buffer.byteLength(text) / deltas.length / perChunk).toFixed(1)),
    held_nothing: Number((held.filter((units) => units === 0).length / held.length).toFixed(2)),
    held_p50: quantile(held, 0.5),
    held_p95: quantile(held, 0.95),
    held_p99: quantile(held, 0.99),
    held_most: held.at(-1) ?? 0,
  };
}

const screen = screenOf(5000);
const rows = streams.map((stream) => rowOf(screen, stream));
console.table(rows);
console.log('us_per_chunk: the screen alone; held: UTF-16 units that wait for the rest of a word after a chunk.');
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ streams: rows, terms: 5000, node: process.version, cpu: cpus()[0]?.model ?? 'unknown' }));
