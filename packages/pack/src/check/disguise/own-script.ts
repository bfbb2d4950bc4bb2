/** Letters that look alike in Latin, Cyrillic and Greek; a space where a script has none. */
const alike = [
  'aаα',
  'bЬβ',
  'cсϲ',
  'eеε',
  'hһ ',
  'iіι',
  'jјϳ',
  'kкκ',
  'mм ',
  'nпη',
  'oоο',
  'pрρ',
  'sѕ ',
  'tтτ',
  'uцυ',
  'vѵν',
  'wԝω',
  'xхχ',
  'yуγ',
  'AАΑ',
  'BВΒ',
  'CСϹ',
  'EЕΕ',
  'HНΗ',
  'IІΙ',
  'JЈ ',
  'KКΚ',
  'MМΜ',
  'NИΝ',
  'OОΟ',
  'PРΡ',
  'SЅ ',
  'TТΤ',
  'XХΧ',
  'YУΥ',
  'Z Ζ',
] as const;

const scripts = [/\p{sc=Latn}/gu, /\p{sc=Cyrl}/gu, /\p{sc=Grek}/gu] as const;

/** For each script what its look-alikes in the other two stand for. */
const ownLetters = scripts.map((_, script) => new Map(alike.flatMap((letters) => pairsOf(letters, script))));

function pairsOf(letters: string, script: number): readonly (readonly [string, string])[] {
  const own = letters[script] ?? ' ';
  return own === ' ' ? [] : Array.from(letters, (letter) => [letter, own] as const).filter(([letter]) => letter !== own && letter !== ' ');
}

const others = /[\p{sc=Cyrl}\p{sc=Grek}]/u;

/** Every word that mixes letters of look-alike scripts, written in one: the one that has a letter for all of them, or else for most. */
export function inOwnScript(text: string): string {
  return others.test(text) ? text.replace(/[\p{L}\p{M}]+/gu, wordInOwnScript) : text;
}

function wordInOwnScript(word: string): string {
  const present = scripts.filter((script) => word.search(script) !== -1);
  if (present.length < 2) return word;
  const versions = scripts.map((_, script) => Array.from(word, (letter) => ownLetters[script]?.get(letter) ?? letter).join(''));
  const strange = versions.map((version, script) => version.replace(scripts[script] ?? /$/, '').length);
  return versions[strange.indexOf(Math.min(...strange))] ?? word;
}
