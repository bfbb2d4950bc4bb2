import { describe, expect, test } from 'vitest';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

const path = 'additions/ai-notice.yaml';

/** Codes that an addition has which stands at a match. */
function codesOf(place: string, when: string): readonly string[] {
  const addition = (minimalPack[path] ?? '').replace('place: start', `place: ${place}`).replace('when: {always: true}', `when: ${when}`);
  expect(addition).toContain(when);
  const bytes = new Map(Object.entries({ ...minimalPack, [path]: addition }).map(([file, text]) => [file, new TextEncoder().encode(text)]));
  const { issues } = checkPack(bytes, { today: '2026-11-21', charterVersion: '0.3.0' });
  return issues.filter(({ file, severity }) => file === path && severity === 'error').map(({ code }) => code);
}

const places = ['before', 'beside', 'after'];

describe('an addition that stands at a match', () => {
  test.each([
    ['a group', '{terms: [Muslims]}'],
    ['a group, spelled by classes', '{patterns: ["[mM]usl[iy]ms?"]}'],
    ['a group among alternatives', '{patterns: ["(casinos|Muslims|lotteries)"]}'],
    ['a group with a letter that may be any', '{patterns: ["Mus[a-z]ims"]}'],
    ['views', '{terms: [opposition leaders]}'],
    ['views, spelled by classes', '{patterns: ["op{1,2}o[sz]ition leaders"]}'],
    ['a person', '{terms: [President Jane Miller]}'],
  ])('is no label on %s', (_title, when) => {
    for (const place of places) expect(codesOf(place, when)).toContain('label');
  });

  test.each([['{identifiers: [ee.isikukood]}'], ['{identifiers: [phone]}'], ['{identifiers: [email]}']])(
    'is no label on what identifies somebody: %s',
    (when) => {
      for (const place of places) expect(codesOf(place, when)).toContain('label');
      expect(codesOf('end', when)).not.toContain('label');
    },
  );

  test('has no pattern that stands for more than anybody reads', () => {
    expect(codesOf('beside', '{patterns: ["[abcd][abcd][abcd][abcd][abcd][abcd]x"]}')).toContain('unreadable-pattern');
  });

  test.each([['{terms: [casino]}'], ['{patterns: ["casinos?"]}'], ['{patterns: ["[cC]igarettes?"]}'], ['{terms: [betting odds]}']])(
    'may stand at what is sold: %s',
    (when) => {
      for (const place of places) expect(codesOf(place, when)).not.toContain('label');
    },
  );
});
