import { randomBytes } from 'node:crypto';
import { type Readable } from 'node:stream';
import { instructionsText } from '@parlance/pack';
import { type ChatRequest } from '@parlance/wire';
import { rulePage, tryAnswerEnd, tryAnswerStart, type TryContext, tryPage } from '@parlance/web';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, type LiveGateway, present, today } from '../gateway.ts';
import { preview } from '../turn/begin.ts';
import { createPasteUpstream } from '../upstream/paste-upstream.ts';
import { departureOf } from '../routes/write-stream.ts';
import { answerParts, newAnswerId } from './answer-parts.ts';
import { assets } from './assets.ts';
import { askChat } from './chat/ask-chat.ts';
import { answerPlaces } from './chat/answer-places.ts';
import { readFormBody } from './chat/form-body.ts';
import { KeptAnswers } from './chat/kept-answers.ts';
import { turnSeal } from './chat/turn-seal.ts';
import { visitorLimit } from './chat/visitor-limit.ts';
import { checkRule } from './check-rule.ts';
import { objectionRoutes } from './objections/objection-routes.ts';
import { registerRoutes } from './register/register-routes.ts';
import { refuseOtherSites } from './own-site.ts';
import { answerPhrases } from './phrases/answer-phrases.ts';
import { phraseRoutes } from './phrases/phrase-routes.ts';
import { pageContext, pageLanguage } from './page-context.ts';
import { sendPageFault } from './page-fault.ts';
import { pageForm, type PageForm } from './page-form.ts';
import { askPerson } from './person/ask-person.ts';
import { ruleExamples, ruleTitles } from './rule-examples.ts';
import { sendPage } from './send-page.ts';
import { tryExamples } from './try-examples.ts';
import { sendService, sendServices } from './services.ts';
import { streamPage } from './stream-page.ts';
import { askStudy } from './study/ask-study.ts';
import { ProgressSeal } from './study/progress.ts';
import { transparencyRoutes } from './transparency/transparency-routes.ts';
import { sendVerifyPage } from './verify.ts';

/** The pages: `/` asks, `/study` helps to learn, `/verify` checks a receipt, `/try` (development mode) shows the machinery on any text. */
export function pages(root: FastifyInstance, gateway: LiveGateway): void {
  assets(root);
  void root.register((app, _options, done) => {
    app.addHook('onRequest', (request, reply) => refuseOtherSites(gateway, request, reply));
    app.setErrorHandler((error: FastifyError, request, reply) => sendPageFault(present(gateway), error, { request, reply }));
    pageRoutes(app, gateway);
    objectionRoutes(app, gateway);
    transparencyRoutes(app, gateway);
    registerRoutes(app, gateway);
    done();
  });
}

