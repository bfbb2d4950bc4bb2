import { errorPage, type PageContext } from '@parlance/web';
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
  await sendPage(reply, errorPage(context, { status, title: 'Parlance', message: messageOf(status, context) }), { status });
}

/** In the words of the page: who asks on it knows nothing of fields and bodies. */
function messageOf(status: number, { interfaceText: { troubles } }: PageContext): string {
  if (status === 413) return troubles.tooLarge;
  return status >= 500 ? troubles.notNow : troubles.unreadable;
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
