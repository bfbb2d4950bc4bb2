import { formatReceipt } from '@parlance/log';
import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { sendFault } from './send-fault.ts';

/**
 * `GET /v1/parlance/receipts/<id>`: the receipt as it stands now, with the proof once the log has the answer. The id cannot be guessed and the receipt holds no text, so it
 * needs no key: a reader may hand it to a journalist or a court.
 */
export function receipts(app: FastifyInstance, { log }: LiveGateway): void {
  app.get<{ Params: { id: string } }>('/v1/parlance/receipts/:id', async ({ params }, reply) => {
    const receipt = await log.receipt(params.id);
    if (receipt === null)
      return sendFault(reply, {
        code: 'not_found',
        message: 'no answer has a receipt of this id; the id stands in parlance.receipt of the answer',
      });
    return reply
      .headers({
        'cache-control': receipt.proved === null ? 'no-store' : 'private, max-age=60',
        'content-type': 'application/json; charset=utf-8',
      })
      .send(formatReceipt(receipt));
  });
}
