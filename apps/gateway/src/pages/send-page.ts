import { type FastifyReply } from 'fastify';

/** No script at all, nothing from elsewhere, nothing that frames the page. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function pageHeaders(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
  });
}

export async function sendPage(reply: FastifyReply, html: string, status = 200): Promise<void> {
  await pageHeaders(reply).code(status).type('text/html; charset=utf-8').send(html);
}
