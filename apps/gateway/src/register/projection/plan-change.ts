import { type MediationFacts } from '../facts/read-facts.ts';
import { type RegisterCell, type RegisterChange, type RegisterDecision } from '../../store/register-row.ts';
import { type CellBook, cellNames, mostWaiting, textOf } from './cell-book.ts';

/** Entries of a log that have been read, and what stands in them. */
export interface ReadStretch {
  readonly log: string;
  readonly from: bigint;
  readonly to: bigint;
  readonly mediations: readonly { readonly position: bigint; readonly facts: MediationFacts }[];
  /** By month, as the tallies tell them. */
  readonly answers: ReadonlyMap<string, number>;
  readonly decisions: readonly RegisterDecision[];
}

/** What a stretch of a log adds. The book stays as it is. */
export function planChange(book: CellBook, { log, from, to, mediations, answers, decisions }: ReadStretch): RegisterChange {
  const grown = new Map<string, { cell: RegisterCell; readonly positions: bigint[] }>();
  let fresh = book.next();
  for (const { position, facts } of mediations) {
    for (const name of cellNames(facts)) {
      const before = grown.get(textOf(name));
      if (before !== undefined) {
        before.positions.push(position);
        continue;
      }
      const cell = book.find(name) ?? { log, ...name, cell: fresh++, count: 0, newest: [], changed: 0n };
      grown.set(textOf(name), { cell, positions: [position] });
    }
  }
  const all = [...grown.values()];
  return {
    ...{ log, from, to, answers, decisions, struck: null },
    cells: all.map(({ cell, positions }) => ({
      ...cell,
      count: cell.count + positions.length,
      newest: [...cell.newest, ...positions].slice(-mostWaiting),
      changed: (positions.at(-1) ?? from) + 1n,
    })),
    added: all.map(({ cell, positions }) => ({ cell: cell.cell, positions })),
  };
}

/** An entry that does not count any more. `newest`: what is left of the newest entries of its cells. */
export interface Strike {
  readonly log: string;
  /** The leaf that says so. */
  readonly at: bigint;
  readonly position: bigint;
  readonly cells: readonly { readonly cell: RegisterCell; readonly newest: readonly bigint[] }[];
}

export function planStrike({ log, at, position, cells }: Strike): RegisterChange {
  return {
    ...{ log, from: at, to: at + 1n, added: [], answers: new Map(), decisions: [] },
    cells: cells.map(({ cell, newest }) => ({ ...cell, count: cell.count - 1, newest, changed: at + 1n })),
    struck: cells.length === 0 ? null : { position, cells: cells.map(({ cell }) => cell.cell) },
  };
}
