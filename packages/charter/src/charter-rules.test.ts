import { expect, test } from 'vitest';
import { charter } from './charter.ts';
import { charterRuleOf, charterRules } from './charter-rules.ts';

test('a rule of the charter is known by its id, with a version or without', () => {
  expect(charterRuleOf('charter.under-18')?.name).toBe('under-18');
  expect(charterRuleOf('charter.safety-resources@0.3.0')?.name).toBe('safety-resources');
});

test('the rules on privacy, one for each identifier, are one rule of the charter', () => {
  expect(charterRuleOf('privacy.ee.isikukood@1.2.3')?.name).toBe('privacy');
});

test.each(['ee.law.1', 'privacyx', 'charter.under-181', 'charter.nothing', 'constructor', '', '@charter.under-18'])(
  '"%s" is no rule of the charter',
  (rule) => {
    expect(charterRuleOf(rule)).toBeNull();
  },
);

test('no rule came with a version of the charter that is still to come', () => {
  for (const { id, since } of Object.values(charterRules)) expect(since.localeCompare(charter.version), id).toBeLessThanOrEqual(0);
});
