import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntryBundle, fullWidth, parseEntryBundlePath, parseTilePath } from '@parlance/log';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { sendFault } from './send-fault.ts';

const text = 'text/plain; charset=utf-8';
/** A tile within a published tree never changes; a partial one may be removed once the full one is there. */
const forever = 'public, max-age=31536000, immutable';

/** The log as strangers read it (c2sp.org/tlog-tiles): `/log/checkpoint`, `/log/tile/...` and `/log/policy.txt`. Nothing here can be asked to compute. */
export function logFiles(app: FastifyInstance, { log }: Gateway): void {
  app.get('/log/checkpoint', (_request, reply) => {
    const { note } = log.published();
    return reply.headers({ 'content-type': text, 'cache-control': 'no-cache' }).send(note);
  });
  app.get('/log/policy.txt', (_request, reply) => reply.headers({ 'content-type': text, 'cache-control': 'no-cache' }).send(log.policy));
  app.get<{ Params: { '*': string } }>('/log/tile/*', async (request, reply) => {
    const path = `tile/${request.params['*']}`;
    const end = endOf(path);
    // What lies on the disk before its batch is published may still become another batch.
    if (end === null || end > log.published().size) return noSuchFile(reply);
    const bytes = await readFile(join(log.folder, path)).catch(() => null);
    if (bytes === null) return noSuchFile(reply);
    return reply.headers({ 'content-type': 'application/octet-stream', 'cache-control': forever }).send(bytes);
  });
}

/** How many leaves a tree must have to have this tile; null for what is no path of a tile. */
function endOf(path: string): bigint | null {
  const hashes = ({ index, width }: EntryBundle): bigint => index * BigInt(fullWidth) + BigInt(width);
  const tile = parseTilePath(path);
  if (tile !== undefined) return hashes(tile) * BigInt(fullWidth) ** BigInt(tile.level);
  const bundle = parseEntryBundlePath(path);
  return bundle === undefined ? null : hashes(bundle);
}

function noSuchFile(reply: FastifyReply) {
  return sendFault(reply, {
    code: 'not_found',
    message: 'the log has no such file; its addresses are /log/checkpoint, /log/tile/<level>/<place> and /log/policy.txt',
  });
}
