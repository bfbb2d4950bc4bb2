import { stopWords } from '../knowledge/stop-words.ts';
import { baseOf } from './base-language.ts';

const everyday: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(stopWords).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Share of the words that are everyday words of a language; one that others of the list have too counts for each by its part. */
export function everydayShare(words: readonly string[], language: string, among: readonly string[]): number {
  const own = everyday.get(baseOf(language));
  if (own === undefined || words.length === 0) return 0;
  const lists = among.flatMap((each) => everyday.get(baseOf(each)) ?? []);
  const points = words.filter((word) => own.has(word)).map((word) => 1 / lists.filter((list) => list.has(word)).length);
  return points.reduce((sum, point) => sum + point, 0) / words.length;
}
