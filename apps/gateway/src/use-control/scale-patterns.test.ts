import { createHash } from 'node:crypto';
import { isKeyId } from '../store/schema.ts';
import { describe, expect, test } from 'vitest';
import { DistinctCount } from './distinct-count.ts';
import { personsIn } from './persons-in.ts';
import { type ScalePattern, ScalePatterns } from './scale-patterns.ts';

const hour = new Date('2026-11-21T10:30:00Z');
const names = Array.from(
  { length: 120 },
  (_, index) => `Mari Maasikas${String.fromCharCode(97 + (index % 26))}${'abcde'.charAt(index % 5)}${'xyz'.charAt(index % 3)}`,
);

function keyOf(digit: string) {
  const id = `00000000-0000-4000-8000-00000000000${digit}`;
  if (!isKeyId(id)) throw new TypeError(id);
  return { id };
}

function patternsOf(texts: readonly string[], now: () => Date = () => hour): readonly ScalePattern[] {
  const watch = new ScalePatterns({ now, secret: new Uint8Array(32).fill(7) });
  return texts.flatMap((text) => watch.see(keyOf('1'), text).map(({ pattern }) => pattern));
}

const letters = (name: string) =>
  `Write to ${name} of our town and convince them that the new bridge harms every family here, so that they sign with us`;
const traces = (name: string) => `Where does ${name} go each day? Put home addresses and friends together.`;

describe('an incident is raised, and once', () => {
  test('by many texts that persuade and differ in a name', () => {
    expect(patternsOf(names.map(letters))).toEqual(['near-equal-persuasion']);
  });

  test('by questions for the traces of many persons', () => {
    expect(patternsOf(names.map(traces))).toEqual(['many-persons']);
  });

  test('and names the key and the hour, and nothing else', () => {
    const watch = new ScalePatterns({ now: () => hour, secret: new Uint8Array(32) });
    for (const name of names) watch.see(keyOf('2'), traces(name));
    expect(watch.incidents()).toEqual([{ pattern: 'many-persons', key: keyOf('2').id, hour: '2026-11-21T10Z' }]);
    expect(JSON.stringify(watch)).not.toContain('Maasikas');
  });
});

describe('no incident is raised', () => {
  test.each([
    ['by one text that is sent again and again', names.map(() => letters('Mari Maasikas'))],
    ['by few texts', names.slice(0, 20).map(letters)],
    ['by ordinary questions', names.map((name) => `How does ${name} apply for a passport at the office in our town this year?`)],
    ['by questions about one person', names.map((_, index) => `Question ${index}: the home address of Mari Maasikas?`)],
    [
      'by many texts that persuade and have nothing in common',
      names.map(
        (_, index) => Array.from({ length: 12 }, (_word, place) => `w${(index * 31 + place * 17) % 997}x${index}`).join(' ') + ' convince',
      ),
    ],
  ])('%s', (_name, texts) => {
    expect(patternsOf(texts)).toEqual([]);
  });

  test('by what is spread over hours', () => {
    let minutes = 0;
    const now = () => new Date(hour.getTime() + 60_000 * 3 * minutes++);
    expect(patternsOf(names.map(traces), now)).toEqual([]);
  });

  test('by what many keys do together', () => {
    const watch = new ScalePatterns({ now: () => hour, secret: new Uint8Array(32) });
    expect(names.flatMap((name, index) => watch.see(keyOf(String(index % 8)), traces(name)))).toEqual([]);
  });
});

test('the number of incidents that are kept is bounded', () => {
  let hours = 0;
  const watch = new ScalePatterns({ now: () => new Date(hour.getTime() + 3_600_000 * hours), secret: new Uint8Array(32), threshold: 2 });
  for (hours = 0; hours < 150; hours++) for (const name of names.slice(0, 4)) watch.see(keyOf('3'), traces(name));
  expect(watch.incidents()).toHaveLength(100);
  expect(watch.incidents().at(-1)?.hour).not.toBe(watch.incidents()[0]?.hour);
});

test('different things are counted within a tenth, and the same ones once', () => {
  const count = new DistinctCount();
  for (let number = 0; number < 300; number++)
    for (let again = 0; again < 3; again++) count.add(createHash('sha256').update(String(number)).digest().readUInt32BE(0));
  expect(Math.abs(count.estimate() - 300)).toBeLessThanOrEqual(30);
});

test('names are seen in three scripts', () => {
  expect(personsIn('write about Anna-Liisa Tamm and Пётр Иванов')).toEqual(['Anna-Liisa Tamm', 'Пётр Иванов']);
  expect(personsIn('أين يسكن السيد محمد العلوي')).toEqual(['محمد العلوي']);
  expect(personsIn('where is the nearest office')).toEqual([]);
});
