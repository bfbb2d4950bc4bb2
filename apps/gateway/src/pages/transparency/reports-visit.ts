import { createHash } from 'node:crypto';
import { oncePer } from '@parlance/pack';
import { type FastifyRequest } from 'fastify';
import { codingFor, codings } from '../../routes/compressed.ts';
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
  const coding = file.form === 'pdf' ? null : codingFor(request.headers['accept-encoding'], codings);
  const mark = `"${file.sha256}"`;
  reply.headers({
    // The tag is the file's. Compressed it is the same file in other bytes, which a strong tag would deny (RFC 9110, 8.8.1).
    etag: coding === null ? mark : `W/${mark}`,
    vary: 'accept-encoding',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': policyOf(file),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  const known = request.headers['if-none-match'] ?? '';
  if (known.split(',').some((each) => each.trim().replace(/^W\//, '') === mark)) return reply.code(304).send();
  if (coding !== null) reply.header('content-encoding', coding);
  return reply.type(types[file.form]).send(await file.inCoding(coding));
}

/** A report stands alone: it may use the style that is written in it, and nothing else. */
const policyOf = oncePer(({ form, bytes }: ReportFile): string => {
  const [, style] = form === 'html' ? (/<style>([^<]*)<\/style>/.exec(bytes.toString()) ?? []) : [];
  const own = style === undefined ? '' : ` style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';`;
  return `default-src 'none';${own} form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
});
