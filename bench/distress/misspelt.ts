const changedWords = 0.5;
const shortestChanged = 3;
const vowels = 'aeiou';
const spaced = /(\s+)/u;
const han = /\p{Script=Han}/u;

/**
 * A text as somebody in a hurry types it: in every second word one letter is missing, doubled, exchanged with the one before or another vowel. `random` gives 0 to 1. Chinese stays, where another
 * sign is another word.
 */
export function misspelt(text: string, random: () => number): string {
  return text
    .split(spaced)
    .map((word) => (word.length < shortestChanged || han.test(word) || random() > changedWords ? word : slipped(word, random)))
    .join('');
}

function slipped(word: string, random: () => number): string {
  const letters = Array.from(word);
  const at = 1 + Math.floor(random() * (letters.length - 1));
  const [before, letter] = [letters[at - 1] ?? '', letters[at] ?? ''];
  const vowel = vowels[Math.floor(random() * vowels.length)] ?? '';
  switch (Math.floor(random() * 5)) {
    case 0:
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at - 1, 2, letter, before);
      break;
    case 3:
      letters.splice(at, 0, letter);
      break;
    default:
      letters.splice(at, 1, vowel);
  }
  return letters.join('');
}
