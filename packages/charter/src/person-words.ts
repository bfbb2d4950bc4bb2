import { spellings } from './crisis-phrase.ts';

/** Words of one language. As in a `CrisisPair`, a star at the end of a word stands for up to eight more letters. */
export interface PersonWanted {
  /** Enough by themselves. */
  readonly alone: readonly string[];
  /** How somebody asks for something. With a word of `meeting` near it, in either order, it is a hit. */
  readonly asking: readonly string[];
  /** Speaking with a person. */
  readonly meeting: readonly string[];
  /** What begins like a person and is none, or is another than one of the office. A hit that touches one is none. */
  readonly butNot: readonly string[];
}

/** Lays out words that are written down once, with the spellings of people in a hurry. */
export function personWords({ alone, asking, meeting, butNot }: PersonWanted): PersonWanted {
  const spelt = (words: readonly string[]): readonly string[] => [...new Set(words.flatMap(spellings))];
  return { alone: spelt(alone), asking: spelt(asking), meeting: spelt(meeting), butNot: spelt(butNot) };
}

/** Every verb with every person after it, as most languages have them, and where they turn it round, before it. */
export function meetings(verbs: readonly string[], people: readonly string[], order: 'verb first' | 'either'): readonly string[] {
  return verbs.flatMap((verb) =>
    people.flatMap((person) => (order === 'either' ? [`${verb} ${person}`, `${person} ${verb}`] : [`${verb} ${person}`])),
  );
}
