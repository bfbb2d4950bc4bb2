import { type FastifyReply } from 'fastify';
import { type ClientFault, envelopeOf, statusOf } from '../errors.ts';

/** Sends a fault in the OpenAI envelope. */
export async function sendFault(reply: FastifyReply, fault: ClientFault): Promise<void> {
  if (fault.code === 'overloaded' || fault.code === 'shutting_down') reply.header('retry-after', '5');
  await reply.code(statusOf(fault.code)).type('application/json; charset=utf-8').send(envelopeOf(fault));
}
