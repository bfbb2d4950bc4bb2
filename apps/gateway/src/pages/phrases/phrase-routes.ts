import { type FastifyInstance } from 'fastify';
import { sendFault } from '../../routes/send-fault.ts';
import { sendAsset } from '../send-asset.ts';
import { type AnswerPhrases } from './answer-phrases.ts';

/** `GET /assets/phrases/:id`: what the answers of a page have in common, for browsers that take them without it. */
export function phraseRoutes(app: FastifyInstance, phrases: Pick<AnswerPhrases, 'find'>): void {
  app.get<{ Params: { id: string } }>('/assets/phrases/:id', (request, reply) => {
    const found = phrases.find(request.params.id);
    if (found === null) return sendFault(reply, { code: 'not_found', message: 'these phrases are not in use' });
    return sendAsset({ request, reply }, found.asset, { isNamed: true });
  });
}
