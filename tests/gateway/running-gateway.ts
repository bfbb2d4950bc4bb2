import { type AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { createApp } from '../../apps/gateway/src/app.ts';
import { type Country } from '../../apps/gateway/src/country/country.ts';
import { type Gateway, type LiveGateway } from '../../apps/gateway/src/gateway.ts';
import { publishedReports } from '../../apps/gateway/src/register/published/published-reports.ts';
import { type CitationRow } from '../../apps/gateway/src/store/citation-row.ts';
import { type Citations } from '../../apps/gateway/src/store/citation-writer.ts';
import { type KeyFacts } from '../../apps/gateway/src/store/key-facts.ts';
import { type Usage } from '../../apps/gateway/src/store/usage-writer.ts';
import { createOpenaiUpstream } from '../../apps/gateway/src/upstream/openai/openai-upstream.ts';
import { watchUpstream } from '../../apps/gateway/src/upstream/watch-upstream.ts';
import { type Upstream } from '../../apps/gateway/src/upstream/upstream.ts';
import { ScalePatterns } from '../../apps/gateway/src/use-control/scale-patterns.ts';
import { memoryLog } from './memory-log.ts';
import { sampleCountry } from './sample-country.ts';

export const key = 'pk-parlance-test';

export const facts = {
  id: 'key-1',
  tenant: 'tenant-1',
  prefix: 'pk',
  purpose: 'test',
  office: 'test',
  about: '',
  sector: null,
  ageBand: 'any-age',
  createdAt: new Date(0),
  expiresAt: null,
  revokedAt: null,
} as unknown as KeyFacts;

export interface PostOptions {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface RunningGateway {
  readonly url: string;
  readonly client: OpenAI;
  readonly used: Usage[];
  /** Every byte that was logged. */
  readonly logged: () => string;
  /** To chat completions unless `path` says otherwise. */
  post(body: unknown, init?: PostOptions): Promise<Response>;
  close(): Promise<void>;
}

export interface GatewayParts {
  /** Address of an OpenAI-compatible server. */
  readonly upstreamUrl?: string;
  readonly upstream?: Upstream;
  readonly jurisdiction?: string | null;
  readonly timeout?: number;
  readonly country?: Country;
  /** Packs that are replaced while the gateway runs. */
  readonly countries?: LiveGateway['countries'];
  readonly bodyLimit?: number;
  readonly pageQuestions?: number;
  /** Whether what is used can be counted; true unless given. */
  readonly hasRoom?: boolean;
  readonly mode?: 'development' | 'production';
  /** What the store has of citations. */
  readonly citationRows?: readonly CitationRow[];
  /** Gets what is counted. */
  readonly counted?: Citations[];
  readonly reranker?: Gateway['reranker'];
  readonly judge?: Gateway['judge'];
  readonly metrics?: Gateway['metrics'];
  readonly log?: Gateway['log'];
  readonly adding?: Gateway['adding'];
  /** What the one key that works is for. */
  readonly keyFacts?: Partial<KeyFacts>;
  readonly egress?: Gateway['config']['egress'];
  readonly servers?: Gateway['servers'];
  readonly uses?: Gateway['uses'];
  readonly purposes?: Gateway['purposes'];
  readonly objections?: Gateway['store']['objections'];
  readonly register?: Gateway['store']['register'];
  readonly turnKey?: Gateway['turnKey'];
  /** Of what was published; nothing unless given. */
  readonly reportsFolder?: string;
  readonly office?: Gateway['office'];
  readonly now?: () => Date;
}

/** A gateway whose store is in memory. */
export function gatewayOf(parts: GatewayParts, used: Usage[] = []): LiveGateway {
  const { jurisdiction = null, timeout = 5000, country = sampleCountry() } = parts;
  const upstream =
    parts.upstream ?? createOpenaiUpstream({ baseUrl: parts.upstreamUrl ?? '', key: 'upstream-key', model: null, jurisdiction, timeout });
  return {
    config: configOf(parts),
    countries: parts.countries ?? { current: () => country, find: () => Promise.resolve(null), refused: () => null },
    upstream: watchUpstream(upstream, () => new Date('2026-11-21T10:00:00Z')),
    store: storeOf(parts),
    keys: { find: (secret) => Promise.resolve(secret === key ? { ...facts, ...parts.keyFacts } : null) },
    usage: { add: (usage) => used.push(usage), hasRoom: parts.hasRoom ?? true },
    ...modelsOf(parts),
    log: parts.log ?? memoryLog(),
    ...desksOf(parts),
    ...useControlOf(parts),
    pageKey: facts,
    turnKey: parts.turnKey ?? null,
    now: parts.now ?? (() => new Date('2026-11-21T10:00:00Z')),
  };
}

function desksOf({ adding, office, reportsFolder = '/nonexistent' }: GatewayParts): Pick<Gateway, 'adding' | 'office' | 'reports'> {
  return { adding: adding ?? null, office: office ?? null, reports: publishedReports(reportsFolder) };
}

const emptyRegister: Gateway['store']['register'] = {
  sizes: () => Promise.resolve(new Map()),
  changedCells: () => Promise.resolve([]),
  totals: () => Promise.resolve({ answers: new Map(), decisions: [] }),
  blocks: () => Promise.resolve([]),
};

function storeOf({ citationRows, objections, register }: GatewayParts): Gateway['store'] {
  const none = () => Promise.reject(new Error('this gateway has no store of objections'));
  const without = {
    add: none,
    find: none,
    findByCode: none,
    list: none,
    decide: none,
    unlogged: none,
    noteLeaf: none,
    counts: none,
    forget: none,
  };
  return {
    ping: () => Promise.resolve(),
    citations: { list: () => Promise.resolve(citationRows ?? []) },
    objections: objections ?? without,
    register: register ?? emptyRegister,
  };
}

function configOf({
  mode = 'development',
  bodyLimit = 1_000_000,
  egress = 'minimise',
  pageQuestions = 0,
}: GatewayParts): Gateway['config'] {
  return { host: '127.0.0.1', mode, bodyLimit, log: 'debug', egress, pageQuestions, trustedProxies: [], releases: null };
}

function useControlOf({ uses, purposes }: GatewayParts): Pick<Gateway, 'uses' | 'purposes'> {
  const counting = new ScalePatterns({ now: () => new Date('2026-11-21T10:00:00Z'), secret: new Uint8Array(32) });
  return { uses: uses ?? counting, purposes: purposes ?? [] };
}

function modelsOf({
  counted,
  metrics,
  reranker,
  judge,
  servers,
}: GatewayParts): Pick<Gateway, 'citations' | 'metrics' | 'reranker' | 'judge' | 'servers'> {
  const citations = { add: (citations: Citations) => counted?.push(citations) };
  const told = servers ?? { safeguard: null, embeddings: null };
  return { citations, metrics: metrics ?? null, reranker: reranker ?? null, judge: judge ?? null, servers: told };
}

/** The whole server but for the database, on a real socket. */
export async function startGateway(parts: GatewayParts): Promise<RunningGateway> {
  const used: Usage[] = [];
  const lines: string[] = [];
  const gateway = gatewayOf(parts, used);
  const app = createApp(gateway, { write: (line) => lines.push(line) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    client: new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 }),
    used,
    logged: () => lines.join(''),
    post: (body, init = {}) =>
      fetch(`${url}${init.path ?? '/v1/chat/completions'}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...init.headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...(init.signal === undefined ? {} : { signal: init.signal }),
      }),
    close: async () => {
      await app.close();
    },
  };
}

export const question = (content: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  model: 'parlance',
  messages: [{ role: 'user', content }],
  ...more,
});
