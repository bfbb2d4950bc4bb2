import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CitedSources } from './cited-sources.ts';

function citedIn(parts: readonly string[]): readonly string[] {
  const cited = new CitedSources();
  for (const part of parts) cited.read(0, part);
  return [...cited.ids];
}

test.each([
  ['It costs 45 euros [s1].', ['s1']],
  ['Both say so [s1, s3][S2]', ['s1', 's3', 's2']],
  ['[ s12 ; s4 ]', ['s12', 's4']],
  ['no s1, [1], [x1], [s], (s1), [s1 says]', []],
  ['[[s1]]', ['s1']],
  ['', []],
])('%j cites %j', (text, ids) => {
  expect(citedIn([text])).toEqual(ids);
});

test('it does not matter how the text is cut', () => {
  const text = 'One [s1] and [s2, s3], not [s4 or [s5] ⟦s6⟧ [ s7 ].';
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const places = [0, ...cuts.sort((one, other) => one - other), text.length];
      expect(citedIn(places.slice(1).map((end, index) => text.slice(places[index], end)))).toEqual(citedIn([text]));
    }),
  );
});

test('choices are texts of their own', () => {
  const cited = new CitedSources();
  cited.read(0, '[s');
  cited.read(1, '1]');
  expect([...cited.ids]).toEqual([]);
});

test('what is kept of a text without end is short', () => {
  expect(citedIn(['[', ...Array.from({ length: 10_000 }, () => 'x'), '[s1]'])).toEqual(['s1']);
});
