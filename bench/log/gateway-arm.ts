import { startServer } from '@parlance/gateway';
import { type AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { type ServedWithKey } from '../gateway/gateway-as-shipped.ts';
import { type Setup } from '../gateway/worker.ts';
import { built } from './built.ts';

/** A gateway of this benchmark, as a process of its own. */
export interface ArmSetup extends Setup {
  readonly role: 'gateway';
  /** False: its recorder keeps nothing and promises nothing. */
  readonly records: boolean;
}

/** With which leaves are added. */
export const addKey = 'add-key-of-the-benchmark-0123456789';

/** The server as shipped, whose requests come in by a second door: there the recorder may be one that keeps nothing, and everything else is the same. */
export async function startArm({ upstream, packs, data, records }: ArmSetup): Promise<ServedWithKey> {
  const { createApp } = await built('app');
  const server = await startServer({
    ...{
      mode: 'development',
      host: '127.0.0.1',
      port: 0,
      data,
      packs,
      country: null,
      organisation: null,
      egress: 'minimise',
      keys: null,
      packReload: 0,
      trust: null,
      metrics: null,
      releases: null,
    },
    ...{ bodyLimit: 4 * 1024 * 1024, pageQuestions: 0, trustedProxies: [], log: 'info' },
    ...{ embeddings: null, classifier: null, databaseUrl: null, logName: 'log.example', witnesses: null },
    turnKey: null,
    logAddKey: createHash('sha256').update(addKey).digest(),
    upstream: { baseUrl: `${upstream}/v1`, key: null, model: 'mock', jurisdiction: null, timeout: 60_000 },
  });
  const { log } = server.gateway;
  const app = createApp({ ...server.gateway, log: records ? log : { ...log, ...keepsNothing } });
  app.server.keepAliveTimeout = 120_000;
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    key: server.developmentKey?.secret ?? null,
    close: async () => {
      await app.close();
      await server.close();
    },
  };
}

const keepsNothing = {
  intend: () => Promise.resolve(),
  settle: () => Promise.resolve({ position: 0n, promise: { note: '', index: 0, path: '' }, deadline: new Date(0).toISOString() }),
};
