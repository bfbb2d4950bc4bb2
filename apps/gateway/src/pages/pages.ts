import { instructionsText } from '@parlance/pack';
import { type ChatRequest } from '@parlance/wire';
import {
  answerPageEnd,
  answerPageStart,
  errorPage,
  homePage,
  rulePage,
  tryAnswerEnd,
  tryAnswerStart,
  type TryContext,
  tryPage,
} from '@parlance/web';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, type LiveGateway, present, today } from '../gateway.ts';
import { preview } from '../turn/turn.ts';
import { createPasteUpstream } from '../upstream/paste-upstream.ts';
import { defaultModel } from '../upstream/resolve-model.ts';
import { streamAnswer } from './ask.ts';
import { assets } from './assets.ts';
import { checkRule } from './check-rule.ts';
import { refuseOtherSites } from './own-site.ts';
import { pageContext, pageLanguage } from './page-context.ts';
import { pageForm, type PageForm } from './page-form.ts';
import { ruleExamples, ruleTitles } from './rule-examples.ts';
import { sendPage } from './send-page.ts';
import { tryExamples } from './try-examples.ts';
import { sendVerifyPage } from './verify.ts';

/** The pages: `/` asks, `/verify` checks a receipt, `/try` (development mode) shows the machinery on any text. */
export function pages(root: FastifyInstance, gateway: LiveGateway): void {
  assets(root);
  void root.register((app, _options, done) => {
    app.addHook('onRequest', (request, reply) => refuseOtherSites(gateway, request, reply));
    pageRoutes(app, gateway);
    done();
  });
}

function pageRoutes(app: FastifyInstance, live: LiveGateway): void {
  app.get('/', (request, reply) => {
    const gateway = present(live);
    return sendPage(reply, homePage(pageContext(gateway, languageOf(gateway, request, readForm(request.query)))));
  });
  app.get('/ask', (_request, reply) => reply.redirect('/'));
  app.post('/ask', (request, reply) => ask(present(live), request, reply));
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

function readForm(value: unknown): PageForm {
  return pageForm.catch(pageForm.parse({})).parse(value ?? {});
}

function languageOf(gateway: Gateway, request: FastifyRequest, form: PageForm): string {
  return pageLanguage(gateway.country, form.lang, request.headers['accept-language']);
}

async function ask(gateway: Gateway, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const form = readForm(request.body);
  const language = languageOf(gateway, request, form);
  const context = pageContext(gateway, language);
  const question = form.q.trim();
  if (question === '') return sendPage(reply, homePage(context), { status: 400 });
  if (!gateway.usage.hasRoom)
    return sendPage(
      reply,
      errorPage(context, { status: 503, title: 'Parlance', message: gateway.country.words(language).format('ending.outage') }),
      { status: 503 },
    );
  const chat: ChatRequest = { model: gateway.upstream.defaultModel ?? defaultModel, messages: [{ role: 'user', content: question }] };
  // The page keeps the language that was chosen; the answer has the language of the question, if it says any.
  const hints = { page: language, accepted: request.headers['accept-language'] };
  const { language: spoken } = preview({
    request: chat,
    country: gateway.country,
    upstream: gateway.upstream,
    sector: gateway.pageKey?.sector ?? gateway.country.defaultSector,
    today: today(gateway),
    hints,
  });
  await streamAnswer(gateway, {
    request,
    reply,
    upstream: gateway.upstream,
    route: 'POST /ask',
    chat,
    language: spoken,
    // Who reads a page in a language without answers reads the words around the answer in it too.
    wordsLanguage: context.answersIn.length > 0 ? language : spoken,
    hints,
    before: answerPageStart(context, question, spoken),
    after: answerPageEnd(context),
  });
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
  await streamAnswer(gateway, {
    request,
    reply,
    upstream,
    route: 'POST /try',
    chat,
    language,
    before: tryAnswerStart(context),
    after: tryAnswerEnd(context, instructionsText(layers)),
    hasScript: true,
  });
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
