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
  const read = text.length <= 2 * longestRead ? text : `${text.slice(0, longestRead)}\n${text.slice(-longestRead)}`;
  const found = [...findMatches(alone, read), ...inPairs(read)];
  if (found.length === 0) return false;
  const others = findMatches(butNot, read);
  return found.some(({ start, end }) => !others.some((other) => start < other.end && other.start < end));
}
