import { type Case } from './expand.ts';

/** A stretch of a text that a finder takes for an identifier, in UTF-16 units, end exclusive. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

export type Finder = (text: string) => readonly Found[] | Promise<readonly Found[]>;

export interface Figures {
  readonly cases: number;
  /** Values that the texts hold, and how many of them were found from end to end. */
  readonly values: number;
  readonly found: number;
  /** Stretches that were found where nobody is identified. */
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * A value is found when stretches that touch it cover all its letters and digits. A stretch is wrong when it touches no value; stretches that touch each other
 * are one. Precision is found / (found + wrong), recall is found / values.
 */
export async function figuresOf(cases: readonly Case[], finder: Finder): Promise<Figures> {
  const judged = await Promise.all(cases.map(async (one) => judge(one, await finder(one.text))));
  const sum = (of: (one: Judged) => number): number => judged.reduce((total, one) => total + of(one), 0);
  const [values, found, wrong] = [sum((one) => one.values), sum((one) => one.found), sum((one) => one.wrong)];
  return { cases: cases.length, values, found, wrong, precision: found / Math.max(1, found + wrong), recall: found / Math.max(1, values) };
}

type Judged = Pick<Figures, 'values' | 'found' | 'wrong'>;

export function judge({ text, finds }: Case, found: readonly Found[]): Judged {
  const stretches = joined(found);
  const values = placesOf(text, finds);
  const isFound = ({ start, end }: Found): boolean =>
    Array.from({ length: end - start }, (_, index) => start + index).every((place) => isCovered(text, place, stretches));
  const wrong = stretches.filter((stretch) => !values.some((value) => value.start < stretch.end && stretch.start < value.end));
  return { values: values.length, found: values.filter(isFound).length, wrong: wrong.length };
}

function isCovered(text: string, place: number, stretches: readonly Found[]): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(place)) || stretches.some(({ start, end }) => start <= place && place < end);
}

function placesOf(text: string, finds: readonly string[]): readonly Found[] {
  let from = 0;
  return finds.map((value) => {
    const start = text.indexOf(value, from);
    if (start === -1) throw new Error('a value that its text does not hold');
    from = start + value.length;
    return { start, end: from };
  });
}

function joined(found: readonly Found[]): readonly Found[] {
  const stretches: Found[] = [];
  for (const { start, end } of [...found].sort((left, right) => left.start - right.start)) {
    const last = stretches.at(-1);
    if (last === undefined || start > last.end) stretches.push({ start, end });
    else stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return stretches;
}
