import { errorPage } from '@parlance/web';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { statusOf } from '../errors.ts';
import { type Gateway } from '../gateway.ts';
import { faultOf } from '../routes/request-errors.ts';
import { pageContext, pageLanguage } from './page-context.ts';
import { sendPage } from './send-page.ts';

/** What goes wrong before a page is there is told as a page, to whoever came for one. */
export async function sendPageFault(gateway: Gateway, error: FastifyError, exchange: Exchange): Promise<void> {
  const { request, reply } = exchange;
  const fault = faultOf(error);
  if (fault.code === 'internal_error') request.log.error({ id: request.id, reason: error.code }, 'a page failed');
  const status = statusOf(fault.code);
  const context = pageContext(gateway, pageLanguage(gateway.country, undefined, request.headers['accept-language']));
  await sendPage(reply, errorPage(context, { status, title: 'Parlance', message: fault.message }), { status });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
