import { type FastifyReply, type FastifyRequest } from 'fastify';
import { errorPage } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { sendPage } from './send-page.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * The pages need no key, so other sites must not ask through a visitor's browser: a form sent from elsewhere is refused, and a server that listens on this machine alone
 * answers only to the names of this machine (DNS rebinding).
 */
export async function refuseOtherSites(gateway: Pick<Gateway, 'config'>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isOwnName(gateway.config.host, request.hostname) && !isFromElsewhere(request)) return;
  await sendPage(
    reply,
    errorPage(null, { status: 403, title: '403', message: 'This page takes questions only from itself. Open its own address.' }),
    { status: 403 },
  );
}

function isOwnName(listening: string, named: string): boolean {
  return !loopback.test(listening) || loopback.test(named);
}

/** Browsers say themselves where a form comes from; older ones only name its origin. */
function isFromElsewhere({ method, headers }: FastifyRequest): boolean {
  if (method !== 'POST') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host);
}
