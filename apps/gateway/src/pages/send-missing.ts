import { missingPage } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { pageContext, pageLanguage } from './page-context.ts';
import { sendPage } from './send-page.ts';
import { type Exchange } from './stream-page.ts';

/** Whether it is a browser that wants to show a page: programs take JSON, or whatever comes. */
export function wantsPage({ method, headers }: Exchange['request']): boolean {
  return method === 'GET' && /(?:^|,)\s*text\/html\b/i.test(headers.accept ?? '');
}

/** An address that leads nowhere, told to who reads pages. */
export function sendMissing(gateway: Gateway, { request, reply }: Exchange): Promise<void> {
  const context = pageContext(gateway, pageLanguage(gateway.country, undefined, request.headers['accept-language']));
  return sendPage(reply.header('vary', 'accept'), missingPage(context), { status: 404 });
}
