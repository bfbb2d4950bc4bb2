import { expect, test } from 'vitest';
import { samplePackOf } from '../../../../../tests/gateway/sample-country.ts';
import { authorityNames } from './authority-names.ts';

const [rule] = samplePackOf().restrictions;
const { restrictions } = samplePackOf({
  restrictions: rule === undefined ? [] : [{ ...rule, authority: { et: 'Amet', ru: 'Ведомство', en: 'Board' } }],
});

test('an authority goes by its name in the language of the page, whichever of its names the log has', () => {
  const names = authorityNames({ restrictions }, 'ru');
  expect(['Amet', 'Board', 'Ведомство'].map((name) => names.get(name))).toEqual(['Ведомство', 'Ведомство', 'Ведомство']);
});

test('what the pack does not know, or has in no such language, stays as the log has it', () => {
  expect(authorityNames({ restrictions }, 'en').get('Old Office')).toBeUndefined();
  expect(authorityNames({ restrictions: [] }, 'en').get('Board')).toBeUndefined();
});
