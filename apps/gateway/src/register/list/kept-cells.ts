import { type RegisterCell } from '../../store/register-row.ts';
import { type Cell } from '../cube/cell.ts';
import { readSubject, type Subject } from '../facts/subject.ts';

/** The cells of each log by number. A cell is the same object for as long as nothing of it has changed. */
export type KeptCells = ReadonlyMap<string, readonly Cell[]>;

/** The cells with those that are new or have changed, which come in the order of their numbers. */
export function cellsNow(kept: KeptCells, changed: readonly RegisterCell[]): KeptCells {
  const all = new Map([...kept].map(([log, cells]) => [log, [...cells]]));
  const subjects = new Map<string, Subject>();
  for (const cell of changed) {
    const cells = all.get(cell.log) ?? [];
    all.set(cell.log, cells);
    const before = cells[cell.cell];
    cells[cell.cell] = before === undefined ? labelled(cell, subjects) : { ...before, count: cell.count, newest: cell.newest };
  }
  return all;
}

/** Subjects are read once, because thousands of cells share them. */
function labelled({ subject: subjectKey, ...cell }: RegisterCell, subjects: Map<string, Subject>): Cell {
  const subject = subjects.get(subjectKey) ?? readSubject(subjectKey);
  subjects.set(subjectKey, subject);
  const { log, cell: number, month, language, sector, count, newest } = cell;
  return { log, cell: number, month, language, sector, subjectKey, subject, count, newest };
}
