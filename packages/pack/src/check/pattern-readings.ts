import { fillGaps } from './fill-gaps.ts';
import { withPlainGaps } from './gap.ts';
import { mostTexts, patternTexts } from './pattern-texts.ts';
import { plainestReading } from './plainest-reading.ts';

/** What a pattern can be read as: all that it matches, and the words that its gaps were made for. Null: more than anybody reads. */
type Readings = readonly string[] | null;

/** Of each pattern of one matcher, in their order: a class of one letter or an alternative spells a word as well as the word does. */
export function patternReadings(patterns: readonly string[]): readonly Readings[] {
  let read = 0;
  return patterns.map((pattern) => {
    const texts = read > mostTexts ? null : patternTexts(pattern);
    read += texts?.length ?? 0;
    if (texts === null || read > mostTexts) return null;
    return [plainestReading(pattern), ...texts.map(withPlainGaps), ...texts.flatMap(fillGaps)];
  });
}

/** What is told of one that cannot be read. */
export const unreadablePattern = {
  code: 'unreadable-pattern',
  expected: `patterns that stand for at most ${mostTexts} texts together, \\d, \\w and \\p{L} left aside`,
  received: 'more',
  mend: 'Write fewer classes and alternatives, or terms, so that a reviewer can see what is taken.',
} as const;
