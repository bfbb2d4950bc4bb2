import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { sendFault } from './send-fault.ts';

/** `GET /packs/<id>`: the whole pack in force, as it was read. Packs are public (S10). */
export function packs(app: FastifyInstance, { countries }: LiveGateway): void {
  app.get<{ Params: { id: string } }>('/packs/:id', async (request, reply) => {
    const { pack, files } = countries.current();
    if (request.params.id.toUpperCase() !== pack.id)
      return sendFault(reply, { code: 'not_found', message: `no such pack here; expected ${pack.id.toLowerCase()}`, param: 'id' });
    const texts = Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
    return reply.send({ id: pack.id, version: pack.version, digest: pack.digest, files: texts });
  });
}
