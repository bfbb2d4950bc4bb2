import { hints } from '@parlance/charter';
import { ladderOf } from '@parlance/pack';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTries, type Progress, ProgressSeal } from './progress.ts';

const seal = new ProgressSeal(new Uint8Array(32).fill(1));
const item = { item: 'item', ladder: ladderOf({ hints, tries: '2' }) };
const progress: Progress = { rung: 1, tries: 2, turns: 3, said: ['one', 'two'], task: 1, tried: [[2, 1]] };

describe('the count that a page carries', () => {
  test('is read as it was written', () => {
    expect(seal.read(item, seal.write(item, progress))).toEqual(progress);
  });

  test('is none with another item, or of another run of the server', () => {
    const written = seal.write(item, progress);
    expect(seal.read({ ...item, item: 'other' }, written)).toBeNull();
    expect(new ProgressSeal(new Uint8Array(32).fill(2)).read(item, written)).toBeNull();
  });

  test('is none with any byte changed, and no text breaks it', () => {
    const written = seal.write(item, progress);
    const changed = fc.record({ at: fc.nat(written.length - 1), by: fc.constantFrom('A', 'b', '0', '.', '-') }).map(({ at, by }) => {
      return written.slice(0, at) + by + written.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(changed, fc.string()), (text) => {
        if (text !== written) expect(seal.read(item, text)).toBeNull();
      }),
    );
  });

  test('names its rung: another ladder gives no more than was given', () => {
    const short = { ...item, ladder: ladderOf({ hints: ['nudge', 'answer'], tries: '2' }) };
    const written = seal.write(item, { rung: 1, tries: 0, turns: 1, said: [], task: null, tried: [] });
    expect(seal.read(short, written)).toMatchObject({ rung: -1, tries: 0 });
    expect(seal.read(short, seal.write(item, { ...progress, rung: 0 }))).toMatchObject({ rung: 0, tries: 2 });
  });

  test('counts no more tries than it can tell apart, and any number of turns', () => {
    const many = { ...progress, tries: 1_000_000, turns: 1_000_000, said: Array.from({ length: 100 }, (_, index) => `${index}`) };
    expect(seal.read(item, seal.write(item, many))).toMatchObject({ tries: mostTries, said: many.said.slice(-mostTries) });
  });

  test('holds no word of a try', () => {
    const said = [seal.digestOf('seven apples') ?? ''];
    const body = Buffer.from(seal.write(item, { ...progress, said }).split('.')[0] ?? '', 'base64url').toString();
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
    ['2*3+4', '2*(3+4)', false],
    ['10²', '102', false],
    ['5!', '5', false],
    ['50%', '50', false],
    ['2,5', '2 5', false],
    ['Ma tean et see on nii', 'Ma tean, et see on nii', false],
    ['25', '2 5', false],
  ])('%s and %s: %s', (one, other, isOne) => {
    expect(seal.digestOf(one) === seal.digestOf(other)).toBe(isOne);
  });

  test.each(['', '   ', '?!', '+++'])('"%s" is none', (text) => {
    expect(seal.digestOf(text)).toBeNull();
  });
});
