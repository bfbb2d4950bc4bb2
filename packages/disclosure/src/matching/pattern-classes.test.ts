import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternClasses } from './pattern-classes.ts';

const size = 12;
const set = fc.uint8Array({ minLength: size, maxLength: size, max: 1 });

test('two symbols share a class if and only if each set holds both or neither', () => {
  fc.assert(
    fc.property(fc.array(set, { maxLength: 6 }), fc.nat(size - 1), fc.nat(size - 1), (sets, left, right) => {
      const { of } = patternClasses(sets, size);
      expect(of[left] === of[right]).toBe(sets.every((holds) => holds[left] === holds[right]));
    }),
  );
});

test('classes are numbered from one, and each has a member that is in it', () => {
  fc.assert(
    fc.property(fc.array(set, { maxLength: 6 }), (sets) => {
      const { of, members } = patternClasses(sets, size);
      expect(new Set(of)).toEqual(new Set(Array.from(members.keys()).slice(1)));
      for (const [number, member] of members.entries()) if (number > 0) expect(of[member]).toBe(number);
    }),
  );
});
