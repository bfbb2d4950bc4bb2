import { describe, expect, test } from 'vitest';
import { oncePer } from './once-per.ts';

describe('what is remembered per object', () => {
  test('is made once for each object and never mixed up', () => {
    const made: number[] = [];
    const double = oncePer(({ value }: { readonly value: number }) => {
      made.push(value);
      return value * 2;
    });
    const [one, other] = [{ value: 1 }, { value: 2 }];
    expect([double(one), double(other), double(one), double({ value: 1 })]).toEqual([2, 4, 2, 2]);
    expect(made).toEqual([1, 2, 1]);
  });

  test('may be undefined, and is not made again', () => {
    let made = 0;
    const nothing = oncePer((): undefined => {
      made++;
      return undefined;
    });
    const key = {};
    nothing(key);
    nothing(key);
    expect(made).toBe(1);
  });
});
