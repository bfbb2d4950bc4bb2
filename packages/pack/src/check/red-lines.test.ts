import { describe, expect, test } from 'vitest';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';
import { ordinarySpeech } from './ordinary-speech/ordinary-speech.ts';

const path = 'restrictions/tobacco-promotion.yaml';

/** Codes that the restriction has, with one more line of its matcher. */
function codesOf(find: string, written: string): readonly string[] {
  const restriction = (minimalPack[path] ?? '').replace(find, written);
  expect(restriction).not.toBe(minimalPack[path]);
  const files = Object.entries({ ...minimalPack, [path]: restriction });
  const bytes = new Map(files.map(([file, text]) => [file, new TextEncoder().encode(text)]));
  const { issues } = checkPack(bytes, { today: '2026-11-21', charterVersion: '0.3.0' });
  return issues.filter(({ file }) => file === path).map(({ code }) => code);
}

const withTerm = (term: string): readonly string[] => codesOf('  terms:\n', `  terms:\n    - ${JSON.stringify(term)}\n`);
const withPattern = (pattern: string): readonly string[] => codesOf('  terms:\n', `  patterns: [${JSON.stringify(pattern)}]\n  terms:\n`);

describe('a matcher', () => {
  test.each(['opposition leaders', 'strike of the nurses', 'where polling takes place', 'ministers are liars'])(
    'for what people think or how they take part is refused: %s',
    (term) => {
      expect(withTerm(term)).toContain('red-line');
    },
  );

  test.each(['g[o0]vernment is wrong', 'pr[a-z]sident lies', 'М[а-я]сульмане', '反[对對]派', 'חות[א-ת]ים'])(
    'that hits ordinary speech is refused however it is spelled: %s',
    (pattern) => {
      expect(withPattern(pattern)).toContain('touches-ordinary-speech');
    },
  );

  test('that hits what the pack itself tells people is told of', () => {
    expect(withTerm('passport costs')).toContain('touches-own-text');
    expect(withTerm('time limit is 30')).toContain('touches-own-text');
  });

  test.each(['duty free cigars by post', 'vapes with free delivery', 'win a carton'])('for what is sold passes: %s', (term) => {
    expect(withTerm(term)).toEqual([]);
  });
});

test('ordinary speech is there in 20 languages', () => {
  expect(Object.keys(ordinarySpeech)).toHaveLength(20);
  for (const texts of Object.values(ordinarySpeech)) expect(texts.length).toBeGreaterThan(5);
});
