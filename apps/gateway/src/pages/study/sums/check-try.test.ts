import { describe, expect, test } from 'vitest';
import { checkTry } from './check-try.ts';
import { readTask } from './task.ts';

function checked(asked: string, tried: string): string {
  return checkTry(readTask(asked), tried).kind;
}

describe('a try at a sum', () => {
  test.each([
    ['What is 7 + 8?', '15', 'right'],
    ['What is 7 + 8?', '14', 'wrong'],
    ['What is 7 + 8?', '7 + 8 = 15', 'right'],
    ['What is 7 + 8?', '7 + 8 = 14', 'wrong'],
    ['What is 7 + 8?', 'I think it is 15.', 'right'],
    ['7 x 8', '56', 'right'],
    ['7x8=', '54', 'wrong'],
    ['7 X 8 = ?', '56!', 'unknown'],
    ['3/4 + 1/8', '7/8', 'right'],
    ['3/4 + 1/8', '0.875', 'right'],
    ['3/4 + 1/8', '4/12', 'wrong'],
    ['3/4 + 1/8', '6/8 + 1/8 = 7/8', 'right'],
    ['Calculate: ¾ + ⅛', '⅞', 'right'],
    ['2½ + 1½', '4', 'right'],
    ['1 3/4 + 1/4', '2', 'right'],
    ['7/3', '2 1/3', 'right'],
    ['7/3', '7/3', 'holds'],
    ['12/4', '3', 'right'],
    ['20% of 150', '30', 'right'],
    ['20 % of 150', '3', 'wrong'],
    ['What is 1/2 of 10?', '5', 'right'],
    ['50% + 25%', '75%', 'right'],
    ['0.1 + 0.2', '0.3', 'right'],
    ['1/3', '0.33', 'wrong'],
    ['10²', '100', 'right'],
    ['2^10', '1024', 'right'],
    ['5 - 8', '-3', 'right'],
    ['5 - 8', '−3', 'right'],
    ['5 × -3', '-15', 'right'],
    ['3(1 + 2)', '9', 'right'],
    ['[2 + 3] * 4', '20', 'right'],
    ['1,234,567 + 1', '1 234 568', 'right'],
    ['7 plus 8', '15', 'right'],
    ['7 + 8', '7 + 8 is 15', 'right'],
    ['7 + 8', '7 + 8\n15', 'right'],
    ['7 + 8', '7 + 3 = 10\n10 + 5 = 15', 'right'],
    ['7 + 8', '7 + 3 = 11\n10 + 5 = 15', 'wrong'],
    ['7 + 8', '7 + 8 = 7 + 3 + 5 = 15', 'right'],
    ['7 + 8', '7 + 8 = 10 + 5', 'holds'],
    ['7 + 8', '8 + 7', 'holds'],
    ['7 + 8', '7 + 3 = 10', 'holds'],
    ['7 + 8', '7 + 3', 'unknown'],
    ['7 + 8 + 2', '7 + 8 = 15 + 2 = 17', 'wrong'],
  ])('%s, and %s: %s', (asked, tried, kind) => {
    expect(checked(asked, tried)).toBe(kind);
  });

  test('a sum is named with what is said of it, and no more', () => {
    expect(checkTry(readTask('What is 7 × 8?'), 'It is 54.')).toEqual({ kind: 'wrong', sum: '7 × 8 ≠ 54' });
    expect(checkTry(readTask('20 % of 150'), '30')).toEqual({ kind: 'right', sum: '20 % × 150 = 30' });
    expect(checkTry(null, '7 + 8 = 15')).toEqual({ kind: 'holds', sum: '7 + 8 = 15' });
    expect(checkTry(null, '15')).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['2 + 3 * 4', '20', '2 + 3 × 4 ≠ 20'],
    ['7 + 8', '7 + 8 = 14', '7 + 8 ≠ 14'],
    ['7 + 8 + 2', '7 + 8 = 15 + 2 = 17', '7 + 8 ≠ 15 + 2'],
    ['2x + 3 = 11', 'x = 5', '2x + 3 = 11; x ≠ 5'],
    ['2x + 3 = 11', '2x = 14', '2x + 3 = 11; 2x ≠ 14'],
  ])('a wrong one is never shown as if it held: %s, and %s', (asked, tried, sum) => {
    expect(checkTry(readTask(asked), tried)).toEqual({ kind: 'wrong', sum });
  });

  test.each([
    ['et', 'Kui palju on 0,5 + 1,25?', '1,75', 'right'],
    ['et', 'Arvuta 24 : 3', 'vastus on 8', 'right'],
    ['et', '1/2 : 1/4', '2', 'right'],
    ['et', '20% 150-st', '30', 'right'],
    ['et', '20% arvust 150', '31', 'wrong'],
    ['et', '12,50 + 1', '13,5', 'right'],
    ['et', '7 korda 8', '7 korda 8 on 56', 'right'],
    ['ru', 'Сколько будет 7 х 8?', 'Ответ: 56', 'right'],
    ['ru', '20% от 150', '30', 'right'],
    ['de', 'Wie viel ist 3,5 + 1,5?', 'Das ist 5', 'right'],
    ['de', '12 · 12', '144', 'right'],
    ['fr', 'Combien font 6 × 7 ?', 'Ça fait 42', 'right'],
    ['ar', 'كم يساوي ٣ + ٤؟', '٧', 'right'],
    ['ar', 'احسب ٣/٤ + ١/٨', 'الجواب هو ٧/٨', 'right'],
    ['ar', '١٢٫٥ + ٠٫٥', '١٣', 'right'],
    ['ar', '٢٠٪ من ١٥٠', '٣١', 'wrong'],
    ['en', '۷ × ۸', '५६', 'right'],
    ['tr', '7 + 8 kaç eder?', '15', 'right'],
    ['hi', '७ + ८ कितना है?', '१५', 'right'],
  ])('is read in %s: %s, and %s: %s', (...[, asked, tried, kind]) => {
    expect(checked(asked, tried)).toBe(kind);
  });
});

