import { findMatches } from '@parlance/disclosure';
import { type Sorrow, sorrowWords } from './sorrow-words.ts';
import { starredWords } from './starred-words.ts';
import { compileWords, wordRule } from './word-screen.ts';

const screenOf = (sorrow: Sorrow): ReturnType<typeof compileWords> =>
  compileWords([wordRule(sorrow, starredWords(Object.values(sorrowWords).flatMap((words) => words[sorrow])))]);

const bereaved = screenOf('bereaved');
const alone = screenOf('alone');

/** Whether somebody says that they are sad, in any of the languages that have words for it; null when not. Danger is another notion: `crisis-signs.ts`. */
export function sorrowIn(text: string): Sorrow | null {
  if (findMatches(bereaved, text).length > 0) return 'bereaved';
  return findMatches(alone, text).length > 0 ? 'alone' : null;
}
