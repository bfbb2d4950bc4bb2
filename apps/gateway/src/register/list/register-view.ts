import { oncePer } from '@parlance/pack';
import { type Cell } from '../cube/cell.ts';
import { type Months } from '../cube/choose-classes.ts';
import { type ToldClass } from '../cube/told-classes.ts';
import { type RegisterTotals } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';
import { cellsNow, type KeptCells } from './kept-cells.ts';
import { classesNow, type KeptMonths } from './kept-months.ts';

/** The register as it is at one moment. */
export interface RegisterNow extends RegisterTotals {
  /** Leaves that have been read, by log. */
  readonly sizes: ReadonlyMap<string, bigint>;
  /** In their order. */
  readonly months: Months<ToldClass<Cell>>;
}

interface RegisterView {
  /** What is known; while something newer is being read, what was known before it, so that nobody waits for that but the first. */
  now(): Promise<RegisterNow>;
  /** Reads what there is now, where it is new. Throws what the store throws. */
  refresh(): Promise<RegisterNow>;
}

type Read = Pick<RegisterStore, 'sizes' | 'changedCells' | 'totals'>;

/** What was read, with what the next reading goes on from. */
interface Known {
  readonly mark: string;
  readonly now: RegisterNow;
  readonly cells: KeptCells;
  readonly months: KeptMonths;
}

const nothing: Pick<Known, 'cells' | 'months'> & { readonly now: Pick<RegisterNow, 'sizes'> } = {
  cells: new Map(),
  months: new Map(),
  now: { sizes: new Map() },
};

interface State {
  known: Known | null;
  reading: { readonly mark: string; readonly next: Promise<Known> } | null;
}

/** Reads the counts when there are new ones, and else remembers them: a page asks for one row. */
export function registerView(store: Read): RegisterView {
  const state: State = { known: null, reading: null };
  return {
    async refresh() {
      return upTo(state, store, await store.sizes());
    },
    async now() {
      const sizes = await store.sizes();
      const { known } = state;
      if (known?.mark === markOf(sizes)) return known.now;
      const fresh = upTo(state, store, sizes);
      if (known === null) return fresh;
      // Told by the next refresh, which reads the same.
      fresh.catch(() => undefined);
      return known.now;
    },
  };
}

/** The one view of a running server: what keeps the register up to date refreshes it, and pages look at it. */
export const keptView = oncePer(registerView);

async function upTo(state: State, store: Read, sizes: ReadonlyMap<string, bigint>): Promise<RegisterNow> {
  const mark = markOf(sizes);
  if (state.known?.mark === mark) return state.known.now;
  if (state.reading?.mark === mark) return (await state.reading.next).now;
  const reading = { mark, next: readNext(store, { known: state.known, sizes, mark }) };
  state.reading = reading;
  try {
    const known = await reading.next;
    // Whoever began later has read more.
    if (state.reading === reading) state.known = known;
    return known.now;
  } finally {
    if (state.reading === reading) state.reading = null;
  }
}

function markOf(sizes: ReadonlyMap<string, bigint>): string {
  return [...sizes]
    .map(([log, size]) => `${log} ${String(size)}`)
    .toSorted()
    .join('\n');
}

interface Next {
  readonly known: Known | null;
  readonly sizes: ReadonlyMap<string, bigint>;
  readonly mark: string;
}

async function readNext(store: Read, { known, sizes, mark }: Next): Promise<Known> {
  const before = known !== null && hasGrown(known.now.sizes, sizes) ? known : nothing;
  const [changed, totals] = [await store.changedCells(before.now.sizes), await store.totals()];
  const cells = cellsNow(before.cells, changed);
  const months = classesNow(before.months, [...cells.values()].flat());
  return { mark, cells, months, now: { sizes, ...totals, months: [...months.values()].map(({ classes }) => classes) } };
}

/** A log that has been read less far than it was is read from its beginning. */
function hasGrown(before: ReadonlyMap<string, bigint>, now: ReadonlyMap<string, bigint>): boolean {
  return [...before].every(([log, size]) => (now.get(log) ?? -1n) >= size);
}
