import { oncePer } from '@parlance/pack';
import { type Cell } from '../cube/cell.ts';
import { type ToldClass, toldClasses } from '../cube/told-classes.ts';
import { readSubject, type Subject } from '../facts/subject.ts';
import { type RegisterCell, type RegisterCounts, type RegisterTotals } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';

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

/** What a cell is about, which never changes. */
type Label = Omit<Cell, 'count' | 'newest'>;

interface State {
  /** By log and number; forgotten when a log has been read less far than it was. */
  labels: ReadonlyMap<string, readonly Label[]>;
  known: { readonly mark: string; readonly now: RegisterNow } | null;
  reading: { readonly mark: string; readonly now: Promise<RegisterNow> } | null;
}

/** Reads the counts when there are new ones, and else remembers them: a page asks for one row. */
export function registerView(store: Read): RegisterView {
  const state: State = { labels: new Map(), known: null, reading: null };
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
  const labels = await withNewCells(store, isSame ? state.labels : new Map(), counted);
  state.labels = labels;
  const cells = counted.flatMap(({ log, cells: counts }) =>
    (labels.get(log) ?? []).flatMap((label, place) => {
      const count = counts[place];
      return count === undefined ? [] : [{ ...label, ...count }];
    }),
  );
  return { sizes, ...totals, classes: toldClasses(cells) };
}

async function withNewCells(store: Read, labels: State['labels'], counted: readonly RegisterCounts[]): Promise<State['labels']> {
  const all = new Map(labels);
  const subjects = new Map([...labels.values()].flat().map(({ subjectKey, subject }) => [subjectKey, subject]));
  for (const { log, cells } of counted) {
    const known = all.get(log) ?? [];
    if (known.length >= cells.length) continue;
    const fresh = await store.cellsFrom(log, known.length);
    all.set(log, [...known, ...fresh.map((cell) => labelOf(cell, subjects))]);
  }
  return all;
}

function labelOf({ log, cell, month, language, sector, subject: key }: RegisterCell, subjects: Map<string, Subject>): Label {
  const subject = subjects.get(key) ?? readSubject(key);
  subjects.set(key, subject);
  return { log, cell, month, language, sector, subjectKey: key, subject };
}
