import { CodedError } from '@parlance/core';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ClientFault } from '../errors.ts';
import { type LiveGateway } from '../gateway.ts';
import { bearerKey } from '../routes/bearer-key.ts';
import { sendFault } from '../routes/send-fault.ts';
import { objectionOutcomes } from '../store/objection-row.ts';
import { type Decided } from './decide-objection.ts';
import { longestText, plainText } from './minimised-text.ts';
import { isChallenge, officeProof } from './office-proof.ts';
import { toldDecision, toldObjection } from './told-objection.ts';

const listed = z.object({
  state: z.enum(['open', 'all']).default('open'),
  most: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .default(100),
});

const decision = z.strictObject({
  outcome: z.enum(objectionOutcomes),
  reasons: z.string().transform(plainText).pipe(z.string().min(1).max(longestText)),
  // As a leaf of the log takes it.
  by: z
    .string()
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,300}$/u)
    .nullable()
    .default(null),
});

/**
 * `GET /internal/office/proof`, `GET /internal/objections`, `GET` and `POST /internal/objections/<number>`: what `parlance objections` asks. The key is in the data folder, so whoever may read that may decide.
 */
export function officeRoutes(app: FastifyInstance, { office, store, now }: LiveGateway): void {
  if (office === null) return;
  const { keyHash, desk } = office;
  const { objections } = store;
  const guarded = { onRequest: bearerKey(keyHash, 'objections are decided') };
  // Without the key: it is asked before the key is sent, and shows nothing else.
  app.get<{ Querystring: { challenge?: unknown } }>('/internal/office/proof', (request, reply) => {
    const { challenge } = request.query;
    const port = request.socket.localPort;
    if (!isChallenge(challenge) || port === undefined) return sendFault(reply, badChallenge);
    return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(officeProof(keyHash, { challenge, port }));
  });
  app.get('/internal/objections', guarded, async (request, reply) => {
    const asked = listed.safeParse(request.query);
    if (!asked.success) return sendFault(reply, badList);
    const [listedNow, unlogged] = await Promise.all([objections.list(asked.data), objections.unlogged(asked.data.most)]);
    return send(reply, {
      objections: listedNow.map((each) => toldObjection(each, dayOf(now()))),
      unlogged: unlogged.map(({ number }) => String(number)),
    });
  });
  app.get('/internal/objections/:number', guarded, async (request, reply) => {
    const number = numberOf(request);
    const found = number === null ? null : await objections.find(number);
    return found === null ? sendFault(reply, unknown) : send(reply, toldObjection(found, dayOf(now())));
  });
  app.post('/internal/objections/:number', guarded, async (request, reply) => {
    const number = numberOf(request);
    if (number === null) return sendFault(reply, unknown);
    const read = decision.safeParse(request.body ?? {});
    if (!read.success) return sendFault(reply, faultOf(read.error));
    const decided = await orSealed(() => desk.decide({ number, ...read.data }));
    if (decided === 'sealed') return sendFault(reply, sealed);
    return decided.kind === 'unknown' ? sendFault(reply, unknown) : send(reply, toldDecision(decided, dayOf(now())));
  });
}

/** A server that shares the database and not the keys can read that there is an objection, and no more. */
async function orSealed(decide: () => Promise<Decided>): Promise<Decided | 'sealed'> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof CodedError && error.code === 'objection_sealed') return 'sealed';
    throw error;
  }
}

const sealed: ClientFault = {
  code: 'overloaded',
  message:
    'the key of this objection is not in objection-keys of the data folder; ask the server that took it, or let both have the same folder',
};

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.header('cache-control', 'no-store').send(body);
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Names the field and what was expected; never what was sent. */
function faultOf({ issues }: z.ZodError): ClientFault {
  const param = String(issues[0]?.path[0] ?? '');
  const expected = Object.entries(wanted).find(([name]) => name === param)?.[1] ?? 'an object with outcome, reasons and, if you like, by';
  return { code: 'invalid_request', message: `${param === '' ? 'the body' : param}: expected ${expected}`, ...(param !== '' && { param }) };
}

const wanted = {
  outcome: `one of ${objectionOutcomes.join(', ')}`,
  reasons: `a text of 1 to ${longestText} characters, which the person reads`,
  by: 'the name of the office, one line of at most 300 characters',
} as const;

const badList: ClientFault = { code: 'invalid_request', message: 'state: expected open or all; most: expected a number from 1 to 9999' };
const badChallenge: ClientFault = { code: 'invalid_request', message: 'challenge: expected 64 hexadecimal digits' };
const unknown: ClientFault = { code: 'not_found', message: 'there is no objection of this number' };

function numberOf({ params }: FastifyRequest): bigint | null {
  const read = z.object({ number: z.string().regex(/^[1-9]\d{0,17}$/) }).safeParse(params);
  return read.success ? BigInt(read.data.number) : null;
}
