import { rebuildRegister } from '@parlance/gateway/register';
import { type FollowedLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { keptView } from '../../apps/gateway/src/register/list/register-view.ts';
import { type RegisterChange } from '../../apps/gateway/src/store/register-row.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { startGateway } from '../../tests/gateway/running-gateway.ts';

/** Seconds for a million changes, and milliseconds for a page at the ninety-ninth percentile. */
export const rebuildBound = 60;
export const pageBound = 100;

interface PageFigures {
  readonly page: string;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

export interface RegisterFigures {
  readonly rebuild_s: number;
  readonly cells: number;
  readonly entries: number;
  readonly pages: readonly PageFigures[];
  /** Reading the counts anew after the log has grown, for which no reader waits. */
  readonly refresh: PageFigures;
}

export interface MeasureOptions {
  readonly dataFolder: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly log: FollowedLog;
}

const visits = 100;
const grown = 100;
/** Changes between two looks at the log. */
const batch = 40;
const upstreamUrl = 'http://127.0.0.1:9/v1';

/** Pages as people open them: everything, filters that fit much and little, and far down the list. */
const filters: readonly (readonly [string, string])[] = [
  ['everything', ''],
  ['a common language', 'language=et'],
  ['a rare language and a rule', 'language=uk&rule=ee.rule.33'],
  ['a type in a month', 'type=gambling&month=2026-09'],
  ['an authority', 'authority=Office+3'],
  ['nothing that is told', 'language=qq'],
  ['far down the list', `before=${encodeURIComponent('2026-08 300000 log.example/2026h2')}`],
  ['far down the list of a rule', `rule=ee.rule.40&before=${encodeURIComponent('2026-08 300000 log.example/2026h2')}`],
];

const files = ['counts.csv', 'entries.csv', 'statements.json'];

export async function measureRegister({ dataFolder, databaseUrl, log }: MeasureOptions): Promise<RegisterFigures> {
  const began = performance.now();
  const { cells, entries } = await rebuildRegister({ dataFolder, databaseUrl, logs: [log] });
  const rebuild_s = (performance.now() - began) / 1000;
  const store = await openStore({ databaseUrl, dataFolder });
  try {
    const { pages, refresh } = await grownVisits(store, log);
    return { rebuild_s, cells, entries, refresh, pages: [...pages, ...(await laterVisits(store))] };
  } finally {
    await store.close();
  }
}

/** The page in the moment in which the log has grown: what keeps the register reads what has changed meanwhile, as in a running server. */
async function grownVisits(store: Store, log: FollowedLog): Promise<Pick<RegisterFigures, 'pages' | 'refresh'>> {
  const gateway = await startGateway({ upstreamUrl, register: store.register });
  const [pages, reads]: [number[], number[]] = [[], []];
  try {
    await keptView(store.register).refresh();
    const growth = await growthOf(store, log);
    // The first visit to a server that has just started is no measure of the others, here as with the other pages.
    for (let round = 0; round <= grown; round++) {
      if (!(await store.register.apply(growth(round)))) throw new Error('somebody else writes to the register');
      const began = performance.now();
      const read = keptView(store.register)
        .refresh()
        .then(() => performance.now() - began);
      const page = await timed(`${gateway.url}/transparency/register?lang=en`);
      const reading = await read;
      if (round === 0) continue;
      pages.push(page);
      reads.push(reading);
    }
  } finally {
    await gateway.close();
  }
  return { pages: [figuresOf('everything, as the log has just grown', pages)], refresh: figuresOf('what has changed is read', reads) };
}

/** A batch of changes, one each in cells of the newest month. */
async function growthOf(store: Store, log: FollowedLog): Promise<(round: number) => RegisterChange> {
  const all = await store.register.cells();
  const newest = all.reduce((month, cell) => (cell.month > month ? cell.month : month), '');
  const cells = all.filter(({ month }) => month === newest).slice(0, batch);
  return (round) => {
    const from = log.size + BigInt(round * cells.length);
    const places = cells.map((_, place) => from + BigInt(place));
    return {
      ...{ log: log.log, from, to: from + BigInt(cells.length), answers: new Map(), decisions: [], struck: null },
      added: cells.map(({ cell }, place) => ({ cell, positions: places.slice(place, place + 1) })),
      cells: cells.map((cell, place) => ({
        ...{ ...cell, count: cell.count + round + 1, changed: from + BigInt(place) + 1n },
        newest: [...cell.newest, from + BigInt(place)].slice(-cell.newest.length),
      })),
    };
  };
}

async function laterVisits(store: Store): Promise<readonly PageFigures[]> {
  const gateway = await startGateway({ upstreamUrl, register: store.register });
  try {
    const pages: PageFigures[] = [];
    for (const [page, query] of filters) pages.push(await visit(page, `${gateway.url}/transparency/register?lang=en&${query}`));
    pages.push(await visit('drift', `${gateway.url}/transparency/drift?lang=en`));
    for (const file of files) pages.push(await visit(file, `${gateway.url}/transparency/register/${file}?language=ru`));
    return pages;
  } finally {
    await gateway.close();
  }
}

async function visit(page: string, address: string): Promise<PageFigures> {
  await timed(address);
  const times: number[] = [];
  for (let round = 0; round < visits; round++) times.push(await timed(address));
  return figuresOf(page, times);
}

async function timed(address: string): Promise<number> {
  const began = performance.now();
  const reply = await fetch(address);
  await reply.text();
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return performance.now() - began;
}

function figuresOf(page: string, times: readonly number[]): PageFigures {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { page, p50_ms: at(0.5), p99_ms: at(0.99) };
}
