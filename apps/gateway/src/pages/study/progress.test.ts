import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Progress, ProgressSeal } from './progress.ts';

const seal = new ProgressSeal(new Uint8Array(32).fill(1));
const progress: Progress = { rung: 1, tries: 2, turns: 3, said: ['one', 'two'] };

describe('the count that a page carries', () => {
  test('is read as it was written', () => {
    expect(seal.read('item', seal.write('item', progress))).toEqual(progress);
  });

  test('is none with another item, or of another run of the server', () => {
    const written = seal.write('item', progress);
    expect(seal.read('other', written)).toBeNull();
    expect(new ProgressSeal(new Uint8Array(32).fill(2)).read('item', written)).toBeNull();
  });

  test('is none with any byte changed, and no text breaks it', () => {
    const written = seal.write('item', progress);
    const changed = fc.record({ at: fc.nat(written.length - 1), by: fc.constantFrom('A', 'b', '0', '.', '-') }).map(({ at, by }) => {
      return written.slice(0, at) + by + written.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(changed, fc.string()), (text) => {
        if (text !== written) expect(seal.read('item', text)).toBeNull();
      }),
    );
  });

  test('holds no word of a try', () => {
    const said = [seal.digestOf('seven apples') ?? ''];
    const body = Buffer.from(seal.write('item', { ...progress, said }).split('.')[0] ?? '', 'base64url').toString();
    expect(body).not.toMatch(/seven|apples/);
    expect(new ProgressSeal(new Uint8Array(32)).digestOf('seven apples')).not.toBe(said[0]);
  });
});

describe('two texts are one try', () => {
  test.each([
    ['2 + 3 = 5', '2+3=5.', true],
    ['Kaks  õuna', 'KAKS õuna!', true],
    ['2 + 3', '2 - 3', false],
    ['2/3', '23', false],
    ['х = 1', 'y = 1', false],
  ])('%s and %s: %s', (one, other, isOne) => {
    expect(seal.digestOf(one) === seal.digestOf(other)).toBe(isOne);
  });

  test.each(['', '   ', '?!', '+++'])('"%s" is none', (text) => {
    expect(seal.digestOf(text)).toBeNull();
  });
});
