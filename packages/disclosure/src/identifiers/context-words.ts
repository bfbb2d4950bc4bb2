/** Context words as the automaton reads them. */
export interface ContextWords {
  readonly terms: readonly string[];
  readonly patterns: readonly string[];
}

const hangul = /\p{Script=Hangul}/u;
/** What Arabic and Hebrew write onto the front of a word: and, in, to, like, the. */
const arabicFront = '[وف]?[بلك]?(ال|ل)?';
const hebrewFront = '[ושמהכלב]{0,2}';
/** Letters of the longest usual ending; a Korean syllable is up to three. */
const longestEnding = 6;
const longestHangulEnding = 12;
/** Bounds the size of one pattern. */
const wordsPerPattern = 30;

/** Reads words as they stand in the lists: a star stands for the endings that a word may take. */
export function contextWords(words: readonly string[]): ContextWords {
  const distinct = [...new Set(words)];
  const plain = distinct.filter((word) => !word.includes('*') && frontOf(word) === '');
  const stems = distinct.filter((word) => word.indexOf('*') === word.length - 1 && frontOf(word) === '' && !hangul.test(word));
  const rest = distinct.filter((word) => !plain.includes(word) && !stems.includes(word));
  const groups = Array.from({ length: Math.ceil(stems.length / wordsPerPattern) }, (_, index) =>
    stems.slice(index * wordsPerPattern, (index + 1) * wordsPerPattern).map((stem) => escaped(stem.slice(0, -1))),
  );
  return {
    terms: plain,
    patterns: [...groups.map((group) => `(${group.join('|')})${ending(longestEnding)}`), ...rest.map(patternOf)],
  };
}

function patternOf(word: string): string {
  const length = hangul.test(word) ? longestHangulEnding : longestEnding;
  return frontOf(word) + word.split('*').map(escaped).join(ending(length));
}

function ending(length: number): string {
  return `\\p{L}{0,${length}}`;
}

function frontOf(word: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) return arabicFront;
  return /^\p{Script=Hebrew}/u.test(word) ? hebrewFront : '';
}

function escaped(text: string): string {
  return text.replaceAll(/[.()[\]{}|?\\]/g, '\\$&');
}
