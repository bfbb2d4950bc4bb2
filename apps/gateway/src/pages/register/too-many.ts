import { errorPage } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../../gateway.ts';
import { type VisitorLimit } from '../chat/visitor-limit.ts';
import { pageContext } from '../page-context.ts';
import { sendPage } from '../send-page.ts';

/** Files from one connection in an hour: many people may share an address, and the log itself is there for whoever wants everything. */
export const mostFiles = 600;

/** Pages that cost as much as those of the register, from one connection in an hour. */
export const mostPages = 1200;

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Says when to come again, where it is too many. */
export async function isTooMany(limit: VisitorLimit, { request, reply }: Exchange): Promise<boolean> {
  const wait = await limit.take(request.ip);
  if (wait === null) return false;
  reply.header('retry-after', Math.ceil(wait / 1000));
  return true;
}

export function sendTooMany(gateway: Gateway, language: string, reply: FastifyReply): Promise<void> {
  const context = pageContext(gateway, language);
  const say = context.interfaceText.register;
  const minutes = String(Math.ceil(Number(reply.getHeader('retry-after') ?? 60) / 60));
  return sendPage(reply, errorPage(context, { status: 429, title: say('title'), message: say('too-many', { minutes }) }), { status: 429 });
}
