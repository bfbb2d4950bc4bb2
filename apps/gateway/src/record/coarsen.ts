import { type MediationContext } from '@parlance/log';
import { type Answered } from './entry.ts';

/** Fewer answers than this may not stand alone in what the log tells of them. */
const fewest = 10;

/**
 * What the leaves of a batch tell of their answers beside the change itself. A value that fewer than ten answers of the batch share is left out: first the size, then the
 * sector, then the language, at last the hour. A sector is told within what is told of the language, and a size within both, so that no two of them together point to fewer.
 */
export function contextsOf(answers: readonly Answered[], hour: string): readonly MediationContext[] {
  const byLanguage = countBy(answers, ({ language }) => language);
  const languageOf = ({ language }: Answered): string | null => ((byLanguage.get(language) ?? 0) >= fewest ? language : null);
  const told = toldSectors(answers, languageOf);
  const sectorOf = (answer: Answered): Sector | null => {
    const { sector = null } = answer;
    return sector !== null && told.get(languageOf(answer))?.has(sector) === true ? sector : null;
  };
  const sizeCell = (answer: Answered): string => `${answer.language} ${sectorOf(answer) ?? ''} ${answer.size}`;
  const bySize = countBy(answers, sizeCell);
  const day = hour.slice(0, '2026-11-21'.length);
  return answers.map((answer) => ({
    period: answers.length >= fewest ? hour : day,
    language: languageOf(answer),
    sector: sectorOf(answer),
    size: (bySize.get(sizeCell(answer)) ?? 0) >= fewest ? answer.size : null,
  }));
}

type Sector = NonNullable<Answered['sector']>;

/** By what is told of the language. */
function toldSectors<Language>(
  answers: readonly Answered[],
  languageOf: (answer: Answered) => Language,
): ReadonlyMap<Language, ReadonlySet<Sector>> {
  const languages = new Set(answers.map(languageOf));
  return new Map(
    [...languages].map((language) => [language, sectorsOf(answers.filter((answer) => languageOf(answer) === language))] as const),
  );
}

/** Sectors of ten answers at least, as long as ten at least, or none, are left without one: fewer could be told by subtraction, so that the smallest sector goes with them. */
function sectorsOf(group: readonly Answered[]): ReadonlySet<Sector> {
  const counts = countBy(group, ({ sector }) => sector);
  const large = [...counts].flatMap(([sector, count]) => (sector !== undefined && count >= fewest ? [{ sector, count }] : []));
  const told = large.toSorted((left, right) => right.count - left.count || (left.sector < right.sector ? -1 : 1));
  let left = told.reduce((rest, { count }) => rest - count, group.length);
  while (left > 0 && left < fewest && told.length > 0) left += told.pop()?.count ?? 0;
  return new Set(told.map(({ sector }) => sector));
}

function countBy<Value>(answers: readonly Answered[], valueOf: (answer: Answered) => Value): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const answer of answers) counts.set(valueOf(answer), (counts.get(valueOf(answer)) ?? 0) + 1);
  return counts;
}
