import { oncePer } from '@parlance/pack';
import { type Cell } from '../cube/cell.ts';
import { type ToldClass } from '../cube/told-classes.ts';
import { type RegisterTotals } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';
import { cellsNow, type KeptCells } from './kept-cells.ts';
import { classesNow, type KeptMonths } from './kept-months.ts';

/** The register as it is at one moment. */
export interface RegisterNow extends RegisterTotals {
  /** Leaves that have been read, by log. */
  readonly sizes: ReadonlyMap<string, bigint>;
  readonly classes: readonly ToldClass<Cell>[];
}

interface RegisterView {
  /** What is known; while something newer is being read, what was known before it, so that nobody waits for that but the first. */
  now(): Promise<RegisterNow>;
  /** Reads what there is now, where it is new. Throws what the store throws. */
  refresh(): Promise<RegisterNow>;
}

type Read = Pick<RegisterStore, 'sizes' | 'counts' | 'cellsFrom' | 'totals'>;

interface State {
  /** Forgotten when a log has been read less far than it was. */
  kept: KeptCells;
  months: KeptMonths;
  known: { readonly mark: string; readonly now: RegisterNow } | null;
  reading: { readonly mark: string; readonly now: Promise<RegisterNow> } | null;
}

/** Reads the counts when there are new ones, and else remembers them: a page asks for one row. */
export function registerView(store: Read): RegisterView {
  const state: State = { kept: new Map(), months: new Map(), known: null, reading: null };
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
  if (state.reading?.mark === mark) return state.reading.now;
  const reading = { mark, now: readNow(state, store, sizes) };
  state.reading = reading;
  try {
    const now = await reading.now;
    // Whoever began later has read more.
    if (state.reading === reading) state.known = { mark, now };
    return now;
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

async function readNow(state: State, store: Read, sizes: ReadonlyMap<string, bigint>): Promise<RegisterNow> {
  const known = state.known?.now.sizes ?? new Map<string, bigint>();
  const isSame = [...known].every(([log, size]) => (sizes.get(log) ?? -1n) >= size);
  const [counted, totals] = [await store.counts(), await store.totals()];
  const kept = await cellsNow(store, isSame ? state.kept : new Map(), counted);
  const months = classesNow(state.months, [...kept.values()].flat());
  [state.kept, state.months] = [kept, months];
  return { sizes, ...totals, classes: [...months.values()].flatMap(({ classes }) => classes) };
}
