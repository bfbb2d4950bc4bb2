import { pageAssets } from '@parlance/web';
import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readyAsset, sendAsset } from './send-asset.ts';

const query = z.object({ v: z.string().optional() }).catch({});

/** The style sheet and the scripts. They are read and built once at start, so that what is missing is found then. */
export function assets(app: FastifyInstance): void {
  for (const [path, { type, content, digest }] of Object.entries(pageAssets())) {
    const ready = readyAsset(type, content);
    app.get(path, (request, reply) => sendAsset({ request, reply }, ready, { isNamed: query.parse(request.query).v === digest }));
  }
}
