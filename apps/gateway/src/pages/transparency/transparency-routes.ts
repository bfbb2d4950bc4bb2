import { canonicalJson } from '@parlance/core';
import { charterDocument } from '@parlance/charter';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { envelopeOf } from '../../errors.ts';
import { type LiveGateway } from '../../gateway.ts';
import { charterFacts } from '../../transparency/charter-facts.ts';
import { instructionsFacts } from '../../transparency/instructions-facts.ts';
import { overviewFacts } from '../../transparency/overview-facts.ts';
import { purposesFacts } from '../../transparency/purposes-facts.ts';
import { systemFacts } from '../../transparency/system-facts.ts';
import { visitorLimit } from '../chat/visitor-limit.ts';
import { isTooMany, mostFiles, mostPages, sendTooMany } from '../register/too-many.ts';
import { tellDrift } from './drift-visit.ts';
import { tellComparison, tellPack, tellPacks } from './pack-visit.ts';
import { sendReport, tellReports } from './reports-visit.ts';
import { tell, tellMissing, type TransparencyVisit, visitOf } from './transparency-visit.ts';

type Visiting = (visit: TransparencyVisit, params: Readonly<Record<string, string>>) => Promise<void>;

/** What binds the assistant, what the country changes, what the model is told, who uses it, and what runs here: for everybody, without a key. */
export function transparencyRoutes(app: FastifyInstance, live: LiveGateway): void {
  const page = (path: string, visiting: Visiting): void => {
    app.get<{ Params: Record<string, string> }>(path, (request: FastifyRequest<{ Params: Record<string, string> }>, reply: FastifyReply) =>
      visiting(visitOf(live, request, reply), request.params),
    );
  };
  const pages = visitorLimit(mostPages);
  /** A page that costs as much as one of the register, or grows with the log or the pack; the others are cheap. */
  const costly = (path: string, visiting: Visiting): void => {
    page(path, async (visit, params) => ((await isTooMany(pages, visit)) ? tellTooMany(visit) : visiting(visit, params)));
  };
  page('/transparency', (visit) => tell(visit, { kind: 'overview', facts: overviewFacts(visit.gateway, visit.language) }));
  costly('/transparency/charter', async (visit) =>
    tell(visit, { kind: 'charter', facts: await charterFacts(visit.gateway, visit.language) }),
  );
  page('/transparency/packs', tellPacks);
  costly('/transparency/packs/compare', tellComparison);
  costly('/transparency/packs/:digest', (visit, { digest = '' }) => tellPack(visit, digest));
  costly('/transparency/instructions', (visit) =>
    tell(visit, { kind: 'instructions', facts: instructionsFacts(visit.gateway, visit.form, visit.language) }),
  );
  page('/transparency/purposes', (visit) => tell(visit, { kind: 'purposes', facts: purposesFacts(visit.gateway) }));
  page('/transparency/system', async (visit) => tell(visit, { kind: 'system', facts: await systemFacts(visit.gateway) }));
  costly('/transparency/drift', tellDrift);
  page('/transparency/reports', tellReports);
  const reports = visitorLimit(mostFiles);
  page('/transparency/reports/:file', async (visit, { file = '' }) =>
    (await isTooMany(reports, visit)) ? sendTooMany(visit.gateway, visit.language, visit.reply) : sendReport(visit, file),
  );
  page('/transparency/*', (visit) => tellMissing(visit, 'not-here'));
  charterRoute(app);
}

async function tellTooMany({ gateway, form, language, reply }: TransparencyVisit): Promise<void> {
  if (form.format !== 'json') {
    await sendTooMany(gateway, language, reply);
    return;
  }
  const fault = {
    code: 'overloaded',
    message: 'too many pages were asked for from your connection; Retry-After says when to come again',
  } as const;
  await reply.code(429).header('cache-control', 'no-store').send(envelopeOf(fault));
}

/** `GET /charter`: all that binds, in the very bytes whose SHA-256 is the digest of the charter. */
function charterRoute(app: FastifyInstance): void {
  const bytes = canonicalJson(charterDocument());
  app.get('/charter', (_request, reply) => reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(bytes));
}
