import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { DriftRule } from './drift-rule.tsx';

const names = {
  typeName: (type: string) => type,
  packPage: (rule: string) => (rule === 'ee.rule.1' ? '/transparency/packs/sha256:00?lang=en#ee.rule.1' : null),
};
const shown = (rule: string): string => render(DriftRule({ rule, language: 'en', names }));

test('a rule of the pack in force leads to its card', () => {
  expect(shown('ee.rule.1')).toBe('<a href="/transparency/packs/sha256:00?lang=en#ee.rule.1"><code dir="ltr">ee.rule.1</code></a>');
});

test('a rule of the charter leads to the charter, and one that is nowhere any more is its id', () => {
  expect(shown('charter.forged-notice')).toContain('href="/transparency/charter?lang=en#');
  expect(shown('ee.gone')).toBe('<code dir="ltr">ee.gone</code>');
});
