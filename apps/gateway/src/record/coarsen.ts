import { type MediationContext } from '@parlance/log';
import { type Answered } from './entry.ts';

/** Fewer answers than this may not stand alone in what the log tells of them. */
const fewest = 10;

/**
 * What the leaves of a batch tell of their answers beside the change itself. A value that fewer than ten answers of the batch share is left out: first the size, then the
 * language, at last the hour.
 */
export function contextsOf(answers: readonly Answered[], hour: string): readonly MediationContext[] {
  const bySize = countBy(answers, sizeCell);
  const byLanguage = countBy(answers, ({ language }) => language);
  const day = hour.slice(0, '2026-11-21'.length);
  return answers.map((answer) => {
    const isCommon = (byLanguage.get(answer.language) ?? 0) >= fewest;
    return {
      period: answers.length >= fewest ? hour : day,
      language: isCommon ? answer.language : null,
      size: (bySize.get(sizeCell(answer)) ?? 0) >= fewest ? answer.size : null,
    };
  });
}

function sizeCell({ language, size }: Answered): string {
  return `${language} ${size}`;
}

function countBy(answers: readonly Answered[], cellOf: (answer: Answered) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(cellOf(answer), (counts.get(cellOf(answer)) ?? 0) + 1);
  return counts;
}