describe('a try at an equation', () => {
  test.each([
    ['2x + 3 = 11', 'x = 4', 'right'],
    ['Solve for x: 2x + 3 = 11', '4', 'right'],
    ['Solve 2x + 3 = 11', 'x = 5', 'wrong'],
    ['2x + 3 = 11', '2x = 8', 'holds'],
    ['2x + 3 = 11', '2x = 14', 'wrong'],
    ['2x + 3 = 11', '2x = 8\nx = 4', 'right'],
    ['3(x - 1) = 2x + 5', 'x = 8', 'right'],
    ['x/4 = 3', 'x = 12', 'right'],
    ['0,5x = 2', 'x = 4', 'right'],
    ['7 x ? = 56', '8', 'right'],
    ['7 x ? = 56', '7 x 8 = 56', 'right'],
    ['7 + __ = 15', '9', 'wrong'],
    ['2x = 2x', 'x = 1', 'unknown'],
    ['x = x + 1', 'x = 1', 'unknown'],
    ['x² = 16', 'x = 4', 'unknown'],
    ['2x + 3 = 11', 'y = 4', 'unknown'],
    ['x + y = 4', 'x = 4', 'unknown'],
    ['? + ? = 10', '5', 'unknown'],
  ])('%s, and %s: %s', (asked, tried, kind) => {
    expect(checked(asked, tried)).toBe(kind);
  });
});

describe('what can be read in two ways, or asks for something else, is not known', () => {
  test.each([
    ['en', '1,250 + 1', '1251'],
    ['en', '1,250 + 1', '2.25'],
    ['de', '1.250 + 1', '1251'],
    ['et', '1,250 + 1', '2,25'],
    ['et', '1.000 * 2', '2000'],
    ['ru', '1.000 * 2', '2'],
    ['fr', '10.000 : 2', '5000'],
    ['et', '7 * 143', '1.001'],
    ['en', '1,234,567,5 + 1', '12345676'],
    ['en', '6 / 2(1 + 2)', '9'],
    ['en', '6 / 2(1 + 2)', '1'],
    ['en', '1/2/4', '1/8'],
    ['en', '12 / 3/4', '16'],
    ['en', '12 : 3 / 2', '8'],
    ['en', '-3^2', '-9'],
    ['en', '-3²', '9'],
    ['en', '2^3^2', '512'],
    ['en', '3/4^2', '9/16'],
    ['en', '100 + 10%', '110'],
    ['en', '100 - 10%', '99.9'],
    ['en', '20% of 50 + 30', '40'],
    ['en', '20 of 150', '3000'],
    ['en', '10:30 + 0:45', '11:15'],
    ['en', '1 125/1000', '1.125'],
    ['en', '0.(3) + 1', '1'],
    ['en', '0.333... + 1', '1.333'],
    ['en', '10₂ + 1₂', '11'],
    ['en', '5! + 1', '6'],
    ['en', '1 / 0', '0'],
    ['en', '0^0', '1'],
    ['en', '99^99^99', '1'],
    ['en', '|3 - 5| + 1', '3'],
    ['en', '7 + 8 ≈', '15'],
    ['en', 'What is the remainder of 7 / 3?', '1'],
    ['en', 'Round 12.34 + 5', '17'],
    ['en', 'Is 7 + 8 more than 14?', 'yes'],
    ['en', 'What is half of 7 + 9?', '8'],
    ['en', 'What is 7 + 8 in words?', '15'],
    ['en', 'Mari has 7 apples and buys 8. How many has she?', '15'],
    ['en', '7 + 8', 'it is not 15'],
    ['en', '7 + 8', '15 or 16'],
    ['en', '7 + 8', '14 < x'],
    ['en', '7 + 8', '15, 16'],
    ['en', '7 + 8', 'fifteen'],
    ['en', '7 + 8', ''],
  ])('%s: %s, and %s', (_language, asked, tried) => {
    expect(checked(asked, tried)).toBe('unknown');
  });

  test('a text of any length is read at once', () => {
    const started = performance.now();
    for (const part of ['1 + ', '(', '9^', '% of ', 'is ', ' ', '½', '1,', 'x', '-', '\n1']) {
      expect(checked('7 + 8', part.repeat(5000))).not.toBe('right');
      expect(checked(part.repeat(5000), '15')).toBe('unknown');
      expect(checked(part.repeat(60), '15')).toBe('unknown');
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
