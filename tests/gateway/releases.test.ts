import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addStep, storePack } from '@parlance/pack/node';
import { type PackFiles } from '@parlance/pack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../apps/gateway/src/server/start-server.ts';
import { digestOfPack } from '../../packages/pack/src/format/pack-digest.ts';
import { packWith, released, rollback, trustText, versionOf } from '../../packages/pack/src/release/testing/released-pack.ts';
import { releasedSettings } from '../server-settings.ts';

const now = (): Date => new Date('2026-11-21T10:00:00Z');

const tobacco = 'ee.reks.17.tobacco-promotion';

let home: string;
let releases: string;
let server: RunningServer;
let first: PackFiles;
let second: PackFiles;

async function step(number: number, bytes: Uint8Array | undefined): Promise<void> {
  await addStep({ releases, country: 'EE' }, { number, bytes: bytes ?? new Uint8Array() });
  await server.reload();
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'parlance-releases-'));
  releases = join(home, 'releases');
  writeFileSync(join(home, 'trust.yaml'), await trustText());
  first = await released(packWith());
  second = await released(versionOf('0.1.1'), { before: first });
  for (const files of [first, second]) await storePack({ releases, country: 'EE' }, files);
  await addStep({ releases, country: 'EE' }, { number: 1, bytes: first.get('pack.sig') ?? new Uint8Array() });
  server = await startServer(releasedSettings(home), now);
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function state(): Promise<unknown> {
  return ((await (await fetch(`${server.address}/readyz`)).json()) as { pack: unknown }).pack;
}

/** The releases of packs in the log, in order: version, class and number of signers. */
async function releasesInLog(): Promise<readonly unknown[]> {
  const size = (await (await fetch(`${server.address}/log/checkpoint`)).text()).split('\n')[1] ?? '';
  const bytes = Buffer.from(await (await fetch(`${server.address}/log/tile/entries/000.p/${size}`)).arrayBuffer());
  const found: unknown[] = [];
  for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at)) {
    const leaf = JSON.parse(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)).toString()) as Record<string, unknown>;
    if (leaf['subject'] === 'pack') found.push([leaf['version'], leaf['change'], (leaf['signed_by'] as unknown[]).length]);
  }
  return found;
}

describe('a server in production mode, with a folder of releases', () => {
  test('answers with the release in force, and its signers are in the log', async () => {
    expect(await state()).toMatchObject({ version: '0.1.0', refused: null });
    expect(await releasesInLog()).toEqual([['0.1.0', 'safety', 4]]);
  });

  test('shows nobody a pack that lies there and is not yet in force', async () => {
    expect((await fetch(`${server.address}/packs/ee/${digestOfPack(second)}`)).status).toBe(404);
    expect((await fetch(`${server.address}/object?rule=${tobacco}@0.1.1&pack=${digestOfPack(second)}`)).status).toBe(404);
  });

  test('puts a release in force without a restart, after its leaf is in the log', async () => {
    await step(2, second.get('pack.sig'));
    expect(await state()).toMatchObject({ version: '0.1.1', refused: null });
    expect((await releasesInLog()).at(-1)).toEqual(['0.1.1', 'default', 4]);
    expect(await (await fetch(`${server.address}/packs/ee`)).json()).toMatchObject({ version: '0.1.1' });
  });

  test('leaves the one in force untouched when the next step was not signed by whoever may', async () => {
    await step(3, await rollback({ to: digestOfPack(first), left: digestOfPack(second), by: 'lars.legal' }));
    expect(await state()).toMatchObject({ version: '0.1.1', refused: 'pack_not_loaded' });
    expect(await releasesInLog()).toHaveLength(2);
    rmSync(join(releases, 'ee', 'history', '000003.json'));
    await server.reload();
    expect(await state()).toMatchObject({ version: '0.1.1', refused: null });
  });

  test('goes back in one step, and the log says so', async () => {
    await step(3, await rollback({ to: digestOfPack(first), left: digestOfPack(second) }));
    expect(await state()).toMatchObject({ version: '0.1.0', refused: null });
    expect((await releasesInLog()).map((each) => (each as unknown[])[0])).toEqual(['0.1.0', '0.1.1', '0.1.0']);
  });

  test('goes on with the one in force when a key is revoked, and says that it would not start with it', async () => {
    const path = join(home, 'trust.yaml');
    const all = readFileSync(path, 'utf8');
    writeFileSync(path, all.replace(/\n[^\n]*rita-release[^\n]*/u, ''));
    await server.reload();
    expect(await state()).toMatchObject({ version: '0.1.0', refused: 'pack_not_loaded' });
    writeFileSync(path, all);
  });
});

describe('GET /packs/<id>/<digest>', () => {
  const textsOf = (files: PackFiles) => Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));

  test('gives the very files, with signatures and reviews, of the pack in force and of one that was in force before', async () => {
    for (const files of [first, second]) {
      const digest = digestOfPack(files);
      const response = await fetch(`${server.address}/packs/ee/${digest}`);
      expect([response.status, await response.json()]).toEqual([200, { id: 'EE', digest, files: textsOf(files) }]);
    }
  });

  test.each([
    `ee/sha256:${'0'.repeat(64)}`,
    'ee/sha256:',
    'ee/pack.yaml',
    'ee/..%2f..%2ftrust.yaml',
    'ee/sha256:..%2f..%2f..%2ftrust.yaml',
    `ee/sha256:${'..%2f'.repeat(21)}a`,
    'ee/%2e%2e',
    'ee/%00',
    'ee/__proto__',
    `ee/${'x'.repeat(90)}`,
    '__proto__/constructor',
  ])('/packs/%s is not found, in the envelope of every error', async (path) => {
    const response = await fetch(`${server.address}/packs/${path}`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { error: { code: 'not_found', message: expect.any(String) as string } },
    ]);
  });

  test('of a digest in capitals, or under another country, is not found', async () => {
    const digest = digestOfPack(first);
    for (const path of [`ee/${digest.toUpperCase()}`, `ma/${digest}`, `xx/${digest}`])
      expect((await fetch(`${server.address}/packs/${path}`)).status, path).toBe(404);
  });
});
