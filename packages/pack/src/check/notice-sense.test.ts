import { fallbackLanguages, messageIds, messages } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { senseFaults } from './notice-sense.ts';

describe('the sense of a notice', () => {
  test('is that of the charter’s own wordings', () => {
    const faults = messageIds.flatMap((id) =>
      fallbackLanguages.flatMap((language) =>
        senseFaults(language, id, messages[id].wording[language]).map(({ code }) => `${id} ${language} ${code}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ['omission.marker', '{$number}: shortened, {$type}', 'omission-unsaid'],
    ['omission.notice', '{$number}: left out for your own comfort: {$type} {$cause} {$rationale}', 'euphemism'],
    ['omission.notice', '{$number}: the user had this left out: {$type} {$cause} {$rationale}', 'wrong-cause'],
    ['cause.law', 'an old custom', 'law-unsaid'],
    ['ending.law', 'The answer ended because of a weak signal; a law is a law.', 'euphemism'],
    ['ending.operator', 'The language model ran out of things to say.', 'wrong-cause'],
    ['addition.label', 'The assistant thinks: {$purpose}', 'wrong-cause'],
  ] as const)('is lost by %s: %s', (id, wording, code) => {
    expect(senseFaults('en', id, wording).map((fault) => fault.code)).toContain(code);
  });

  test('has to be in every variant of a message', () => {
    const wording = '.input {$since :string}\n.match $since\n|| {{{$number}: left out}}\n* {{{$number}: nothing}}';
    expect(senseFaults('en', 'omission.marker', wording).map(({ code }) => code)).toContain('omission-unsaid');
  });

  test('is judged in a message without variants that contains the text .match', () => {
    expect(senseFaults('en', 'omission.marker', '{$number}: improved .match').map(({ code }) => code)).toContain('omission-unsaid');
  });

  test.each(['en-GB', 'de-AT', 'zh-Hant-TW'])('is judged in %s with the words of its language', (tag) => {
    expect(senseFaults(tag, 'omission.marker', '{$number}').map(({ code }) => code)).toContain('omission-unsaid');
  });

  test.each([
    ['left-out', 'Left out: {$type}', []],
    ['left-out', 'Improved: {$type}', ['omission-unsaid', 'euphemism']],
    ['law', 'Law', []],
    ['law', 'Custom', ['law-unsaid']],
    ['object', 'Object to this', []],
    ['object', 'Thank us', ['objection-unsaid']],
    ['cause', 'Cause', []],
    ['cause', 'The reader asked for it', ['euphemism', 'wrong-cause']],
  ])('is that of the word %s of the pages: %s', (id, wording, codes) => {
    expect(senseFaults('en', id, wording).map(({ code }) => code)).toEqual(codes);
  });

  test('is not judged in a language without a lexicon', () => {
    expect(senseFaults('xx', 'omission.marker', 'anything')).toEqual([]);
  });
});
