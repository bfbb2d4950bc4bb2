import { type FastifyReply } from 'fastify';

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

/** A page that is whole, with its status, which is 200 unless given. */
export async function sendPage(
  reply: FastifyReply,
  html: string,
  { status = 200, hasScript = false }: Partial<PageKind & { status: number }> = {},
): Promise<void> {
  await pageHeaders(reply, { hasScript }).code(status).type('text/html; charset=utf-8').send(html);
}
