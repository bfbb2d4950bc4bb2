import { expect, test } from 'vitest';
import { ownKeyWarnings } from './own-key-warnings.ts';

const settings = { mode: 'production', turnKey: null, data: './data' } as const;

test('production without a key that others can have says at its start what several processes need, and where the key is that it takes', () => {
  const [warning, ...more] = ownKeyWarnings(settings);
  expect(warning).toMatch(/PARLANCE_TURN_KEY is unset.*\.\/data\/turn-key.*Give all the same key/u);
  expect(more).toEqual([]);
});

test('nothing is said where the key is declared, or where somebody develops', () => {
  expect(ownKeyWarnings({ ...settings, turnKey: new Uint8Array(32) })).toEqual([]);
  expect(ownKeyWarnings({ ...settings, mode: 'development' })).toEqual([]);
});
