import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addStep, createDoubleArray, leadsTo, unknown } from './double-array.ts';

const rows = 40;
const columns = 30;
const step = fc.record({ row: fc.integer({ min: 1, max: rows }), column: fc.nat(columns - 1), target: fc.nat() });

test('rows lead where they were said to lead and nowhere else, however often they had to give way', () => {
  fc.assert(
    fc.property(fc.uniqueArray(step, { maxLength: 600, selector: ({ row, column }) => row * columns + column }), (steps) => {
      const array = createDoubleArray();
      const targets = new Map<number, number>();
      for (const each of steps) {
        addStep(array, each);
        targets.set(each.row * columns + each.column, each.target);
      }
      expect(array.used).toBe(steps.length);
      for (let row = 1; row <= rows; row++)
        for (let column = 0; column < columns; column++)
          expect(leadsTo(array, row, column)).toBe(targets.get(row * columns + column) ?? unknown);
    }),
  );
});

test('rows lie over each other: a thousand of them need little more than their steps', () => {
  const array = createDoubleArray();
  for (let row = 1; row <= 1000; row++)
    for (let count = 0; count < 3; count++) addStep(array, { row, column: (row * 7 + count * 31) % 200, target: row });
  expect(array.end).toBeLessThan(3 * array.used);
});

test('rows whose columns are all high pass what is in use once, and not again for each row', () => {
  const array = createDoubleArray();
  for (let row = 1; row <= 1000; row++) {
    addStep(array, { row, column: 50, target: row });
    // Everything before is in use, or given up.
    expect(array.firstFree).toBeGreaterThanOrEqual(array.end - 1);
  }
});
