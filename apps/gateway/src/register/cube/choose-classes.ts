import { oncePer } from '@parlance/pack';
import { lawOf, type Subject } from '../facts/subject.ts';
import { compare, type ToldClass } from './told-classes.ts';

/** What the register can be filtered by, and counted by. */
export const facets = ['month', 'kind', 'type', 'law', 'authority', 'rule', 'language', 'sector'] as const;
export type Facet = (typeof facets)[number];

/** What has to hold of an entry; what is not named may be anything. */
export type Choice = Readonly<Partial<Record<Facet, string>>>;

type Classes<Told extends ToldClass = ToldClass> = readonly Told[];

/** Classes by month. What is made of a month stays for as long as the month does: a log grows in its last. */
export type Months<Told extends ToldClass = ToldClass> = readonly Classes<Told>[];

/** What a class says of a facet. `null`: there is none, such as a law where no law was the cause; `undefined`: the class does not say. */
export function valueOf(told: ToldClass, facet: Facet): string | null | undefined {
  if (facet === 'law' || facet === 'authority' || facet === 'rule')
    return told.subject === null ? undefined : ofSubject(told.subject, facet);
  return told[facet] ?? undefined;
}

function ofSubject(subject: Subject, facet: 'law' | 'authority' | 'rule'): string | null {
  return facet === 'law' ? lawOf(subject) : subject[facet];
}

/** The classes that say all of this; where nothing is asked, the very months. */
export function chosenClasses<Told extends ToldClass>(months: Months<Told>, choice: Choice): Months<Told> {
  const wanted = asked(choice);
  if (wanted.length === 0) return months;
  return months.map((classes) => classes.filter((told) => wanted.every(([facet, value]) => valueOf(told, facet) === value)));
}

/** Entries that this may also be true of: their classes do not say, because fewer than ten share it. */
export function maybeCount(months: Months, choice: Choice): number {
  const wanted = asked(choice);
  const isOpen = (told: ToldClass): boolean => wanted.some(([facet]) => valueOf(told, facet) === undefined);
  const fits = (told: ToldClass): boolean =>
    wanted.every(([facet, value]) => [value, undefined].includes(valueOf(told, facet) ?? undefined)) && !isRuledOut(told, wanted);
  return toldSum(months.map((classes) => classes.filter((told) => isOpen(told) && fits(told))));
}

/** A class that says that there is no law does not leave open which one it is. */
function isRuledOut(told: ToldClass, wanted: readonly (readonly [Facet, string])[]): boolean {
  return wanted.some(([facet]) => valueOf(told, facet) === null);
}

function asked(choice: Choice): readonly (readonly [Facet, string])[] {
  return facets.flatMap((facet) => {
    const value = choice[facet];
    return value === undefined ? [] : [[facet, value] as const];
  });
}

export function toldSum(months: Months): number {
  return months.reduce((sum, classes) => classes.reduce((before, { told }) => before + told, sum), 0);
}

export interface Count {
  readonly value: string;
  readonly told: number;
}

/** How many entries there are of each value that is said, the most first; months in their order. */
export function countsBy(months: Months, facet: Facet): readonly Count[] {
  const counts = new Map<string, number>();
  for (const classes of months) for (const [value, told] of sumsOf(classes)(facet)) counts.set(value, (counts.get(value) ?? 0) + told);
  const found = [...counts].map(([value, told]) => ({ value, told }));
  const byValue = (left: Count, right: Count): number => compare(left.value, right.value);
  return found.toSorted(facet === 'month' ? byValue : (left, right) => right.told - left.told || byValue(left, right));
}

type Sums = ReadonlyMap<string, number>;

/** Added up once for as long as the month is in use: those of everything stand on each page, as what can be chosen. */
const sumsOf = oncePer((classes: Classes): ((facet: Facet) => Sums) => {
  const known = new Map<Facet, Sums>();
  return (facet) => {
    const sums = known.get(facet) ?? sumsBy(classes, facet);
    known.set(facet, sums);
    return sums;
  };
});

function sumsBy(classes: Classes, facet: Facet): Sums {
  const sums = new Map<string, number>();
  for (const told of classes) {
    const value = valueOf(told, facet);
    if (value !== undefined && value !== null) sums.set(value, (sums.get(value) ?? 0) + told.told);
  }
  return sums;
}
