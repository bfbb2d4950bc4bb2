import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';

/** `GET /purposes`: what each key is for and which office answers for it. Nobody may use the service for something that the public cannot read. */
export function purposes(app: FastifyInstance, gateway: LiveGateway): void {
  app.get('/purposes', () => ({ keys: gateway.purposes }));
}
