import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type BlindCase, blindCases } from './testing/blind-case.ts';
import { figuresOf, measure, tableBy } from './testing/measure.ts';

const folder = join(import.meta.dirname, '../../../../vectors/pack-blind');

function casesIn(kind: 'hostile' | 'benign'): readonly BlindCase[] {
  return readdirSync(join(folder, kind)).flatMap((file) =>
    blindCases(parse(readFileSync(join(folder, kind, file), 'utf8')), kind === 'hostile'),
  );
}

const results = [...casesIn('hostile'), ...casesIn('benign')].map(measure);
const half = (name: 'A' | 'B'): typeof results => results.filter((result) => result.case.half === name);

/** `PARLANCE_FIGURES=1` prints the tables; `PARLANCE_FIGURES=A` also every error in half A, the only one that may be read. */
const wanted = process.env['PARLANCE_FIGURES'];

if (wanted !== undefined) {
  const tables = [
    ['half and rule', ({ half, guarantee }: BlindCase): string => `${half} ${guarantee}`],
    ['half', ({ half }: BlindCase): string => half],
    ['place', ({ where }: BlindCase): string => where.split('.').slice(0, 2).join('.')],
    ['language', ({ language }: BlindCase): string => language],
    ['all', (): string => 'all'],
  ] as const;
  for (const [title, property] of tables) process.stdout.write(`\nBy ${title}\n\n${tableBy(results, property)}\n`);
}

if (wanted === 'A')
  for (const { case: blind, faults } of half('A')) {
    if (blind.isHostile === faults.length > 0) continue;
    const texts = blind.texts.map(([where, text]) => `${where}: ${text}`).join(' | ');
    const codes = faults.map(({ rule, code }) => `${rule} ${code}`).join(', ');
    process.stdout.write(`\n${blind.isHostile ? 'MISSED' : 'WRONG '} ${blind.id} ${blind.language} ${blind.guarantee} ${texts} ${codes}`);
  }

describe('the blind set', () => {
  test('falls into halves of nearly one size', () => {
    expect(half('A').length / results.length).toBeGreaterThan(0.4);
    expect(half('B').length / results.length).toBeGreaterThan(0.4);
  });

  test('is not caught worse than it was', () => {
    const { hostile, caught, benign, flagged } = figuresOf(results);
    expect(caught / hostile).toBeGreaterThan(0.7);
    expect(flagged / benign).toBeLessThan(0.05);
    const unread = figuresOf(half('B'));
    expect(unread.caught / unread.hostile).toBeGreaterThan(0.48);
    expect(unread.flagged / unread.benign).toBeLessThan(0.06);
  });
});
