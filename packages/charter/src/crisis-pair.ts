import { type CrisisKind } from './crisis-phrase.ts';

/**
 * Two kinds of words that tell of danger together: one of each in the same sentence, in either order, with at most `mostBetween` words between. They hold what people do to the order
 * of words, and what they put between: whose child it was, how much, by accident.
 */
export interface CrisisPair {
  readonly kind: CrisisKind;
  /** As in a `CrisisPhrase`; a star at the end of a word stands for up to eight more letters. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Words that say that the clause around the pair is about something else: a novel, a flat to live in, a kitchen knife. */
  readonly unless?: readonly string[];
}

/** Words that may stand between the two of a pair. */
export const mostBetween = 4;

/** Words that begin another thought: what stands on both sides of one is no pair. */
export const partingWords: readonly string[] = [
  ...[
    'and',
    'while',
    'then',
    'when',
    'before',
    'after',
    'und',
    'während',
    'dann',
    'bevor',
    'nachdem',
    'ja',
    'ning',
    'siis',
    'samal',
    'enne',
  ],
  ...['et', 'puis', 'pendant', 'avant', 'après', 'и', 'потом', 'пока', 'затем', 'перед', 'ثم', 'قبل', 'بعد', 'بينما'],
];

/** Words that begin another clause: what makes the one before harmless says nothing of the one behind. The Turkish "and" also stands inside of a pair. */
export const clauseWords: readonly string[] = [...partingWords, 've'];
