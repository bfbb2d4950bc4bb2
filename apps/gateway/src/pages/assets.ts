import { readFileSync } from 'node:fs';
import { type FastifyInstance } from 'fastify';
import { browserScripts, styleSheetUrl } from '@parlance/web';

/** The style sheet and the scripts. They are read and built once at start, so that what is missing is found then. */
export function assets(app: FastifyInstance): void {
  const css = 'text/css; charset=utf-8';
  const script = 'text/javascript; charset=utf-8';
  const { verify, verifier, chat } = browserScripts();
  asset(app, { path: '/assets/parlance.css', type: css, content: readFileSync(styleSheetUrl, 'utf8') });
  asset(app, { path: '/assets/verify.js', type: script, content: verify });
  asset(app, { path: '/assets/chat.js', type: script, content: chat });
  asset(app, { path: '/assets/verifier.js', type: script, content: verifier });
}

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

function asset(app: FastifyInstance, { path, type, content }: Asset): void {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' };
  app.get(path, (_request, reply) => reply.headers(headers).send(content));
}
