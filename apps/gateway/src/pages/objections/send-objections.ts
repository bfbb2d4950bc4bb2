import { objectionsPage } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../../gateway.ts';
import { daysAfter } from '../../objections/days.ts';
import { toldCounts, type ToldCounts } from '../../objections/told-counts.ts';
import { type ObjectionStore } from '../../store/objection-store.ts';
import { pageContext } from '../page-context.ts';
import { pageHeaders } from '../send-page.ts';
import { wantsPage } from './store-away.ts';

interface Reading {
  readonly gateway: Gateway;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: string;
}

/** What is told on a day `YYYY-MM-DD`. */
type CountsOfDay = (day: string) => Promise<readonly ToldCounts[]>;

/** As of the beginning of a day, so that nothing changes until the next: the database is asked once a day. */
export function dailyCounts(objections: Pick<ObjectionStore, 'counts'>): CountsOfDay {
  let known: { readonly day: string; readonly told: readonly ToldCounts[] } | null = null;
  return async (day) => {
    if (known?.day === day) return known.told;
    const told = (await objections.counts(day)).map(toldCounts);
    known = { day, told };
    return told;
  };
}

/** `GET /objections`: how many there are to each rule, in tens and as it was when the day began, so that hardly ever a single one can be seen being counted. A page for browsers, else JSON. */
export async function sendObjections({ gateway, request, reply, language }: Reading, countsOf: CountsOfDay): Promise<void> {
  const now = gateway.now();
  const day = now.toISOString().slice(0, 10);
  const counts = await countsOf(day);
  if (wantsPage(request)) {
    const told = counts.map(({ rule, law, received, ...states }) => ({ rule, law, received, states }));
    pageHeaders(reply).type('text/html; charset=utf-8');
    reply.headers(kept(now)).header('vary', 'accept, accept-language');
    await reply.send(objectionsPage({ ...pageContext(gateway, language), until: daysAfter(day, -1), counts: told }));
    return;
  }
  await reply.headers(kept(now)).header('vary', 'accept').send({ before: day, objections: counts });
}

/** Not longer than the day, and not so long that a new version of a page is late. */
function kept(now: Date): { readonly 'cache-control': string } {
  const left = Math.floor((Date.parse(`${now.toISOString().slice(0, 10)}T23:59:59Z`) - now.getTime()) / 1_000);
  return { 'cache-control': `public, max-age=${Math.max(0, Math.min(600, left))}` };
}
