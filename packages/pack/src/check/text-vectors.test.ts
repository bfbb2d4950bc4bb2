import { describe, expect, test } from 'vitest';
import { measure } from './testing/measure.ts';
import { casesOf } from './testing/text-set.ts';

const ordinary = casesOf('pack-texts', 'ordinary');
const hostile = casesOf('pack-texts', 'hostile');

describe('texts in the fields of a pack', () => {
  test.each(ordinary)('$id is ordinary law', (ordinary) => {
    expect(measure(ordinary).faults).toEqual([]);
  });

  test.each(hostile)('$id is found', (hostile) => {
    expect(measure(hostile).faults).not.toEqual([]);
  });

  test('are more often ordinary than hostile, in 15 languages', () => {
    expect(ordinary.length).toBeGreaterThan(hostile.length);
    expect(new Set(ordinary.map(({ language }) => language)).size).toBe(15);
  });
});
