import { startServer } from '@parlance/gateway';
import { type Served } from './served.ts';

export interface ShippedOptions {
  readonly upstream: string;
  readonly packs: string;
  readonly data: string;
}

export interface ServedWithKey extends Served {
  readonly key: string | null;
}

/**
 * The gateway with everything on: checked pack, identifiers, metering, the embedded database on disk, an upstream of unknown jurisdiction, to which nothing personal
 * may go. Production mode would do the same work per request.
 */
export async function startShipped({ upstream, packs, data }: ShippedOptions): Promise<ServedWithKey> {
  const server = await startServer({
    mode: 'development',
    host: '127.0.0.1',
    port: 0,
    data,
    packs,
    country: null,
    packReload: 0,
    trust: null,
    metrics: null,
    releases: null,
    organisation: null,
    egress: 'minimise',
    keys: null,
    bodyLimit: 4 * 1024 * 1024,
    pageQuestions: 0,
    trustedProxies: [],
    log: 'info',
    embeddings: null,
    classifier: null,
    databaseUrl: null,
    logName: 'log.example',
    witnesses: null,
    turnKey: null,
    logAddKey: null,
    upstream: { baseUrl: `${upstream}/v1`, key: null, model: 'mock', jurisdiction: null, timeout: 60_000 },
  });
  return { address: server.address, key: server.developmentKey?.secret ?? null, close: () => server.close() };
}
