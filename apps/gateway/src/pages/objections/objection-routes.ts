import { randomBytes } from 'node:crypto';
import { errorPage, pageAddress } from '@parlance/web';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, type LiveGateway, present } from '../../gateway.ts';
import { ruleFinder } from '../../objections/challenged-rule.ts';
import { longestText } from '../../objections/minimised-text.ts';
import { hashOfCode, objectTickets, ticketSecret } from '../../objections/object-ticket.ts';
import { visitorLimit } from '../chat/visitor-limit.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { sendPageFault } from '../page-fault.ts';
import { pageWords } from '../page-words.ts';
import { sendPage } from '../send-page.ts';
import { emptyForm, type ObjectPlace, readObjectForm, readPlace } from './object-form.ts';
import { type ObjectTools, type ObjectVisit, sendObjectForm } from './object-visit.ts';
import { sendObjection } from './send-objection.ts';
import { dailyCounts, sendObjections } from './send-objections.ts';
import { isStoreAway, sendStoreAway } from './store-away.ts';
import { takeObjection } from './take-objection.ts';

/** New objections from one connection in an hour. */
const mostAnHour = 20;

/** Packs that are read for one connection in an hour: each takes the processor for a moment. */
const mostReadAnHour = 30;

/** Bytes of a form. What is written in it may be too long by far and still comes back to its writer. */
const largestForm = 262_144;

/** Two steps from any notice: the form and its receipt; and the counts. Nothing is set in the browser, and no address is kept. */
export function objectionRoutes(root: FastifyInstance, live: LiveGateway): void {
  void root.register((app, _options, done) => {
    register(app, live);
    done();
  });
}

function register(app: FastifyInstance, live: LiveGateway): void {
  const tools: ObjectTools = {
    tickets: objectTickets(ticketSecret(live.turnKey)),
    limit: visitorLimit(mostAnHour),
    rules: ruleFinder(live.countries),
    farLimit: visitorLimit(mostReadAnHour),
    random: () => randomBytes(16),
  };
  const counts = dailyCounts(live.store.objections);
  const bodyLimit = Math.min(largestForm, live.config.bodyLimit);
  app.setErrorHandler((error: FastifyError, request, reply) => refuseForm(live, tools, { error, request, reply }));
  app.get<{ Querystring: { rule?: unknown } }>('/object', async (request, reply) => {
    const place = readPlace(request.query);
    if (request.query.rule === undefined) return toRules(present(live), { request, reply }, place);
    const visit = await visitOf(live, tools, { request, reply });
    if (visit !== null) await sendObjectForm(visit, emptyForm, null);
  });
  app.post('/object', { bodyLimit }, async (request, reply) => {
    const visit = await visitOf(live, tools, { request, reply });
    if (visit !== null) await takeObjection(visit, readObjectForm(request.body));
  });
  app.get<{ Params: { code: string } }>('/object/:code', (request, reply) => {
    return reading(live, { request, reply }, (to) => sendObjection(to, request.params.code, null));
  });
  app.get<{ Querystring: { code?: unknown } }>('/objections', (request, reply) => {
    const { code } = request.query;
    if (typeof code === 'string') return toObjection(present(live), { request, reply }, code);
    return reading(live, { request, reply }, (to) => sendObjections(to, counts));
  });
}

/** The rules of the pack in force have the links to object to each. */
async function toRules(gateway: Gateway, { request, reply }: Exchange, place: ObjectPlace): Promise<void> {
  const lang = languageOf(gateway, request, place);
  await reply.header('cache-control', 'no-store').redirect(pageAddress(`/transparency/packs/${gateway.country.pack.digest}`, lang), 303);
}

/** What was written into the form of the counts: a code, or the whole address that somebody kept. What is none is told by the page of the code. */
async function toObjection(gateway: Gateway, { request, reply }: Exchange, written: string): Promise<void> {
  const lang = languageOf(gateway, request, readPlace(request.query));
  const [code = ''] = (written.trim().split('/object/').at(-1) ?? '').split(/[?#]/);
  // What no code looks like is not led on: a browser would take `..` for the page above.
  const place = hashOfCode(code) === null ? '-' : code;
  await reply.header('cache-control', 'no-store').redirect(pageAddress(`/object/${place}`, lang), 303);
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What was written is with the database alone: where that is away, nothing can be shown of it. */
async function reading(live: LiveGateway, { request, reply }: Exchange, show: (to: Reading) => Promise<void>): Promise<void> {
  const gateway = present(live);
  const to = { gateway, request, reply, language: languageOf(gateway, request, readPlace(request.query)) };
  try {
    await show(to);
  } catch (error) {
    if (!isStoreAway(error)) throw error;
    await sendStoreAway(to);
  }
}

interface Reading extends Exchange {
  readonly gateway: Gateway;
  readonly language: string;
}

function languageOf(gateway: Gateway, request: FastifyRequest, { lang }: ObjectPlace): string {
  return pageLanguage(gateway.country, lang, request.headers['accept-language']);
}

/** An earlier turn of a conversation brings no digest along; then its receipt tells it, or it is the pack in force. */
async function packOf({ log, country }: Gateway, { pack, answer }: ObjectPlace): Promise<string> {
  if (pack !== '') return pack;
  const receipt = answer === '' ? null : await log.receipt(answer);
  return receipt?.record.pack.digest ?? country.pack.digest;
}

/** Null: no such rule was in force here, and the person has been told. */
async function visitOf(live: LiveGateway, tools: ObjectTools, { request, reply }: Exchange): Promise<ObjectVisit | null> {
  const gateway = present(live);
  const place = readPlace(request.query);
  const language = languageOf(gateway, request, place);
  const name = { rule: place.rule, pack: await packOf(gateway, place) };
  const wait = tools.rules.isFar(name.pack) ? await tools.farLimit.take(request.ip) : null;
  const rule = wait === null ? await tools.rules.find(name) : null;
  if (rule !== null) return { gateway, tools, request, reply, language, place, rule };
  const context = pageContext(gateway, language);
  const words = context.interfaceText.objections;
  if (wait !== null) reply.header('retry-after', Math.ceil(wait / 1000));
  const told =
    wait === null ? { status: 404, message: words.unknownRule } : { status: 429, message: words.tooMany(`${Math.ceil(wait / 60_000)}`) };
  await sendPage(reply, errorPage(context, { ...told, title: words.title }), { status: told.status });
  return null;
}

/** A form that is too large is not read at all; its address still says what it was about, and in which language. */
async function refuseForm(live: LiveGateway, tools: ObjectTools, failed: Exchange & { readonly error: FastifyError }): Promise<void> {
  const { error, request, reply } = failed;
  if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return sendPageFault(present(live), error, { request, reply });
  const visit = await visitOf(live, tools, { request, reply: reply.header('connection', 'close') });
  if (visit === null) return;
  const words = pageWords(visit.gateway.country.pack, visit.language).objections;
  await sendObjectForm(visit, emptyForm, { status: 413, message: words.tooLong(String(longestText)) });
}
