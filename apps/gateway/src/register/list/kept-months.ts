import { type Cell } from '../cube/cell.ts';
import { compare, groupsOf, type ToldClass, toldClasses } from '../cube/told-classes.ts';

interface KeptMonth {
  readonly cells: readonly Cell[];
  readonly classes: readonly ToldClass<Cell>[];
}

/** Months in their order. */
export type KeptMonths = ReadonlyMap<string, KeptMonth>;

/** The classes of each month, of which those stay whose cells are the same objects as before: classes are of one month, and a log grows in its last. */
export function classesNow(kept: KeptMonths, cells: readonly Cell[]): KeptMonths {
  const months = groupsOf(cells, ({ month }) => month);
  const inOrder = [...months].toSorted(([left], [right]) => compare(left, right));
  return new Map(inOrder.map(([month, here]) => [month, monthOf(kept.get(month), here)]));
}

function monthOf(before: KeptMonth | undefined, cells: readonly Cell[]): KeptMonth {
  const isSame = before?.cells.length === cells.length && cells.every((cell, place) => cell === before.cells[place]);
  return isSame ? before : { cells, classes: toldClasses(cells) };
}