function pageRoutes(app: FastifyInstance, live: LiveGateway): void {
  const key = live.turnKey ?? randomBytes(32);
  const kept = new KeptAnswers(keeping);
  const { pageQuestions } = live.config;
  const tools = {
    kept,
    limit: visitorLimit(pageQuestions),
    visits: visitorLimit(visitsPerQuestion * pageQuestions),
    places: answerPlaces(places),
    seal: turnSeal(key),
    phrases: answerPhrases(),
  };
  // An answer that nobody reads any more is settled before the log closes.
  app.addHook('preClose', () => kept.close());
  phraseRoutes(app, tools.phrases);
  app.get('/', (request, reply) => askChat(present(live), tools, { request, reply }));
  app.get('/ask', (_request, reply) => reply.redirect('/'));
  void app.register((asking, _options, done) => {
    asking.removeContentTypeParser(formType);
    asking.addContentTypeParser(formType, (_request: FastifyRequest, body: Readable) => readFormBody(body, live.config.bodyLimit));
    asking.post('/ask', (request, reply) => askChat(present(live), tools, { request, reply }));
    done();
  });
  const studying = { ...tools, counting: new ProgressSeal(key) };
  app.get('/study', (request, reply) => askStudy(present(live), studying, { request, reply }));
  app.post('/study', (request, reply) => askStudy(present(live), studying, { request, reply }));
  app.get('/person', (request, reply) => askPerson(present(live), tools, { request, reply }));
  app.post('/person', (request, reply) => askPerson(present(live), tools, { request, reply }));
  app.get('/services', (request, reply) => {
    const gateway = present(live);
    return sendServices(gateway, reply, languageOf(gateway, request, readForm(request.query)));
  });
  app.get<{ Params: { id: string } }>('/services/:id', (request, reply) => {
    const gateway = present(live);
    const form = readForm(request.query);
    const language = languageOf(gateway, request, form);
    return sendService(gateway, reply, { id: request.params.id, language, beside: form.with });
  });
  app.get('/verify', (request, reply) => {
    const gateway = present(live);
    const form = readForm(request.query);
    return sendVerifyPage(gateway, reply, { language: languageOf(gateway, request, form), id: form.id });
  });
  if (live.config.mode !== 'development') return;
  app.get('/try', (request, reply) => {
    const gateway = present(live);
    const form = readForm(request.query);
    return sendPage(reply, tryPage(tryContext(gateway, languageOf(gateway, request, form), form)));
  });
  app.post('/try', (request, reply) => tryText(present(live), request, reply));
  app.get('/try/rule', (_request, reply) => reply.redirect('/try'));
  app.post('/try/rule', (request, reply) => {
    const gateway = present(live);
    const form = readForm(request.body);
    const context = tryContext(gateway, languageOf(gateway, request, form), form);
    return sendPage(reply, rulePage(context, checkRule(gateway.country, form.rule, today(gateway))));
  });
}

const formType = 'application/x-www-form-urlencoded';

/** Ten minutes, and 64 MiB of text at most. */
const keeping = { time: 600_000, size: 33_554_432, reserve: 262_144, longest: 2_097_152, readers: 4 } as const;

/** Many people may stand behind one address, and each answer holds an upstream. */
const places = { most: 256, mostOfOne: 32 } as const;

/** Forms that ask nothing, or for an answer that is there, cost little: so many for each question that may be asked. */
const visitsPerQuestion = 10;

function readForm(value: unknown): PageForm {
  return pageForm.catch(pageForm.parse({})).parse(value ?? {});
}

function languageOf(gateway: Gateway, request: FastifyRequest, form: PageForm): string {
  return pageLanguage(gateway.country, form.lang, request.headers['accept-language']);
}

async function tryText(gateway: Gateway, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const form = readForm(request.body);
  const language = languageOf(gateway, request, form);
  const context = tryContext(gateway, language, form);
  if (form.text.trim() === '') return sendPage(reply, tryPage(context), { status: 400 });
  const upstream = createPasteUpstream(form.text, form.speed);
  const chat: ChatRequest = { model: 'paste', messages: [{ role: 'user', content: form.q }], parlance: { language } };
  const { layers } = preview({
    request: chat,
    country: gateway.country,
    upstream,
    sector: gateway.country.defaultSector,
    today: today(gateway),
  });
  const question = { id: newAnswerId(), route: 'POST /try' as const, upstream, chat, language };
  await streamPage(
    gateway,
    { request, reply },
    {
      id: question.id,
      kind: { hasScript: true },
      before: tryAnswerStart(context),
      parts: answerParts(gateway, question, { departure: departureOf(reply), log: request.log }),
      after: tryAnswerEnd(context, instructionsText(layers)),
    },
  );
}

function tryContext(gateway: Gateway, language: string, form: PageForm): TryContext {
  const { country } = gateway;
  const examples = tryExamples(country, language);
  const titles = ruleTitles[language] ?? ruleTitles['en'];
  const rules = titles === undefined ? [] : ruleExamples(country, titles);
  return {
    ...pageContext(gateway, language),
    text: form.text === '' ? (examples[0]?.text ?? '') : form.text,
    question: form.q,
    speed: form.speed,
    rule: form.rule === '' ? (rules[0]?.yaml ?? '') : form.rule,
    examples,
    ruleExamples: rules,
    policy: gateway.log.policy,
  };
}
