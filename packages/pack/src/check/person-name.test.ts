import { describe, expect, test } from 'vitest';
import { isFullName, isTitledName } from './person-name.ts';

describe('a name', () => {
  test.each(['Jaan Tamm', 'Мария Петрова', 'Γιώργος Παπάς', 'Ana María de la Cruz', 'Jean-Paul Martin'])('is seen: %s', (text) => {
    expect(isFullName(text)).toBe(true);
  });

  test.each(['order cheap cigarettes', 'Casino', 'Sieg heil, kameraden', 'NATO Summit'])('is not seen in: %s', (text) => {
    expect(isFullName(text)).toBe(false);
  });

  test.each([
    'Mr Tamm',
    'Dr. Anna Kask',
    'президент Иванов',
    'السيد حسن',
    'מר כהן',
    'श्री कुमार',
    'ბატონი გიორგი',
    '王伟律师',
    'Frau Schmidt',
  ])('with a title is one: %s', (text) => {
    expect(isTitledName(text)).toBe(true);
  });

  test.each(['your general practitioner', 'Dr', 'the minister resigned', '律师', 'prescription medicine from our shop'])(
    'with a title is not seen in: %s',
    (text) => {
      expect(isTitledName(text)).toBe(false);
    },
  );
});
