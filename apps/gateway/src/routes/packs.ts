import { type PackFiles } from '@parlance/pack';
import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { sendFault } from './send-fault.ts';

/**
 * `GET /packs/<id>`: the whole pack in force, as it was read. `GET /packs/<id>/<digest>`: the one of an answer, which names it in its headers, also when another has
 * come into force since. Packs are public (S10).
 */
export function packs(app: FastifyInstance, { countries }: LiveGateway): void {
  app.get<{ Params: { id: string } }>('/packs/:id', async (request, reply) => {
    const { pack, files } = countries.current();
    if (!isOf(request.params.id)) return sendFault(reply, notHere());
    return reply.send({ id: pack.id, version: pack.version, digest: pack.digest, files: textsOf(files) });
  });
  app.get<{ Params: { id: string; digest: string } }>('/packs/:id/:digest', async (request, reply) => {
    const { id, digest } = request.params;
    const files = isOf(id) ? await countries.find(digest) : null;
    if (files === null) return sendFault(reply, notHere());
    return reply.send({ id: countries.current().pack.id, digest, files: textsOf(files) });
  });

  function isOf(id: string): boolean {
    return id.toUpperCase() === countries.current().pack.id;
  }

  function notHere() {
    const expected = countries.current().pack.id.toLowerCase();
    return {
      code: 'not_found',
      message: `no such pack here; expected ${expected}, or ${expected}/ and the digest of one that was in force`,
      param: 'id',
    } as const;
  }
}

function textsOf(files: PackFiles): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}
