import { expect, test } from 'vitest';
import { oncePerLanguages } from './once-per-languages.ts';

test('what was made for a list of languages is made once, and anew for another list or order', () => {
  const asked: string[] = [];
  const make = oncePerLanguages((languages) => {
    asked.push(languages.join(' '));
    return { languages };
  });
  expect(make(['et', 'ru'])).toBe(make(['et', 'ru']));
  expect(make(['ru', 'et']).languages).toEqual(['ru', 'et']);
  expect(make([]).languages).toEqual([]);
  expect(asked).toEqual(['et ru', 'ru et', '']);
});

test('lists without end do not take memory without end, and what comes out stays right', () => {
  let made = 0;
  const make = oncePerLanguages((languages) => ({ languages, made: (made += 1) }));
  for (let index = 0; index < 1000; index++) expect(make([`l${index}`]).languages).toEqual([`l${index}`]);
  const again = make(['l0']);
  expect(again.made).toBe(1001);
  expect(make(['l0'])).toBe(again);
});
