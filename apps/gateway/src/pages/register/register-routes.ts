import { errorPage, registerPage, registerPath } from '@parlance/web';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Gateway, type LiveGateway, present } from '../../gateway.ts';
import { keptView } from '../../register/list/register-view.ts';
import { sendFault } from '../../routes/send-fault.ts';
import { visitorLimit } from '../chat/visitor-limit.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { wantsPage } from '../send-missing.ts';
import { sendPage } from '../send-page.ts';
import { tellMissing, visitOf } from '../transparency/transparency-visit.ts';
import { registerContext } from './register-context.ts';
import { registerFile, registerFiles } from './register-files.ts';
import { readRegisterQuery } from './register-query.ts';
import { isTooMany, mostFiles, mostPages, sendTooMany } from './too-many.ts';

/** `/transparency/register` and its files. Nothing of a visit is kept but a number in memory. */
export function registerRoutes(app: FastifyInstance, live: LiveGateway): void {
  const view = keptView(live.store.register);
  const [pages, files] = [visitorLimit(mostPages), visitorLimit(mostFiles)];
  app.get(registerPath, async (request, reply) => {
    const gateway = present(live);
    const language = languageOf(gateway, request);
    if (await isTooMany(pages, { request, reply })) return sendTooMany(gateway, language, reply);
    const query = readRegisterQuery(request.query);
    const context = await registerContext({ gateway, language, query, now: await view.now() });
    return sendPage(reply, registerPage(context), { status: query.isStrange ? 400 : 200 });
  });
  app.get<{ Params: { file: string } }>(`${registerPath}/:file`, async (request, reply) => {
    const gateway = present(live);
    const file = registerFiles.find((name) => name === request.params.file);
    const language = languageOf(gateway, request);
    if (file === undefined) {
      if (wantsPage(request)) return tellMissing(visitOf(live, request, reply.header('vary', 'accept')), 'not-here');
      return sendFault(reply, { code: 'not_found', message: `the register has no such file; it has ${registerFiles.join(', ')}` });
    }
    if (await isTooMany(files, { request, reply })) return sendTooMany(gateway, language, reply);
    const query = readRegisterQuery(request.query);
    if (query.isStrange) return sendStrange(gateway, language, reply);
    const { body, next } = await registerFile(file, { store: gateway.store.register, now: await view.now(), query });
    if (next !== null) reply.header('link', `<${nextAddress(file, request, next)}>; rel="next"`);
    return reply
      .headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
      .type(file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .send(body);
  });
}

function nextAddress(file: string, request: FastifyRequest, before: string): string {
  const { choice } = readRegisterQuery(request.query);
  return `${registerPath}/${file}?${new URLSearchParams({ ...choice, before }).toString()}`;
}

const chosenLanguage = z.object({ lang: z.string().max(35) });

function languageOf({ country }: Gateway, { query, headers }: FastifyRequest): string {
  const chosen = chosenLanguage.safeParse(query);
  return pageLanguage(country, chosen.success ? chosen.data.lang : undefined, headers['accept-language']);
}

function sendStrange(gateway: Gateway, language: string, reply: FastifyReply): Promise<void> {
  const context = pageContext(gateway, language);
  const say = context.interfaceText.register;
  return sendPage(reply, errorPage(context, { status: 400, title: say('title'), message: say('unknown') }), { status: 400 });
}
