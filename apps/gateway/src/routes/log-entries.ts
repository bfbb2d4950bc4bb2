import { type FastifyInstance } from 'fastify';
import { type ClientFault } from '../errors.ts';
import { type LiveGateway } from '../gateway.ts';
import { readAddedLeaves } from './added-leaves.ts';
import { bearerKey } from './bearer-key.ts';
import { sendFault } from './send-fault.ts';

/**
 * `POST /internal/log/entries`: nodes beside this server add leaves to its log. The answer comes when they are in a published checkpoint. Without the setting
 * `PARLANCE_LOG_ADD_KEY` there is no such address.
 */
export function logEntries(app: FastifyInstance, { adding }: LiveGateway): void {
  if (adding === null) return;
  const { log, keyHash } = adding;
  app.post('/internal/log/entries', { onRequest: bearerKey(keyHash, 'leaves are added') }, async (request, reply) => {
    if (log.hasFork()) return sendFault(reply, forked);
    const read = readAddedLeaves(request.body, () => log.published().size);
    if (!read.ok) return sendFault(reply, read.fault);
    try {
      const { positions, checkpoint } = await log.addLeaves(read.leaves);
      return await reply
        .header('cache-control', 'no-store')
        .send({ entries: positions.map((position) => ({ index: Number(position) })), checkpoint });
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      request.log.error({ id: request.id, reason }, 'leaves could not be added to the log');
      return sendFault(reply, faultOf(reason));
    }
  });
}

const forked: ClientFault = {
  code: 'log_forked',
  message: 'a witness has seen another history of this log; nothing is added until the operator has found out why',
};

function faultOf(reason: string): ClientFault {
  switch (reason) {
    case 'log_frozen':
      return { code: 'log_frozen', message: 'this log is frozen and takes no more leaves' };
    case 'log_closed':
      return { code: 'shutting_down', message: 'the server is stopping' };
    case 'leaves_waiting':
      return { code: 'overloaded', message: 'too many leaves wait for the log; try again later' };
    default:
      return {
        code: 'log_unwritable',
        message: 'the log cannot be written; whether the leaves are in it is unknown, and they may be sent again',
      };
  }
}
