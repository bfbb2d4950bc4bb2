import { type TransparencyContext, transparencyPage, type TransparencyView } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, type LiveGateway, present } from '../../gateway.ts';
import { sendFault } from '../../routes/send-fault.ts';
import { overviewFacts } from '../../transparency/overview-facts.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { sendPage } from '../send-page.ts';
import { readTransparencyForm, type TransparencyForm } from './transparency-form.ts';

/** Somebody on one of the pages. */
export interface TransparencyVisit {
  readonly live: LiveGateway;
  readonly gateway: Gateway;
  readonly form: TransparencyForm;
  readonly language: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export function visitOf(live: LiveGateway, request: FastifyRequest, reply: FastifyReply): TransparencyVisit {
  const gateway = present(live);
  const form = readTransparencyForm(request.query);
  const language = pageLanguage(gateway.country, form.lang, request.headers['accept-language']);
  return { live, gateway, form, language, request, reply };
}

/** The facts of a page as data where they are asked for so, else the page. */
export async function tell(visit: TransparencyVisit, view: TransparencyView): Promise<void> {
  if (visit.form.format === 'json') {
    await visit.reply.header('cache-control', 'no-store').send(view.facts);
    return;
  }
  await sendPage(visit.reply, transparencyPage(contextOf(visit), view));
}

export type Missing = NonNullable<TransparencyContext['missing']>;

/** What is not there is told on the first page, with all that there is. */
export async function tellMissing(visit: TransparencyVisit, missing: Missing): Promise<void> {
  if (visit.form.format === 'json') {
    await sendFault(visit.reply, { code: 'not_found', message: messages[missing] });
    return;
  }
  const facts = overviewFacts(visit.gateway, visit.language);
  await sendPage(visit.reply, transparencyPage({ ...contextOf(visit), missing }, { kind: 'overview', facts }), { status: 404 });
}

const messages: Readonly<Record<Missing, string>> = {
  'not-here': 'there is no such page; /transparency names all that there are',
  'unknown-version': 'no such version has been in force here; /transparency/packs names all that have',
  'files-gone': 'this server has no files of this version any more; the log still names it',
};

export function contextOf({ gateway, language }: TransparencyVisit): TransparencyContext {
  return { ...pageContext(gateway, language), missing: null };
}
