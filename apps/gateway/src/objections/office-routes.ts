import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ClientFault } from '../errors.ts';
import { type LiveGateway } from '../gateway.ts';
import { bearerKey } from '../routes/bearer-key.ts';
import { sendFault } from '../routes/send-fault.ts';
import { objectionOutcomes } from '../store/objection-row.ts';
import { decideObjection } from './decide-objection.ts';
import { longestText, plainText } from './minimised-text.ts';
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
 * `GET /internal/objections`, `GET` and `POST /internal/objections/<number>`: what `parlance objections` asks. The key is in the data folder, so whoever may read that may decide.
 */
export function officeRoutes(app: FastifyInstance, { office, store, now }: LiveGateway): void {
  if (office === null) return;
  const { keyHash, log } = office;
  const { objections } = store;
  const guarded = { onRequest: bearerKey(keyHash, 'objections are decided') };
  app.get('/internal/objections', guarded, async (request, reply) => {
    const asked = listed.safeParse(request.query);
    if (!asked.success) return sendFault(reply, badList);
    return send(reply, { objections: (await objections.list(asked.data)).map((each) => toldObjection(each, dayOf(now()))) });
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
    const decided = await decideObjection({ objections, log, now }, { number, ...read.data });
    return decided.kind === 'unknown' ? sendFault(reply, unknown) : send(reply, toldDecision(decided, dayOf(now())));
  });
}

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
const unknown: ClientFault = { code: 'not_found', message: 'there is no objection of this number' };

function numberOf({ params }: FastifyRequest): bigint | null {
  const read = z.object({ number: z.string().regex(/^[1-9]\d{0,17}$/) }).safeParse(params);
  return read.success ? BigInt(read.data.number) : null;
}
