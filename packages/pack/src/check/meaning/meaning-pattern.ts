import { type WordClass } from '../lexicon/word-class.ts';
import { type TextKind } from './text-kind.ts';
import { type Hits } from './word-hits.ts';

/** What a sentence must not combine. */
export interface MeaningPattern {
  readonly code: MeaningCode;
  /** Kinds of text that it is judged in; all when absent. */
  readonly kinds?: readonly TextKind[];
  /** One word of each of these, each a word of its own. Classes that are joined by a space stand for one another. */
  readonly all: readonly string[];
  /** A word of any of these clears the sentence. */
  readonly none?: string;
  /** How many characters the words may stretch over. */
  readonly span: number;
  /** Where the first of `all` stands: before the others, as whoever is commanded does, or at either end, as a verb does. */
  readonly first?: 'before' | 'outside';
}

export type MeaningCode =
  | 'instruction'
  | 'concealment'
  | 'evaluation'
  | 'exclusion'
  | 'denunciation'
  | 'renaming'
  | 'hostile-definition'
  | 'no-redress'
  | 'hides-civic-information'
  | 'conditional-help'
  | 'political-purpose'
  | 'discouragement'
  | 'promotion';

export interface CompiledPattern {
  readonly pattern: MeaningPattern;
  readonly all: readonly (readonly WordClass[])[];
  readonly none: readonly WordClass[];
}

export function holds({ pattern, all, none }: CompiledPattern, hits: Hits): boolean {
  if (none.some((wordClass) => hits.has(wordClass))) return false;
  const places = all.map((classes) => classes.flatMap((wordClass) => hits.get(wordClass) ?? []));
  return places.every((list) => list.length > 0) && fits(places, pattern, []);
}

/** Whether one place of each list can be chosen, no two the same, within the span. */
function fits([first, ...rest]: readonly (readonly number[])[], pattern: MeaningPattern, chosen: readonly number[]): boolean {
  if (first === undefined) return isInOrder(chosen, pattern);
  return first.some((place) => isNear(place, chosen, pattern) && fits(rest, pattern, [...chosen, place]));
}

function isNear(place: number, chosen: readonly number[], { span }: MeaningPattern): boolean {
  return chosen.every((other) => other !== place && Math.abs(other - place) <= span);
}

function isInOrder([leader = 0, ...others]: readonly number[], { first }: MeaningPattern): boolean {
  const isBefore = first === undefined || others.every((other) => leader < other);
  return isBefore || (first === 'outside' && others.every((other) => leader > other));
}
