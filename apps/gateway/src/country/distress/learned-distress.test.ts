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

test.each([
  ...[
    'he left me',
    'I already took them to the office',
    'they are evicting me tomorrow',
    'And fifteen minus three?',
    'I can no longer wait for the parcel',
  ],
  ...[
    'ich kann nicht mehr warten',
    'sie räumen morgen meine Wohnung',
    'ma ei jaksa enam arvutada',
    'я больше не могу решать',
    'меня завтра выселяют',
  ],
  ...['je ne peux plus attendre', 'ella me dejó', 'artık bekleyemiyorum', 'لم أعد أستطيع الانتظار', '我今晚要去图书馆', '我不想等了'],
])('an end, a loss or a wait that is no danger brings no helplines: "%s"', (text) => {
  expect(learnedDistress(text)).toBeNull();
});

test.each([
  ...[
    'he left me and I do not want to wake up again',
    'they are evicting me tomorrow and I will not be there alive',
    'I already took all of them, my hands go numb',
  ],
  ...['ich kann nicht mehr warten, heute Nacht mache ich Schluss', 'завтра выселяют, лучше умереть', '今晚我就走了，跟爸妈说对不起'],
])('the same words beside danger are heard: "%s"', (text) => {
  expect(learnedDistress(text)).not.toBeNull();
});

test.each(['tonight', 'yes tonight', 'Tonight?'])('a word or two that also stand in cries for help are none: "%s"', (text) => {
  expect(learnedDistress(text)).toBeNull();
});

test.each(['мне страшно', 'ma kardan', 'أنا خائفة'])('fear in a word or two is heard: "%s"', (text) => {
  expect(learnedDistress(text)).not.toBeNull();
});
