import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type LiveGateway } from '../gateway.ts';
import { type CitationRow } from '../store/citation-row.ts';
import { sendFault } from './send-fault.ts';

const day = 86_400_000;
/** Days that are told without being asked for, and the most that are told at once. */
const span = { usual: 30, most: 366 };

const query = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/**
 * `GET /citations?from=2026-11-01&to=2026-11-20`: how many answers showed and cited sources of each publisher, per day and language. Public, so it tells only days
 * that are over and no small numbers: nobody can watch a single answer being counted.
 */
export function citations(app: FastifyInstance, { countries, store, now }: LiveGateway): void {
  app.get('/citations', async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success) return sendFault(reply, badSpan);
    const yesterday = dayOf(now().getTime() - day);
    const to = [asked.data.to ?? yesterday, yesterday].sort()[0] ?? yesterday;
    const from = asked.data.from ?? dayOf(Date.parse(to) - (span.usual - 1) * day);
    if (Date.parse(to) - Date.parse(from) >= span.most * day) return sendFault(reply, badSpan);
    const pack = countries.current().pack.id;
    const rows = from > to ? [] : await store.citations.list({ pack, from, to });
    return reply.send({ pack, from, to, citations: rows.map(told) });
  });
}

const badSpan = {
  code: 'invalid_request',
  message: `from and to must be days written YYYY-MM-DD, at most ${span.most} days apart, for example ?from=2026-11-01&to=2026-11-20`,
  param: 'from',
} as const;

function told({ day: on, publisher, language, shown, cited }: CitationRow) {
  return { day: on, publisher, language, shown: coarse(shown), cited: coarse(cited) };
}

/** Exact from ten on; below, as the log tells sizes. */
function coarse(count: bigint): number | '1-9' {
  return count > 0n && count < 10n ? '1-9' : Number(count);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
