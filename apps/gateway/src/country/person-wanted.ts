import { personWanted } from '@parlance/charter';
import { findMatches } from '@parlance/disclosure';
import { nearPairs } from './near-pairs.ts';
import { starredWords } from './starred-words.ts';
import { compileWords, wordRule } from './word-screen.ts';

const languages = Object.values(personWanted);
const inPairs = nearPairs(languages.map(({ asking, meeting }) => ({ says: 'person', first: asking, second: meeting })));
const alone = screenFor(languages.flatMap((words) => words.alone));
const butNot = screenFor(languages.flatMap((words) => words.butNot));

function screenFor(words: readonly string[]) {
  return compileWords([wordRule('person', starredWords(words))]);
}

/** UTF-16 units that are read at either end of a longer text. Who wants a person says so where they begin or where they end. */
const longestRead = 4000;

/** Whether somebody asks, in plain words, for a person in place of this service; in any of the languages of the charter that have words for it. */
export function wantsPerson(text: string): boolean {
  return wishesIn(text.length <= 2 * longestRead ? text : `${text.slice(0, longestRead)}\n${text.slice(-longestRead)}`).length > 0;
}

/** What is asked beside the wish: a real person is no real estate. A text that is read only in part stays as it is. */
export function withoutWish(text: string): string {
  if (text.length > 2 * longestRead) return text;
  return wishesIn(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

interface Wish {
  readonly start: number;
  readonly end: number;
}

/** In the order of the text; none lies in another. */
function wishesIn(text: string): readonly Wish[] {
  const found: readonly Wish[] = [...findMatches(alone, text), ...inPairs(text)];
  if (found.length === 0) return [];
  const others = findMatches(butNot, text);
  const wishes = found.filter(({ start, end }) => !others.some((other) => start < other.end && other.start < end));
  const joined: Wish[] = [];
  for (const { start, end } of wishes.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) joined.splice(-1, 1, { start: last.start, end: Math.max(end, last.end) });
    else joined.push({ start, end });
  }
  return joined;
}
