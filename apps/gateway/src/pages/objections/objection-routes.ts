import { randomBytes } from 'node:crypto';
import { errorPage } from '@parlance/web';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, type LiveGateway, present } from '../../gateway.ts';
import { ruleFinder } from '../../objections/challenged-rule.ts';
import { longestText } from '../../objections/minimised-text.ts';
import { objectTickets } from '../../objections/object-ticket.ts';
import { visitorLimit } from '../chat/visitor-limit.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { sendPageFault } from '../page-fault.ts';
import { pageWords } from '../page-words.ts';
import { sendPage } from '../send-page.ts';
import { emptyForm, type ObjectPlace, readObjectForm, readPlace } from './object-form.ts';
import { type ObjectTools, type ObjectVisit, sendObjectForm } from './object-visit.ts';
import { sendObjection } from './send-objection.ts';
import { sendObjections } from './send-objections.ts';
import { takeObjection } from './take-objection.ts';

/** New objections from one connection in an hour. */
const mostAnHour = 20;

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
    tickets: objectTickets(randomBytes(32)),
    limit: visitorLimit(mostAnHour),
    findRule: ruleFinder(live.countries),
    random: () => randomBytes(16),
  };
  const bodyLimit = Math.min(largestForm, live.config.bodyLimit);
  app.setErrorHandler((error: FastifyError, request, reply) => refuseForm(live, tools, { error, request, reply }));
  app.get('/object', async (request, reply) => {
    const visit = await visitOf(live, tools, { request, reply });
    if (visit !== null) await sendObjectForm(visit, emptyForm, null);
  });
  app.post('/object', { bodyLimit }, async (request, reply) => {
    const visit = await visitOf(live, tools, { request, reply });
    if (visit !== null) await takeObjection(visit, readObjectForm(request.body));
  });
  app.get<{ Params: { code: string } }>('/object/:code', (request, reply) => {
    const gateway = present(live);
    return sendObjection({ gateway, reply, language: languageOf(gateway, request, readPlace(request.query)) }, request.params.code, null);
  });
  app.get('/objections', (request, reply) => {
    const gateway = present(live);
    return sendObjections(gateway, request, { reply, language: languageOf(gateway, request, readPlace(request.query)) });
  });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
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
  const rule = await tools.findRule({ rule: place.rule, pack: await packOf(gateway, place) });
  if (rule !== null) return { gateway, tools, request, reply, language, place, rule };
  const context = pageContext(gateway, language);
  const { title, unknownRule: message } = context.interfaceText.objections;
  await sendPage(reply, errorPage(context, { status: 404, title, message }), { status: 404 });
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
