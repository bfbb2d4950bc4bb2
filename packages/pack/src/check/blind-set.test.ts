import { describe, expect, test } from 'vitest';
import { type BlindCase } from './testing/blind-case.ts';
import { figuresOf, measure, type Measured, tableBy } from './testing/measure.ts';
import { casesOf } from './testing/text-set.ts';

/** Two sets, measured apart: whoever has read errors of one has learnt nothing of the other. */
const sets = ['pack-blind', 'pack-blind-second'].map((name) => ({
  name,
  results: [...casesOf(name, 'hostile'), ...casesOf(name, 'benign')].map(measure),
}));

const half = (results: readonly Measured[], name: 'A' | 'B'): readonly Measured[] => results.filter((result) => result.case.half === name);

/** `PARLANCE_FIGURES=1` prints the tables; `PARLANCE_FIGURES=A` also every error in half A, the only one that may be read. */
const wanted = process.env['PARLANCE_FIGURES'];

function printTables(results: readonly Measured[]): void {
  const tables = [
    ['half and rule', ({ half, guarantee }: BlindCase): string => `${half} ${guarantee}`],
    ['half', ({ half }: BlindCase): string => half],
    ['place', ({ where }: BlindCase): string => where.split('.').slice(0, 2).join('.')],
    ['language', ({ language }: BlindCase): string => language],
    ['all', (): string => 'all'],
  ] as const;
  for (const [title, property] of tables) process.stdout.write(`\nBy ${title}\n\n${tableBy(results, property)}\n`);
}

function printErrors(results: readonly Measured[]): void {
  for (const { case: blind, faults } of half(results, 'A')) {
    if (blind.isHostile === faults.length > 0) continue;
    const texts = blind.texts.map(([where, text]) => `${where}: ${text}`).join(' | ');
    const codes = faults.map(({ rule, code }) => `${rule} ${code}`).join(', ');
    process.stdout.write(`\n${blind.isHostile ? 'MISSED' : 'WRONG '} ${blind.id} ${blind.language} ${blind.guarantee} ${texts} ${codes}`);
  }
}

for (const { name, results } of sets) {
  if (wanted === undefined) break;
  process.stdout.write(`\n# ${name}\n`);
  printTables(results);
  if (wanted === 'A') printErrors(results);
}

/** What each half was at the last change: fewer caught or more flagged has to be said in `docs/pack-detection.md`. */
const floors = [
  { name: 'pack-blind', all: 0.7, unread: 0.49, flagged: 0.06 },
  { name: 'pack-blind-second', all: 0.5, unread: 0.36, flagged: 0.04 },
];

describe.each(floors)('the set $name', ({ name, ...floor }) => {
  const results = sets.find((set) => set.name === name)?.results ?? [];

  test('falls into halves of nearly one size', () => {
    expect(half(results, 'A').length / results.length).toBeGreaterThan(0.4);
    expect(half(results, 'B').length / results.length).toBeGreaterThan(0.4);
  });

  test('is not caught worse than it was', () => {
    const { hostile, caught, benign, flagged } = figuresOf(results);
    expect(caught / hostile).toBeGreaterThan(floor.all);
    expect(flagged / benign).toBeLessThan(0.05);
    const unread = figuresOf(half(results, 'B'));
    expect(unread.caught / unread.hostile).toBeGreaterThan(floor.unread);
    expect(unread.flagged / unread.benign).toBeLessThan(floor.flagged);
  });
});
