import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../../../../tests/property-runs.ts';
import { checkTry } from './check-try.ts';
import { readTask } from './task.ts';

function checked(asked: string, tried: string): string {
  return checkTry(readTask(asked), tried).kind;
}

describe('the number of a task is no part of its sum', () => {
  test.each([
    ['Task 1: 7 + 8', '15'],
    ['Ülesanne 12: 7 + 8', '15'],
    ['Aufgabe 3: 4 + 5', '9'],
    ['Задача 5: 3 + 4', '7'],
    ['Exercice 2 : 4 + 5', '9'],
    ['Exercice n° 2 : 4 + 5', '9'],
    ['تمرين 3: 4 + 5', '9'],
    ['تمرين رقم ٣: ٤ + ٥', '٩'],
    ['Task 1 - 7 + 8', '15'],
    ['Task 1. 7 + 8', '15'],
    ['Task 1.2: 7 + 8', '15'],
    ['Task #4) 7 + 8', '15'],
    ['Please solve exercise 3: 7 + 8', '15'],
    ['Task 1: a) what is 7 + 8?', '15'],
    ['1) 7 + 8', '15'],
    ['(1) 7 + 8', '15'],
    ['1. 7 + 8', '15'],
    ['٣) ٤ + ٥', '٩'],
    ['a) 3+4', '7'],
    ['b. 3+4', '7'],
    ['No. 4: 3 + 4', '7'],
    ['№ 5: 3 + 4', '7'],
    ['Task 2: 2x + 3 = 11', 'x = 4'],
  ])('%s: %s is right', (asked, tried) => {
    expect(checked(asked, tried)).toBe('right');
    expect(checked(asked, `${tried}0`)).toBe('wrong');
  });

  test('and is not shown as one', () => {
    expect(checkTry(readTask('Task 1: 7 + 8'), '14')).toEqual({ kind: 'wrong', sum: '7 + 8 ≠ 14' });
  });

  test.each([
    ['1: 7 + 8', '15'],
    ['1/ 7 + 8', '15'],
    ['1- 7 + 8', '15'],
    ['1 - 7 + 8', '15'],
    ['Task 1:7 + 8', '15'],
    ['Task 1 7 + 8', '15'],
    ['Task 1 3/4 + 1', '1 3/4'],
    ['Task 2 (3 + 4)', '7'],
    ['Task 1 100 + 5', '105'],
    ['Task 24: 3 + 1', '9'],
    ['- 7 + 8', '15'],
    ['Task - 7 + 8', '15'],
    ['1)-7 + 8', '15'],
    ['Task 1: 5', '5'],
    ['12: 3 / 2', '1,5'],
  ])('%s can be read in two ways: %s is not known', (asked, tried) => {
    expect(checked(asked, tried)).toBe('unknown');
  });

  test.each([
    ['Task: 12 : 3', '4'],
    ['24 : 3 + 1', '9'],
    ['Task 3/4 + 1/8', '7/8'],
    ['Task 2.5 + 1', '3.5'],
    ['5 - 3 + 2', '4'],
    ['3(1 + 2)', '9'],
    ['2x - 3 = 5', 'x = 4'],
    ['-7 + 8', '1'],
    ['Calculate: -7 + 8', '1'],
  ])('a first number without a sign of a list is one: %s, and %s', (asked, tried) => {
    expect(checked(asked, tried)).toBe('right');
  });
});

describe('the dash of a list, or behind a word, is no sign of a number for sure', () => {
  test.each([
    'Answer - 15',
    'Answer -15',
    'Answer-15',
    'Answer: - 15',
    'Vastus - 15',
    'Ответ - 15',
    'Ответ – 15',
    'réponse - 15',
    '– 15',
    '= - 15',
    '7 + 8 is - 15',
  ])('"%s" is not called wrong', (tried) => {
    expect(checked('7 + 8', tried)).toBe('unknown');
  });

  test.each([
    ['7 + 8', '- 7 + 8 = 15'],
    ['7 + 8', '1: 15'],
    ['7 + 8', '1/ 15'],
    ['7 + 8', '1- 7 + 8 = 15'],
    ['50 + 50', 'Answer 1 100'],
    ['2x + 3 = 11', '- x = 4'],
    ['2x + 3 = 11', '1- x = 4'],
    ['7 + 8', 'b) 12'],
  ])('%s: "%s" is not called wrong', (asked, tried) => {
    expect(checked(asked, tried)).toBe('unknown');
  });

  test.each([
    ['7 + 8', 'Answer 1: 15'],
    ['7 + 8', '1) 15'],
    ['7 + 8', 'Answer 1 - 7 + 8 = 15'],
    ['7 + 8', '1) 7 + 8 = 15'],
    ['7 + 8', '1) 7 + 3 = 10\n2) 10 + 5 = 15'],
    ['5 - 8', 'Answer: -3'],
    ['7/4', 'Answer 1 3/4'],
    ['3/2', 'Answer 1,5'],
  ])('%s: "%s" is right', (asked, tried) => {
    expect(checked(asked, tried)).toBe('right');
  });

  test.each([
    ['7 + 8', '-15'],
    ['7 + 8', 'Answer: -15'],
    ['7 + 8', 'Answer - 14'],
    ['7 + 8', '- 14'],
    ['7 + 8', '1) 7 + 8 = 14'],
    ['7 + 8', '- 7 + 8 = 14'],
    ['24 : 3 + 1', '24 : 3 = 9'],
  ])('%s: "%s" is wrong in each way', (asked, tried) => {
    expect(checked(asked, tried)).toBe('wrong');
  });
});

