import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearWords } from './near-words.ts';

const words = nearWords(['passport', 'passports', 'pensions', 'vanemahüvitis', 'паспорт', 'tax', 'house']);

describe('a slip of the finger', () => {
  test.each([
    ['a letter that is left out', 'pasport', 'passport'],
    ['a letter that is put in', 'passsport', 'passport'],
    ['a letter that is another', 'paszport', 'passport'],
    ['two letters that changed places', 'passprot', 'passport'],
    ['the last letter', 'passpor', 'passport'],
    ['a plural that loses a letter', 'pasports', 'passports'],
    ['in another script', 'пасспорт', 'паспорт'],
    ['with a letter that is no plain one', 'vanemahütvis', null],
    ['in a word that is known', 'passports', 'passports'],
    ['a letter left out inside a short word', 'hose', 'house'],
    ['two letters that changed places inside a short word', 'huose', 'house'],
  ])('%s', (_name, written, meant) => {
    expect(words.find(written)).toBe(meant);
  });

  test.each([
    ['two slips', 'pasprot'],
    ['the first letter', 'bassport'],
    ['a short word', 'taxx'],
    ['another letter in a short word', 'horse'],
    ['another ending of a short word', 'hous'],
    ['a letter more in a short word', 'houxe'],
    ['a letter left out of a word of four', 'tx'],
    ['a word that only begins alike', 'passenger'],
    ['something else', 'mongolia'],
    ['nothing', ''],
  ])('%s is none', (_name, written) => {
    expect(words.find(written)).toBeNull();
  });

  test('of several words, the one that is alike for longest is meant', () => {
    expect(nearWords(['kaardid', 'kaartid']).find('kaartit')).toBe('kaartid');
  });
});

test('whatever is found is known, begins alike and is one letter longer or shorter at most', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '\ud800', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 20 }), letters, (known, written) => {
      const found = nearWords(known).find(written);
      if (found === null) return;
      expect(known).toContain(found);
      expect(found.charAt(0)).toBe(written.charAt(0));
      expect(Math.abs(found.length - written.length)).toBeLessThanOrEqual(1);
    }),
  );
});
