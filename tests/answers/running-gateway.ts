import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { startServer } from '../../apps/gateway/src/server/start-server.ts';
import { serverSettings } from '../server-settings.ts';

const root = join(import.meta.dirname, '..', '..');

export interface TestGateway {
  readonly address: string;
  readonly key: string;
  readonly client: OpenAI;
  readonly dataFolder: string;
  close(): Promise<void>;
}

/** The real server on a free port, with an example pack, and the embedded store. Without an upstream the cards of the pack answer. */
export async function startGateway(
  upstreamUrl: string | null = null,
  pack = 'ee',
  settings: Parameters<typeof serverSettings>[1] = {},
): Promise<TestGateway> {
  const data = mkdtempSync(join(tmpdir(), 'parlance-test-'));
  const server = await startServer(
    serverSettings(data, {
      data,
      packs: join(root, 'packs', pack),
      upstream: upstreamUrl === null ? null : { baseUrl: upstreamUrl, key: null, model: null, jurisdiction: null, timeout: 600_000 },
      bodyLimit: 4 * 1024 * 1024,
      ...settings,
    }),
  );
  const key = server.developmentKey?.secret ?? '';
  return {
    address: server.address,
    dataFolder: data,
    key,
    client: new OpenAI({ baseURL: `${server.address}/v1`, apiKey: key, maxRetries: 0 }),
    async close() {
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A request that asks one thing. */
export function asking(content: string, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return { model: 'parlance', messages: [{ role: 'user', content }], ...rest };
}
