import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EntryBundle, fullWidth, parseEntryBundlePath, parseTilePath } from '@parlance/log';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { type PublishedShard } from '../record/half-years.ts';
import { sendFault } from './send-fault.ts';

const text = 'text/plain; charset=utf-8';
/** A tile within a published tree never changes; a partial one may be removed once the full one is there. */
const forever = 'public, max-age=31536000, immutable';

type PublishedTree = Pick<PublishedShard, 'folder' | 'published'>;

/**
 * The logs as strangers read them (c2sp.org/tlog-tiles): `/log/<shard>/checkpoint` and `/log/<shard>/tile/...` for each half-year, the same without a shard for the present one,
 * and `/log/policy.txt` with the keys of all. Nothing here can be asked to compute.
 */
export function logFiles(app: FastifyInstance, { log }: LiveGateway): void {
  const shardOf = (name: string): PublishedTree | undefined => log.shards().find(({ shard }) => shard === name);
  app.get('/log/policy.txt', (_request, reply) => reply.headers({ 'content-type': text, 'cache-control': 'no-cache' }).send(log.policy));
  app.get('/log/checkpoint', (_request, reply) => sendCheckpoint(reply, log));
  app.get<{ Params: { '*': string } }>('/log/tile/*', ({ params }, reply) => sendTile(reply, log, params['*']));
  app.get<{ Params: { shard: string } }>('/log/:shard/checkpoint', ({ params }, reply) => sendCheckpoint(reply, shardOf(params.shard)));
  app.get<{ Params: { shard: string; '*': string } }>('/log/:shard/tile/*', ({ params }, reply) =>
    sendTile(reply, shardOf(params.shard), params['*']),
  );
}

function sendCheckpoint(reply: FastifyReply, tree: PublishedTree | undefined) {
  const { note } = tree?.published() ?? { note: '' };
  if (note === '') return noSuchFile(reply);
  return reply.headers({ 'content-type': text, 'cache-control': 'no-cache' }).send(note);
}

async function sendTile(reply: FastifyReply, tree: PublishedTree | undefined, name: string) {
  const path = `tile/${name}`;
  const end = endOf(path);
  // What lies on the disk before its batch is published may still become another batch.
  if (tree === undefined || end === null || end > tree.published().size) return noSuchFile(reply);
  const bytes = await readFile(join(tree.folder, path)).catch(() => null);
  if (bytes === null) return noSuchFile(reply);
  return reply.headers({ 'content-type': 'application/octet-stream', 'cache-control': forever }).send(bytes);
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
    message:
      'the log has no such file; its addresses are /log/checkpoint, /log/tile/<level>/<place> and /log/policy.txt, and for each half-year /log/<half-year>/checkpoint and /log/<half-year>/tile/<level>/<place>',
  });
}
