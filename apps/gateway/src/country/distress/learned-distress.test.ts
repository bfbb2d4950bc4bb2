import { expect, test } from 'vitest';
import { learnedDistress } from './learned-distress.ts';

const calm = 'The library lends books for four weeks, and they can be kept longer when nobody has asked for them. ';
const cry = 'I have given my dog away and written to everyone, nobody will have to worry about me after tonight';

test('who speaks round about what they mean is heard', () => {
  expect(learnedDistress(cry)).toBe('self-harm');
});

test.each(['beginning', 'end'])('of a long text the %s is heard', (place) => {
  const long = calm.repeat(40);
  expect(learnedDistress(long)).toBeNull();
  expect(learnedDistress(place === 'end' ? `${long}\n${cry}` : `${cry}\n${long}`)).toBe('self-harm');
});

test.each(['', ' ', '7 x 8 = ?', 'ሰላም', 'नमस्ते', '🙂'])('%j says nothing', (text) => {
  expect(learnedDistress(text)).toBeNull();
});
