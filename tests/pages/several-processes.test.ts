import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../apps/gateway/src/server/start-server.ts';
import { serverSettings } from '../server-settings.ts';
import { bodyOf, carriedIn, textOf } from './asking.ts';

type Server = Awaited<ReturnType<typeof startServer>>;

const declared = new Uint8Array(32).fill(7);
const starts: (() => Promise<Server>)[] = [declared, declared, null].map((turnKey) => {
  const home = mkdtempSync(join(tmpdir(), 'parlance-processes-'));
  return () => startServer(serverSettings(home, { turnKey }));
});
let servers: readonly Server[];

beforeAll(async () => {
  servers = await Promise.all(starts.map((start) => start()));
}, 180_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

const asked = 'How do I apply for a passport?';

/** A page of the conversation that is led on in another language of the pages, which asks nobody. */
async function goneOnAt(server: Server | undefined, turns: readonly string[]): Promise<string> {
  const response = await fetch(`${server?.address ?? ''}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', to: 'et', turn: turns }) });
  return textOf(await response.text());
}

test('a turn that one process signed opens in another with the same key, and not in one with a key of its own, which says so', async () => {
  const [first, second, stranger] = servers;
  const page = await (await fetch(`${first?.address ?? ''}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', q: asked }) })).text();
  const turns = carriedIn(page);
  expect(turns).toHaveLength(1);
  expect(await goneOnAt(second, turns)).toContain(asked);
  const lost = await goneOnAt(stranger, turns);
  expect(lost).not.toContain(asked);
  expect(lost).toContain('Osa vestlusest jäi välja');
});
