import { objectionsPage } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, today } from '../../gateway.ts';
import { toldCounts } from '../../objections/told-counts.ts';
import { pageContext } from '../page-context.ts';
import { sendPage } from '../send-page.ts';

/** `GET /objections`: how many there are to each rule, as it was when the day began, so that nobody can watch a single one being counted. A page for browsers, else JSON. */
export async function sendObjections(gateway: Gateway, request: FastifyRequest, to: Told): Promise<void> {
  const day = today(gateway);
  const counts = (await gateway.store.objections.counts(day)).map(toldCounts);
  if (request.headers.accept?.includes('text/html') !== true) {
    await to.reply.header('vary', 'accept').send({ before: day, objections: counts });
    return;
  }
  const told = counts.map(({ rule, law, received, ...states }) => ({ rule, law, received, states }));
  to.reply.header('vary', 'accept');
  await sendPage(to.reply, objectionsPage({ ...pageContext(gateway, to.language), counts: told }));
}

interface Told {
  readonly reply: FastifyReply;
  readonly language: string;
}
