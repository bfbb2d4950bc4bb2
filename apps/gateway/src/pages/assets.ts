import { readFileSync } from 'node:fs';
import { type FastifyInstance } from 'fastify';
import { styleSheetUrl } from '@parlance/web';

/** The style sheet. It is read once at start, so that a missing file is found then. */
export function assets(app: FastifyInstance): void {
  const css = readFileSync(styleSheetUrl, 'utf8');
  app.get('/assets/parlance.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(css),
  );
}
