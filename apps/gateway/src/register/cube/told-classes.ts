import { type EntryKind, type Subject } from '../facts/subject.ts';
import { type Cell } from './cell.ts';

/** Fewer entries than this are never told by themselves, and more are told in steps of it. */
export const fewest = 10;

/** What the counting looks at of a cell. */
export type CountedCell = Pick<Cell, 'month' | 'subject' | 'subjectKey' | 'language' | 'count'>;

/** Entries that are told together, because what the class says fits all of them and fits ten at least. What it does not say is null. */
export interface ToldClass<Of extends CountedCell = CountedCell> {
  readonly month: string;
  readonly kind: EntryKind | null;
  readonly type: string | null;
  readonly subject: Subject | null;
  readonly language: string | null;
  readonly cells: readonly Of[];
  /** How many there are, in whole tens. */
  readonly told: number;
}

/** From the least that is said to the most. Null: the log itself does not say it. */
const levels: readonly ((cell: CountedCell) => string | null)[] = [
  ({ subject }) => subject.kind,
  ({ subject }) => `${subject.kind} ${subject.type}`,
  ({ subjectKey }) => subjectKey,
  ({ language }) => language,
];

/**
 * Parts the entries of each month into classes of ten at least, each as exact as that allows. Entries too few for what they are go up to what they have in common with others;
 * where what is left of a month is too few for that too, the smallest class is told with it, less exactly, so that no subtraction gives the few away. A month with fewer than ten is not
 * told. Depends on the cells alone, in any order. See docs/decisions/0013.
 */
export function toldClasses<Of extends CountedCell>(cells: readonly Of[]): readonly ToldClass<Of>[] {
  const there = cells.filter(({ count }) => count > 0).toSorted(inOrder);
  return [...groupsOf(there, ({ month }) => month).values()].flatMap(classesOfMonth);
}

interface Parted<Of extends CountedCell> {
  readonly told: readonly Group<Of>[];
  /** Too few, so far, to be told. */
  readonly rest: readonly Of[];
}

/** Cells, and how many levels are told of them. */
interface Group<Of extends CountedCell> {
  readonly cells: readonly Of[];
  readonly depth: number;
}

function classesOfMonth<Of extends CountedCell>(cells: readonly Of[]): readonly ToldClass<Of>[] {
  const { told, rest } = part(cells, 0);
  if (rest.length === 0) return told.map(classOf);
  const bySize = told.toSorted((left, right) => sumOf(left.cells) - sumOf(right.cells));
  const together = [...rest];
  let taken = 0;
  while (sumOf(together) < fewest && taken < bySize.length) together.push(...(bySize[taken++]?.cells ?? []));
  if (sumOf(together) < fewest) return [];
  const left = told.filter((group) => !bySize.slice(0, taken).includes(group));
  return [...left, { cells: together.toSorted(inOrder), depth: 0 }].map(classOf);
}

function part<Of extends CountedCell>(cells: readonly Of[], depth: number): Parted<Of> {
  const level = levels[depth];
  if (level === undefined) return sumOf(cells) < fewest ? { told: [], rest: cells } : { told: [{ cells, depth }], rest: [] };
  const parts = [...groupsOf(cells, level)].map(([name, group]) => (name === null ? { told: [], rest: group } : part(group, depth + 1)));
  const told = parts.flatMap((each) => each.told);
  const rest = parts.flatMap((each) => each.rest);
  return sumOf(rest) < fewest ? { told, rest } : { told: [...told, { cells: rest, depth }], rest: [] };
}

function classOf<Of extends CountedCell>({ cells, depth }: Group<Of>): ToldClass<Of> {
  const [first] = cells;
  if (first === undefined) throw new RangeError('a class has entries');
  const { month, subject, language } = first;
  return {
    month,
    kind: depth > 0 ? subject.kind : null,
    type: depth > 1 ? subject.type : null,
    subject: depth > 2 ? subject : null,
    language: depth > 3 ? language : null,
    cells,
    told: inTens(sumOf(cells)),
  };
}

export function inTens(count: number): number {
  return count - (count % fewest);
}

function sumOf(cells: readonly CountedCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

function groupsOf<Of, Name>(items: readonly Of[], nameOf: (item: Of) => Name): ReadonlyMap<Name, readonly Of[]> {
  const groups = new Map<Name, Of[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** By code units, which no locale of a machine can change. */
function inOrder(left: CountedCell, right: CountedCell): number {
  return (
    compare(left.month, right.month) || compare(left.subjectKey, right.subjectKey) || compare(left.language ?? '', right.language ?? '')
  );
}

export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
