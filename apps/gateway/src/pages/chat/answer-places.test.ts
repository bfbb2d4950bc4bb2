import { expect, test } from 'vitest';
import { answerPlaces } from './answer-places.ts';

test('so many answers are under way for one connection, and a place that was let go is free again', () => {
  const take = answerPlaces({ most: 10, mostOfOne: 2 });
  const [first, second] = [take('a'), take('a')];
  expect([first, second].includes(null)).toBe(false);
  expect(take('a')).toBeNull();
  expect(take('b')).not.toBeNull();
  first?.();
  expect(take('a')).not.toBeNull();
});

test('so many are under way in all', () => {
  const take = answerPlaces({ most: 2, mostOfOne: 2 });
  take('a');
  take('b');
  expect(take('c')).toBeNull();
});

test('a place that is let go twice is one place', () => {
  const take = answerPlaces({ most: 2, mostOfOne: 2 });
  const [first] = [take('a'), take('a')];
  first?.();
  first?.();
  expect(take('a')).not.toBeNull();
  expect(take('a')).toBeNull();
});
