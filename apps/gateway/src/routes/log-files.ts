import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { sendFault } from './send-fault.ts';

/** `<level>/<place>`, or `entries/<place>`; a partial one ends in its width (c2sp.org/tlog-tiles). */
const tilePattern = /^(?:entries|[0-9]|[1-5][0-9]|6[0-3])(?:\/x\d{3})*\/\d{3}(?:\.p\/[1-9]\d{0,2})?$/;

/** The log as strangers read it: `/log/checkpoint`, `/log/tile/...` and `/log/policy.txt`. Files as they lie on the disk; nothing here can be asked to compute. */
export function logFiles(app: FastifyInstance, { log }: Gateway): void {
  app.get('/log/checkpoint', (_request, reply) =>
    sendFile(reply, join(log.folder, 'checkpoint'), { type: 'text/plain; charset=utf-8', cache: 'no-cache' }),
  );
  app.get('/log/policy.txt', (_request, reply) =>
    reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }).send(log.policy),
  );
  app.get<{ Params: { '*': string } }>('/log/tile/*', (request, reply) => {
    const path = request.params['*'];
    if (!tilePattern.test(path)) return noSuchFile(reply);
    // A full tile never changes; a partial one may be removed once the full one is there.
    return sendFile(reply, join(log.folder, 'tile', path), {
      type: 'application/octet-stream',
      cache: 'public, max-age=31536000, immutable',
    });
  });
}

async function sendFile(reply: FastifyReply, path: string, { type, cache }: { readonly type: string; readonly cache: string }) {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return noSuchFile(reply);
  return reply.headers({ 'content-type': type, 'cache-control': cache, 'content-length': found.size }).send(createReadStream(path));
}

function noSuchFile(reply: FastifyReply) {
  return sendFault(reply, {
    code: 'not_found',
    message: 'the log has no such file; its addresses are /log/checkpoint, /log/tile/<level>/<place> and /log/policy.txt',
  });
}
