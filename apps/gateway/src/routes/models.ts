import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { defaultModel } from '../upstream/resolve-model.ts';
import { authenticate } from './admit.ts';
import { sendFault } from './send-fault.ts';

/** `GET /v1/models`: `parlance`, and what the upstream offers. */
export function models(app: FastifyInstance, gateway: LiveGateway): void {
  app.get('/v1/models', async (request, reply) => {
    const key = await authenticate(gateway, request);
    if (!key.ok) return sendFault(reply, key.fault);
    const offered = await gateway.upstream.models();
    const data = [defaultModel, ...offered].map((id) => ({
      id,
      object: 'model',
      created: 0,
      owned_by: id === defaultModel ? 'parlance' : gateway.upstream.id,
    }));
    return reply.send({ object: 'list', data });
  });
}
