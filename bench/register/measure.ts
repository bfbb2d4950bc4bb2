import { type FollowedLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { type Place, type Rebuilt } from './part.ts';
import { type PartProcess, startPart, toldBy } from './part-process.ts';

/** Seconds for a million changes, and milliseconds for a page: ninety-nine of a hundred visits. */
export const rebuildBound = 60;
export const pageBound = 100;

export interface PageFigures {
  readonly page: string;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly slowest_ms: number;
}

export interface RegisterFigures extends Rebuilt {
  /** The first visits to a server that has just started, in their order: milliseconds. They are no measure of the others. */
  readonly first_ms: readonly number[];
  readonly pages: readonly PageFigures[];
  /** Reading the counts anew after the log has grown, for which no reader waits. */
  readonly refresh: PageFigures;
}

const first = 5;
const visits = 100;

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

export async function measureRegister(place: Place, log: FollowedLog): Promise<RegisterFigures> {
  const rebuilt = (await toldBy({ role: 'rebuild', place, log })) as Rebuilt;
  const server = startPart({ role: 'server', place, log });
  try {
    const url = `${(await server.next()) as string}/transparency`;
    const first_ms: number[] = [];
    while (first_ms.length < first) first_ms.push(await timed(`${url}/register?lang=en`));
    const { refresh, ...grown } = await grownVisits(server, url);
    const pages: PageFigures[] = [grown.register, grown.drift];
    for (const [page, query] of filters) pages.push(await visit(page, `${url}/register?lang=en&${query}`));
    pages.push(await visit('drift', `${url}/drift?lang=en`));
    for (const file of files) pages.push(await visit(file, `${url}/register/${file}?language=ru`));
    return { ...rebuilt, first_ms, refresh, pages };
  } finally {
    await server.stop();
  }
}

/** The pages in the moment in which the log has grown: what keeps the register reads what has changed meanwhile, and drift is looked for anew. */
async function grownVisits(server: PartProcess, url: string): Promise<Record<'register' | 'drift' | 'refresh', PageFigures>> {
  const [pages, drifts, reads]: [number[], number[], number[]] = [[], [], []];
  while (pages.length < visits) {
    server.ask();
    await server.next();
    pages.push(await timed(`${url}/register?lang=en`));
    reads.push((await server.next()) as number);
    drifts.push(await timed(`${url}/drift?lang=en`));
  }
  return {
    register: figuresOf('everything, as the log has just grown', pages),
    drift: figuresOf('drift, as the log has just grown', drifts),
    refresh: figuresOf('what has changed is read', reads),
  };
}

async function visit(page: string, address: string): Promise<PageFigures> {
  await timed(address);
  const times: number[] = [];
  while (times.length < visits) times.push(await timed(address));
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
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { page, p50_ms: at(0.5), p99_ms: at(0.99), slowest_ms: at(1) };
}
