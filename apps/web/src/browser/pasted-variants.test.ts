import { expect, test } from 'vitest';
import { pastedVariants } from './pasted-variants.ts';

const content = (text: string) => [{ choice: 0, channel: 'content', text }];
const textsOf = (text: string) => pastedVariants(content(text)).map(([first]) => first?.text);

test('the text as it is comes first', () => {
  expect(textsOf('A text.')[0]).toBe('A text.');
});

test('a text whose ends were lost in a field is among them, with ends of lines of every kind', () => {
  expect(textsOf('One\r\n\r\ntwo')).toContain('One\n\ntwo\n');
  expect(textsOf('Price:\u00a05')).toContain('Price: 5');
});

test.each(['One two', 'one Two', 'One  Two', 'One\n\nTwo', 'One Two.', '**One** Two'])('none says anything else: %j', (recorded) => {
  expect(textsOf('One Two')).not.toContain(recorded);
});

test('what has several channels, or none of content, is held against the record as it is', () => {
  const several = [...content('a '), { choice: 0, channel: 'tool', text: '[]' }];
  expect(pastedVariants(several)).toEqual([several]);
  const tool = [{ choice: 0, channel: 'tool', text: '[] ' }];
  expect(pastedVariants(tool)).toEqual([tool]);
  expect(pastedVariants([])).toEqual([[]]);
});
