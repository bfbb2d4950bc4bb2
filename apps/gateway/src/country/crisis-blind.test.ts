import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { crisisIn } from './distress/crisis-in.ts';

/** What somebody wrote who had not seen the charter's phrases: `vectors/crisis-blind/README.md`. */
const setSchema = z.strictObject({
  language: z.string(),
  distress: z.strictObject({ self: z.array(z.string()), other: z.array(z.string()), danger: z.array(z.string()) }),
  benign: z.array(z.string()),
});

const vectors = new URL('../../../../vectors/', import.meta.url);

/** `PARLANCE_FIGURES=1` prints the figures, `PARLANCE_FIGURES=A` also each error of the set that may be read. */
const wanted = process.env['PARLANCE_FIGURES'];

function setsOf(name: string): readonly z.infer<typeof setSchema>[] {
  const folder = new URL(`${name}/`, vectors);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => setSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));
}

function measured({ language, distress, benign }: z.infer<typeof setSchema>) {
  const texts = Object.values(distress).flat();
  const missed = texts.filter((text) => crisisIn(text) === null);
  const flagged = benign.filter((text) => crisisIn(text) !== null);
  return { language, texts: texts.length, benign: benign.length, missed, flagged };
}

const share = (part: number, whole: number): string => `${part}/${whole} (${((part / whole) * 100).toFixed(1)} %)`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What each set was at the last change. */
const floors = [
  { name: 'crisis-blind', isRead: true, heard: 0.98, flagged: 0.025 },
  { name: 'crisis-blind-second', isRead: false, heard: 0.85, flagged: 0.11 },
  { name: 'crisis-blind-third', isRead: false, heard: 0.94, flagged: 0.005 },
  { name: 'crisis-blind-fourth', isRead: false, heard: 0.95, flagged: 0.005 },
  { name: 'crisis-blind-fifth', isRead: false, heard: 0.9, flagged: 0.006 },
];

describe.each(floors)('the set $name', ({ name, isRead, heard, flagged }) => {
  const results = setsOf(name).map(measured);
  const texts = sum(results.map((one) => one.texts));
  const benign = sum(results.map((one) => one.benign));
  const found = texts - sum(results.map(({ missed }) => missed.length));
  const wrong = sum(results.map((one) => one.flagged.length));

  if (wanted !== undefined) {
    for (const one of results)
      process.stdout.write(
        `${name} ${one.language} heard ${share(one.texts - one.missed.length, one.texts)} flagged ${share(one.flagged.length, one.benign)}\n`,
      );
    process.stdout.write(`${name} all heard ${share(found, texts)} flagged ${share(wrong, benign)}\n`);
    if (wanted === 'A' && isRead)
      for (const { language, missed, flagged: texts } of results)
        process.stdout.write(
          [...missed.map((text) => `MISSED ${language} ${text}`), ...texts.map((text) => `WRONG  ${language} ${text}`), ''].join('\n'),
        );
  }

  test('a person in distress is heard as often as before', () => {
    expect(found / texts).toBeGreaterThan(heard);
  });

  test('a harmless question is taken for distress as seldom as before', () => {
    expect(wrong / benign).toBeLessThan(flagged);
  });
});
