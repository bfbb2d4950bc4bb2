import { join } from 'node:path';
import { type startServer } from '../apps/gateway/src/server/start-server.ts';

type Settings = Parameters<typeof startServer>[0];

/** Settings of a whole server under test: a free port, its state in `home`, the pack of Estonia, no model and no other service. */
export function serverSettings(home: string, own: Partial<Settings> = {}): Settings {
  return {
    mode: 'development',
    host: '127.0.0.1',
    port: 0,
    data: join(home, 'data'),
    packs: join(import.meta.dirname, '..', 'packs', 'ee'),
    country: null,
    packReload: 0,
    trust: null,
    metrics: null,
    releases: null,
    organisation: null,
    egress: 'minimise',
    keys: null,
    upstream: null,
    bodyLimit: 1_000_000,
    pageQuestions: 0,
    trustedProxies: [],
    log: 'silent',
    embeddings: null,
    classifier: null,
    databaseUrl: null,
    logName: 'log.example',
    witnesses: null,
    turnKey: null,
    logAddKey: null,
    ...own,
  };
}

/** A server that answers in production with what was released in `home`. */
export function releasedSettings(home: string): Settings {
  return serverSettings(home, {
    mode: 'production',
    packs: join(home, 'none'),
    country: 'EE',
    releases: join(home, 'releases'),
    trust: join(home, 'trust.yaml'),
  });
}
