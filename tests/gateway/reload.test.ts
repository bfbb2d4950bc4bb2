import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../apps/gateway/src/server/start-server.ts';
import { fileURLToPath } from 'node:url';
import { serverSettings } from '../server-settings.ts';

const example = fileURLToPath(new URL('../../packs/ee', import.meta.url));

let home: string;
let server: RunningServer;
const packs = (): string => join(home, 'ee');
const manifest = (): string => join(packs(), 'pack.yaml');

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'parlance-reload-'));
  cpSync(example, packs(), { recursive: true });
  server = await startServer(serverSettings(home, { packs: packs() }));
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

beforeEach(() => {
  writeFileSync(manifest(), readFileSync(join(example, 'pack.yaml')));
});

function release(version: string): void {
  writeFileSync(manifest(), readFileSync(manifest(), 'utf8').replace(/^version: .*$/m, `version: ${version}`));
}

async function ask(): Promise<Response> {
  return fetch(`${server.address}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.developmentKey?.secret ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content: 'How do I get a passport?' }], stream: true }),
  });
}

interface Versions {
  readonly header: string | null;
  readonly end: unknown;
}

/** Which version of the pack the headers of an answer name, and which its end. */
async function versionsOf(response: Response): Promise<Versions> {
  const body = await response.text();
  const last = body.split('\n\n').findLast((frame) => frame.includes('"ending"')) ?? '';
  const end = /"pack":\{[^}]*"version":"([^"]+)"/.exec(last)?.[1];
  return { header: /@([^;]+);/.exec(response.headers.get('parlance-pack') ?? '')?.[1] ?? null, end };
}

async function state(): Promise<unknown> {
  return ((await (await fetch(`${server.address}/readyz`)).json()) as { pack: unknown }).pack;
}

describe('a pack that changes while the server runs', () => {
  test('comes into force without a restart', async () => {
    release('0.2.0');
    await server.reload();
    expect(await versionsOf(await ask())).toEqual({ header: '0.2.0', end: '0.2.0' });
    expect(await state()).toMatchObject({ version: '0.2.0', refused: null });
  });

  test('does not change an answer that has begun', async () => {
    release('0.3.0');
    await server.reload();
    const begun = await ask();
    release('0.4.0');
    await server.reload();
    expect(await versionsOf(begun)).toEqual({ header: '0.3.0', end: '0.3.0' });
    expect(await versionsOf(await ask())).toEqual({ header: '0.4.0', end: '0.4.0' });
  });

  test('and is broken leaves the one in force untouched, and says so', async () => {
    release('0.5.0');
    await server.reload();
    writeFileSync(manifest(), 'id: EE\nid: EE\n');
    await server.reload();
    expect(await versionsOf(await ask())).toEqual({ header: '0.5.0', end: '0.5.0' });
    expect(await state()).toMatchObject({ version: '0.5.0', refused: 'pack_not_loaded' });
  });
});
