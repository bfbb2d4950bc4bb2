import { oncePer } from '@parlance/pack';
import { type Cell } from '../cube/cell.ts';
import { type Months } from '../cube/choose-classes.ts';
import { compare, inTens, type ToldClass } from '../cube/told-classes.ts';
import { type PositionBlock } from '../../store/position-block.ts';
import { type RegisterStore } from '../../store/register-store.ts';

/** Where an entry stands in the list, whose newest entries come first. */
export interface EntryPlace {
  /** Origin of the log. */
  readonly log: string;
  /** `2026-11` */
  readonly month: string;
  /** Of the leaf in its log. */
  readonly position: bigint;
}

export interface ListedEntry extends EntryPlace {
  readonly told: ToldClass<Cell>;
}

export interface ListOptions {
  readonly store: Pick<RegisterStore, 'blocks'>;
  /** The classes whose entries are wanted, by month. */
  readonly months: Months<ToldClass<Cell>>;
  /** Entries behind this place; null: from the newest. */
  readonly before: EntryPlace | null;
  /** So many, and those that share the last one's leaf. */
  readonly most: number;
}

export interface EntryList {
  readonly entries: readonly ListedEntry[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
}

/** The entries of classes, the newest first: of each class as many as are told of it, so that what is listed is what is counted. */
export async function listEntries({ store, months, before, most }: ListOptions): Promise<EntryList> {
  const found: ListedEntry[] = [];
  for (const segment of months.flatMap(segmentsOf).toSorted(inList)) {
    const order = before === null ? 0 : inList(segment, before);
    if (order < 0) continue;
    const from = order === 0 && before !== null ? before.position : endOfLogs;
    found.push(...(await entriesOf(store, segment, { before: from, most: most - found.length })));
    if (found.length > most) break;
  }
  return pageOf(found, most);
}

/** Larger than any position. */
const endOfLogs = 2n ** 63n - 1n;

/** Rules that changed one answer share its leaf: a page ends between two leaves. */
function pageOf(found: readonly ListedEntry[], most: number): EntryList {
  const last = found[most - 1];
  if (last === undefined || found.length <= most) return { entries: found, hasMore: false };
  const end = found.findIndex((entry, place) => place >= most && (entry.log !== last.log || entry.position !== last.position));
  return { entries: end === -1 ? found : found.slice(0, end), hasMore: end !== -1 };
}

/** The wanted cells of one month of one log. */
interface Segment {
  readonly log: string;
  readonly month: string;
  readonly classOf: ReadonlyMap<number, ToldClass<Cell>>;
  /** Entries that are not told yet, by cell. */
  readonly waiting: ReadonlyMap<number, ReadonlySet<bigint>>;
  /** Behind its newest entry. */
  readonly end: bigint;
}

/** Of a month with all its classes, which most readers see, they stay until the month has grown. */
const segmentsOf = oncePer((classes: readonly ToldClass<Cell>[]): readonly Segment[] => {
  const segments = new Map<
    string,
    { log: string; month: string; end: bigint; classOf: Map<number, ToldClass<Cell>>; waiting: Map<number, ReadonlySet<bigint>> }
  >();
  for (const told of classes) {
    const waiting = waitingOf(told);
    for (const cell of told.cells) {
      const { log, month } = cell;
      const segment = segments.get(`${log} ${month}`) ?? { log, month, end: 0n, classOf: new Map(), waiting: new Map() };
      segments.set(`${log} ${month}`, segment);
      segment.classOf.set(cell.cell, told);
      segment.waiting.set(cell.cell, waiting.get(cell) ?? noneWait);
      const newest = cell.newest.at(-1);
      if (newest !== undefined && newest >= segment.end) segment.end = newest + 1n;
    }
  }
  return [...segments.values()];
});

type Ordered = Pick<EntryPlace, 'log' | 'month'>;

function inList(left: Ordered, right: Ordered): number {
  return compare(right.log, left.log) || compare(right.month, left.month);
}

const noneWait: ReadonlySet<bigint> = new Set();

/** The newest entries of a class beyond the last whole ten. */
const waitingOf = oncePer(({ cells }: ToldClass<Cell>): ReadonlyMap<Cell, ReadonlySet<bigint>> => {
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const newest = cells.flatMap((cell) => cell.newest.map((position) => ({ cell, position })));
  const last = newest.toSorted(
    (left, right) => compare(right.cell.log, left.cell.log) || Number(right.position - left.position) || left.cell.cell - right.cell.cell,
  );
  const waiting = new Map<Cell, Set<bigint>>();
  for (const { cell, position } of last.slice(0, count - inTens(count))) {
    const positions = waiting.get(cell) ?? new Set();
    waiting.set(cell, positions.add(position));
  }
  return waiting;
});

interface Stretch {
  readonly before: bigint;
  readonly most: number;
}

/** Positions are looked through in stretches: the first is a few times as long as the page, each further one this many times as long as the one before. */
const longerEachTime = 8n;

async function entriesOf(store: ListOptions['store'], segment: Segment, { before, most }: Stretch): Promise<readonly ListedEntry[]> {
  const { log, month, classOf } = segment;
  const found: ListedEntry[] = [];
  let end = lowest(before, segment.end);
  for (let stretch = BigInt(most + 1) * longerEachTime; ; stretch *= longerEachTime) {
    const from = end > stretch ? end - stretch : 0n;
    const blocks = await store.blocks({ log, cells: [...classOf.keys()], from, before: end });
    const start = wholeFrom(blocks, from);
    const here = blocks.flatMap(({ cell, positions }) => {
      const told = classOf.get(cell);
      const waits = segment.waiting.get(cell);
      const wanted = positions.filter((position) => position >= start && position < end && waits?.has(position) !== true);
      return told === undefined ? [] : wanted.map((position) => ({ entry: { log, month, position, told }, position, cell }));
    });
    const sorted = here.toSorted((left, right) => Number(right.position - left.position) || left.cell - right.cell);
    found.push(...sorted.map(({ entry }) => entry));
    // Entries of one leaf have one position, so that none is parted from the others here.
    if (found.length > most || start === 0n) return found;
    end = start;
  }
}

/** Position from which on nothing is missing in the blocks that reach to `from`: of a cell with two, there may be older ones. 0: all are there. */
function wholeFrom(blocks: readonly PositionBlock[], from: bigint): bigint {
  const seen = new Map<number, number>();
  let start = from;
  for (const { cell, positions } of blocks) {
    const number = (seen.get(cell) ?? 0) + 1;
    seen.set(cell, number);
    const [first = 0n] = positions;
    if (number === 2 && first > start) start = first;
  }
  return start;
}

function lowest(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
