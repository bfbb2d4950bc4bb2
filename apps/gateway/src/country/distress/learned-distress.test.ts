import { expect, test } from 'vitest';
import { learnedDistress } from './learned-distress.ts';

const calm = 'The library opens at nine in the morning, on Saturdays at ten, and lends books for four weeks. Bring your card. ';
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

test.each([
  "I don't know",
  'no idea',
  "I can't do it",
  'help me with this please',
  "I don't know which form I need",
  'ma ei tea',
  'Ma ei oska',
  'ma ei tea, kuhu pöörduda vanemahüvitise jaoks',
  'я не знаю',
  'не понимаю задачу',
  'je ne sais pas',
  'je ne comprends pas',
  'ich weiß es nicht',
  'keine Ahnung',
  'no lo sé',
  'no entiendo el ejercicio',
  'لا أعرف',
  'bilmiyorum',
  'anlamadım',
  '我不知道',
])('whoever answers "%s" in a lesson or at a desk is given no helplines for it', (text) => {
  expect(learnedDistress(text)).toBeNull();
});

test.each(['tonight', 'yes tonight', 'Tonight?'])('a word or two that also stand in cries for help are none: "%s"', (text) => {
  expect(learnedDistress(text)).toBeNull();
});

test.each(['мне страшно', 'ma kardan', 'أنا خائفة'])('fear in a word or two is heard: "%s"', (text) => {
  expect(learnedDistress(text)).not.toBeNull();
});
