import { type FastifyReply } from 'fastify';
import { codingFor, codings, inCoding } from '../routes/compressed.ts';

/** No script at all, nothing from elsewhere, nothing that frames the page. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** On a page that verifies receipts: our own script, never one in the page, which may look for the proof on this server alone. */
const verifyingPolicy = `${policy}; script-src 'self'; connect-src 'self'`;

export interface PageKind {
  readonly hasScript: boolean;
}

export function pageHeaders(reply: FastifyReply, { hasScript }: PageKind = { hasScript: false }): FastifyReply {
  return reply.headers({
    'content-security-policy': hasScript ? verifyingPolicy : policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
  });
}

/** A page that is whole, with its status, which is 200 unless given. None is kept by anybody: each has a ticket of its own, or what somebody wrote. */
export async function sendPage(
  reply: FastifyReply,
  html: string,
  { status = 200, hasScript = false }: Partial<PageKind & { status: number }> = {},
): Promise<void> {
  pageHeaders(reply, { hasScript }).code(status).type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  const coding = codingFor(reply.request.headers['accept-encoding'], codings);
  if (coding === null) return reply.send(html);
  return reply.header('content-encoding', coding).send(await inCoding(html, coding));
}
