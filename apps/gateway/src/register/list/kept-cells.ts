import { positionsIn } from '../../store/position-block.ts';
import { type CountOf, type RegisterCell, type RegisterCounts } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';
import { type Cell } from '../cube/cell.ts';
import { readSubject, type Subject } from '../facts/subject.ts';

/** The cells of each log by number. A cell is the same object for as long as nothing of it has changed. */
export type KeptCells = ReadonlyMap<string, readonly Cell[]>;

/** What each cell was made of. */
const madeOf = new WeakMap<Cell, CountOf>();

/** The cells as they are counted now: those that are not known are read, and those that have changed are made anew. */
export async function cellsNow(
  store: Pick<RegisterStore, 'cellsFrom'>,
  kept: KeptCells,
  counted: readonly RegisterCounts[],
): Promise<KeptCells> {
  const subjects = new Map([...kept.values()].flat().map(({ subjectKey, subject }) => [subjectKey, subject]));
  const all = new Map<string, readonly Cell[]>();
  for (const { log, cells } of counted) {
    const known = kept.get(log) ?? [];
    const fresh = known.length < cells.length ? await store.cellsFrom(log, known.length) : [];
    const labels = [...known, ...fresh.map((cell) => labelled(cell, subjects))];
    all.set(
      log,
      cells.flatMap((count, place) => cellOf(labels[place], count)),
    );
  }
  return all;
}

function cellOf(label: Cell | undefined, count: CountOf): readonly Cell[] {
  if (label === undefined) return [];
  const before = madeOf.get(label);
  if (before?.count === count.count && before.newest === count.newest) return [label];
  const cell = { ...label, count: count.count, newest: positionsIn(count.newest) };
  madeOf.set(cell, count);
  return [cell];
}

/** Its count is taken from those that were read together. */
function labelled({ log, cell, month, language, sector, subject: key }: RegisterCell, subjects: Map<string, Subject>): Cell {
  const subject = subjects.get(key) ?? readSubject(key);
  subjects.set(key, subject);
  return { log, cell, month, language, sector, subjectKey: key, subject, count: 0, newest: [] };
}
