import { type MediationFacts } from '../facts/read-facts.ts';
import { fewest } from '../cube/told-classes.ts';
import { type RegisterCell } from '../../store/register-row.ts';

/** The cells of one log, by what their entries agree in. */
export interface CellBook {
  find(name: CellName): RegisterCell | undefined;
  /** Number of the next cell that is new. */
  next(): number;
  /** Remembers cells as they are now. */
  put(cells: readonly RegisterCell[]): void;
}

export type CellName = Pick<RegisterCell, 'month' | 'subject' | 'language' | 'sector'>;

/** Newest entries that a cell remembers: more never have to wait. */
export const mostWaiting = fewest - 1;

export function cellBook(cells: readonly RegisterCell[]): CellBook {
  const byName = new Map<string, RegisterCell>();
  const put = (changed: readonly RegisterCell[]): void => {
    for (const cell of changed) byName.set(textOf(cell), cell);
  };
  put(cells);
  return { find: (name) => byName.get(textOf(name)), next: () => byName.size, put };
}

export function cellNames({ month, language, sector, subjects }: MediationFacts): readonly CellName[] {
  return subjects.map(({ key }) => ({ month, language, sector, subject: key }));
}

/** Months, languages and sectors have no blank. */
export function textOf({ month, language, sector, subject }: CellName): string {
  return `${month} ${language ?? ''} ${sector ?? ''} ${subject}`;
}
