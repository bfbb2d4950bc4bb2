import { type Cell } from '../cube/cell.ts';
import { type ToldClass, toldClasses } from '../cube/told-classes.ts';
import { readSubject, type Subject } from '../facts/subject.ts';
import { type RegisterCell } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';

/** The register as it is at one moment. */
export interface RegisterNow {
  /** Leaves that have been read, by log. */
  readonly sizes: ReadonlyMap<string, bigint>;
  readonly classes: readonly ToldClass<Cell>[];
}

/** Reads the counts when there are new ones, and else remembers them: a page asks for one row. */
export function registerView(store: Pick<RegisterStore, 'sizes' | 'cells'>): () => Promise<RegisterNow> {
  let known: { readonly mark: string; readonly now: Promise<RegisterNow> } | null = null;
  return async () => {
    const sizes = await store.sizes();
    const mark = markOf(sizes);
    if (known?.mark === mark) return known.now;
    const now = readNow(store, sizes);
    known = { mark, now };
    now.catch(() => {
      known = null;
    });
    return now;
  };
}

function markOf(sizes: ReadonlyMap<string, bigint>): string {
  return [...sizes]
    .map(([log, size]) => `${log} ${String(size)}`)
    .toSorted()
    .join('\n');
}

async function readNow(store: Pick<RegisterStore, 'cells'>, sizes: ReadonlyMap<string, bigint>): Promise<RegisterNow> {
  const subjects = new Map<string, Subject>();
  const cells = (await store.cells()).map((cell) => withSubject(cell, subjects));
  return { sizes, classes: toldClasses(cells) };
}

function withSubject({ subject: key, ...rest }: RegisterCell, subjects: Map<string, Subject>): Cell {
  const subject = subjects.get(key) ?? readSubject(key);
  subjects.set(key, subject);
  return { ...rest, subjectKey: key, subject };
}
