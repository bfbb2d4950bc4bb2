import { type Matcher } from '@parlance/disclosure';

/** Letters that a star stands for. */
const endingLetters = 8;
const syntax = /[\\.*+?()[\]{}|^$]/gu;

/** Words of the charter as a matcher: a star at the end of a word is any ending, `#` a number of two digits or more. */
export function starredWords(words: readonly string[]): Matcher {
  const plain = words.filter((word) => !isPattern(word));
  return { terms: plain, patterns: words.filter(isPattern).map(patternOf) };
}

function isPattern(word: string): boolean {
  return /[*#]/u.test(word);
}

function patternOf(word: string): string {
  return word
    .split(/([*#])/u)
    .map((part) =>
      part === '*' ? String.raw`\p{L}{0,${endingLetters}}` : part === '#' ? String.raw`\d{2,9}` : part.replace(syntax, String.raw`\$&`),
    )
    .join('');
}
