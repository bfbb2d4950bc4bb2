/** What help a phrase calls for. */
export const crisisKinds = ['self-harm', 'violence', 'poison', 'medical', 'child'] as const;
export type CrisisKind = (typeof crisisKinds)[number];

export interface CrisisPhrase {
  readonly kind: CrisisKind;
  /** Lower case, words parted by single spaces, no punctuation but apostrophes. It matches as a whole phrase, between word boundaries. */
  readonly phrase: string;
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function apostropheSpellings(phrase: string): readonly string[] {
  return phrase.includes("'") ? [phrase, ...['’', '', ' '].map((other) => phrase.replaceAll("'", other))] : [phrase];
}

function letterSpellings(phrase: string): readonly string[] {
  // Without marks, as people type in haste; a Russian й is a letter of its own and keeps its breve.
  const bare = phrase
    .normalize('NFD')
    .replace(/(?<!и)\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss');
  const digraphs = phrase.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter);
  const looseArabic = bare.replaceAll('ى', 'ي').replaceAll('ة', 'ه');
  return [phrase, bare, digraphs, looseArabic];
}

/** Arabic writes "and" and "so" as one letter before the next word. */
function joinedSpellings(phrase: string): readonly string[] {
  return /^\p{Script=Arabic}/u.test(phrase) ? [phrase, `و${phrase}`, `ف${phrase}`] : [phrase];
}

/** The phrase and the ways in which people in a hurry spell it: without marks, with other apostrophes or none, or joined to the word before. */
export function spellings(phrase: string): readonly string[] {
  return [...new Set(apostropheSpellings(phrase).flatMap(letterSpellings).flatMap(joinedSpellings))];
}

/** Lays out phrases that are written down kind by kind, with their spellings. The type makes every language cover every kind. */
export function crisisPhrases(phrases: Readonly<Record<CrisisKind, readonly string[]>>): readonly CrisisPhrase[] {
  return crisisKinds.flatMap((kind) => phrases[kind].flatMap(spellings).map((phrase) => ({ kind, phrase })));
}
