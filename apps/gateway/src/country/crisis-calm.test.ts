import { crisisWords } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { crisisInWords } from './crisis-signs.ts';
import { loosely } from './loose-spelling.ts';

const calming: readonly string[] = ['story', 'dwelling', 'mishap'];

describe.each(Object.entries(crisisWords))('in %s', (_language, words) => {
  test('no word that makes a sentence harmless is, in loose spelling, a word of those that tell', () => {
    const telling = new Set(
      Object.entries(words)
        .filter(([sense]) => !calming.includes(sense))
        .flatMap(([, list]: readonly [string, readonly string[]]) => list.flatMap((each) => each.split(' '))),
    );
    const harmless = Object.entries(words)
      .filter(([sense]) => calming.includes(sense))
      .flatMap(([, list]: readonly [string, readonly string[]]) => list);
    const taken = harmless.filter((calm) => [...telling].some((word) => word !== calm && loosely(word) === loosely(calm)));
    expect(taken).toEqual([]);
  });
});

test.each([
  'I feel like ending it all',
  'I feel like dying',
  'feel like hanging myself',
  'I feel down and I want to die',
  'Mind kiusatakse koolis ja ma ei taha enam elada.',
  'I am bullied at school and I do not want to live',
  'Okulda dövülüyorum ve yaşamak istemiyorum',
])('%s is heard', (text) => {
  expect(crisisInWords(text)).toBe('self-harm');
});