const nouns = [
  'Task',
  'Exercise',
  'Question',
  'Ülesanne',
  'Harjutus',
  'Задача',
  'Упражнение',
  'Aufgabe',
  'Frage',
  'Exercice',
  'Problème',
  'تمرين',
  'سؤال',
  'Soru',
  'प्रश्न',
  'ጥያቄ',
];
const numbering = fc
  .record({
    noun: fc.constantFrom('', '', ...nouns),
    word: fc.constantFrom('', '', '', 'No. ', 'nr ', '№ ', 'n° ', '#', 'номер ', 'رقم '),
    id: fc.oneof(fc.integer({ min: 1, max: 40 }).map(String), fc.constantFrom('a', 'b', 'c', '1.2', '2a', '٣', '१')),
    sign: fc.constantFrom(')', '.', ':', ' :', ' -', ' –', '-', '/', '.)', '):', '.-', ' '),
  })
  // "2 105" is a number, where no word says that 2 is one of a list.
  .filter(({ noun, word, sign }) => sign !== ' ' || noun !== '' || word !== '')
  .map(({ noun, word, id, sign }) => `${noun}${noun === '' ? '' : ' '}${word}${id}${sign} `);
const before = fc.oneof(
  fc.constantFrom('', '- ', '– ', '− ', 'Task: ', 'Task - ', 'Ülesanne: – ', 'Calculate: ', 'Arvuta '),
  numbering,
  fc.tuple(numbering, fc.constantFrom('- ', 'a) ', 'what is ', 'Сколько будет ')).map((parts) => parts.join('')),
);
const sayings = [
  '',
  'Answer',
  'My answer is',
  'It is',
  'Result',
  'Vastus',
  'Vastus on',
  'Ответ',
  'Это',
  'Antwort',
  'Das ist',
  'Réponse',
  'La réponse',
  "C'est",
  'الجواب',
  'الناتج هو',
  'Cevap',
  'उत्तर',
  'መልሱ',
];
const dashes = ['', '', ' - ', ' – ', ' − ', ': ', ' : ', ':- ', ' -', ' –', '-', ' = ', ' = - '];
const saying = fc.oneof(
  fc.tuple(fc.constantFrom(...sayings.slice(1)), fc.constantFrom(...dashes)).map(([word, dash]) => `${word}${dash === '' ? ' ' : dash}`),
  fc.constantFrom('', '- ', '– ', '− ', '= ', '• '),
  numbering,
  fc
    .tuple(fc.constantFrom('Answer', 'Vastus', 'Ответ', 'Réponse', 'الجواب'), numbering)
    .map(([word, number]) => `${word} ${number.trimEnd()} `),
);

const smallSum = fc
  .record({ a: fc.integer({ min: 1, max: 60 }), b: fc.integer({ min: 1, max: 60 }), c: fc.integer({ min: 1, max: 20 }), way: fc.nat(5) })
  .map(({ a, b, c, way }): readonly [sum: string, worth: number] => {
    const [most, least] = [Math.max(a, b), Math.min(a, b)];
    const ways: readonly (readonly [string, number])[] = [
      [`${a} + ${b}`, a + b],
      [`${most} - ${least}`, most - least],
      [`${a} × ${b}`, a * b],
      [`${a * c} : ${c}`, a],
      [`${a} + ${b} · ${c}`, a + b * c],
      [`(${a} + ${b}) * ${c}`, (a + b) * c],
    ];
    return ways[way] ?? ['1 + 1', 2];
  });

const inDigits = (text: string, zero: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

test('no correct try is called wrong, however task and try are numbered, dashed and introduced', () => {
  fc.assert(
    fc.property(before, saying, smallSum, fc.constantFrom('0', '0', '٠'), fc.boolean(), (...[start, said, [sum, worth], zero, isWhole]) => {
      const task = readTask(start + inDigits(sum, zero));
      const tried = said + inDigits(isWhole ? `${sum} = ${worth}` : `${worth}`, zero);
      expect([start + sum, tried, checkTry(task, tried).kind]).not.toEqual([start + sum, tried, 'wrong']);
    }),
    { numRuns: propertyRuns(20_000) },
  );
});

test('no number with one sign and three digits behind it is ever called right or wrong', () => {
  const grouped = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('.', ','), fc.integer({ min: 0, max: 999 }))
    .map(([front, sign, back]) => `${front}${sign}${`${back}`.padStart(3, '0')}`);
  fc.assert(
    fc.property(grouped, smallSum, (number, [sum, worth]) => {
      expect(readTask(`${number} + ${sum}`)).toBeNull();
      expect(checked(sum, number)).toBe('unknown');
      expect(checked(sum, `${number} = ${worth}`)).toBe('unknown');
    }),
    { numRuns: propertyRuns(2_000) },
  );
});
