import { type EntryKind, type Subject } from '../facts/subject.ts';
import { type Cell } from './cell.ts';

/** Fewer entries than this are never told by themselves, and more are told in steps of it. */
export const fewest = 10;

/** What the counting looks at of a cell. */
export type CountedCell = Pick<Cell, 'month' | 'subject' | 'subjectKey' | 'language' | 'sector' | 'count'>;

/** Entries that are told together, because what the class says fits all of them and fits ten at least. What it does not say is null. */
export interface ToldClass<Of extends CountedCell = CountedCell> {
  readonly month: string;
  readonly kind: EntryKind | null;
  readonly type: string | null;
  readonly subject: Subject | null;
  readonly language: string | null;
  readonly sector: string | null;
  readonly cells: readonly Of[];
  /** How many there are, in whole tens. */
  readonly told: number;
}

/** What a class says of all its entries. */
type Label = Pick<ToldClass, 'kind' | 'type' | 'subject' | 'language' | 'sector'>;

const nothing: Label = { kind: null, type: null, subject: null, language: null, sector: null };

interface Level {
  readonly nameOf: (cell: CountedCell) => string;
  readonly say: (label: Label, cell: CountedCell) => Label;
}

/** From the least that is said to the most; behind them come language and sector. */
const levels: readonly Level[] = [
  { nameOf: ({ subject }) => subject.kind, say: (label, { subject }) => ({ ...label, kind: subject.kind }) },
  { nameOf: ({ subject }) => `${subject.kind} ${subject.type}`, say: (label, { subject }) => ({ ...label, type: subject.type }) },
  { nameOf: ({ subjectKey }) => subjectKey, say: (label, { subject }) => ({ ...label, subject }) },
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

interface Group<Of extends CountedCell> {
  readonly cells: readonly Of[];
  readonly label: Label;
}

function classesOfMonth<Of extends CountedCell>(cells: readonly Of[]): readonly ToldClass<Of>[] {
  const { told, rest } = part(cells, nothing, levels);
  if (rest.length === 0) return told.map(classOf);
  const bySize = told.toSorted((left, right) => sumOf(left.cells) - sumOf(right.cells));
  const joined = [...rest];
  let taken = 0;
  while (sumOf(joined) < fewest && taken < bySize.length) joined.push(...(bySize[taken++]?.cells ?? []));
  if (sumOf(joined) < fewest) return [];
  const left = told.filter((group) => !bySize.slice(0, taken).includes(group));
  return [...left, { cells: joined.toSorted(inOrder), label: nothing }].map(classOf);
}

function part<Of extends CountedCell>(cells: readonly Of[], label: Label, [level, ...deeper]: readonly Level[]): Parted<Of> {
  if (level === undefined) return partSubject(cells, label);
  const parts = [...groupsOf(cells, level.nameOf).values()].map((group) => {
    const [first] = group;
    return part(group, first === undefined ? label : level.say(label, first), deeper);
  });
  return together(parts, label);
}

/** By language and, in each, by sector; what is too few for its language by sector alone. */
function partSubject<Of extends CountedCell>(cells: readonly Of[], label: Label): Parted<Of> {
  const byLanguage = [...groupsOf(cells, ({ language }) => language)].map(([language, group]) =>
    language === null ? { told: [], rest: group } : together(bySector(group, { ...label, language }), { ...label, language }),
  );
  const left = byLanguage.flatMap(({ rest }) => rest);
  return together([{ told: byLanguage.flatMap(({ told }) => told), rest: [] }, ...bySector(left, label)], label);
}

function bySector<Of extends CountedCell>(cells: readonly Of[], label: Label): readonly Parted<Of>[] {
  return [...groupsOf(cells, ({ sector }) => sector)].map(([sector, group]) =>
    sector === null ? { told: [], rest: group } : together([{ told: [], rest: group }], { ...label, sector }),
  );
}

/** What is left of the parts is told where it is enough. */
function together<Of extends CountedCell>(parts: readonly Parted<Of>[], label: Label): Parted<Of> {
  const told = parts.flatMap((each) => each.told);
  const rest = parts.flatMap((each) => each.rest);
  return sumOf(rest) < fewest ? { told, rest } : { told: [...told, { cells: rest, label }], rest: [] };
}

function classOf<Of extends CountedCell>({ cells, label }: Group<Of>): ToldClass<Of> {
  const [first] = cells;
  if (first === undefined) throw new RangeError('a class has entries');
  return { month: first.month, ...label, cells, told: inTens(sumOf(cells)) };
}

export function inTens(count: number): number {
  return count - (count % fewest);
}

function sumOf(cells: readonly CountedCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

export function groupsOf<Of, Name>(items: readonly Of[], nameOf: (item: Of) => Name): ReadonlyMap<Name, readonly Of[]> {
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
    compare(left.month, right.month) ||
    compare(left.subjectKey, right.subjectKey) ||
    compare(left.language ?? '', right.language ?? '') ||
    compare(left.sector ?? '', right.sector ?? '')
  );
}

export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
