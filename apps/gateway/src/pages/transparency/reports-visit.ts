import { createHash } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { type ReportFile } from '../../register/published/published-reports.ts';
import { tell, tellMissing, type TransparencyVisit } from './transparency-visit.ts';

/** `GET /transparency/reports`: what was published, with what it takes to cite it and to make it again. */
export async function tellReports(visit: TransparencyVisit): Promise<void> {
  await tell(visit, { kind: 'reports', facts: { site: siteOf(visit.request), reports: await visit.gateway.reports.list() } });
}

/** Where this server is, by the name that it was asked under; a page is sent to nobody else. */
function siteOf({ protocol, host }: FastifyRequest): string {
  const site = `${protocol}://${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(site) ? site : '';
}

const types: Readonly<Record<ReportFile['form'], string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

/** `GET /transparency/reports/<file>`: the bytes that were published, for good. */
export async function sendReport(visit: TransparencyVisit, name: string): Promise<void> {
  const { gateway, request, reply } = visit;
  const file = await gateway.reports.read(name);
  if (file === null) return tellMissing(visit, 'not-here');
  const mark = `"${file.sha256}"`;
  reply.headers({
    etag: mark,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': policyOf(file),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  const known = request.headers['if-none-match'] ?? '';
  if (known.split(',').some((each) => each.trim().replace(/^W\//, '') === mark)) return reply.code(304).send();
  return reply.type(types[file.form]).send(file.bytes);
}

/** A report stands alone: it may use the style that is written in it, and nothing else. */
function policyOf({ form, bytes }: ReportFile): string {
  const [, style] = form === 'html' ? (/<style>([^<]*)<\/style>/.exec(bytes.toString()) ?? []) : [];
  const own = style === undefined ? '' : ` style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';`;
  return `default-src 'none';${own} form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
}
