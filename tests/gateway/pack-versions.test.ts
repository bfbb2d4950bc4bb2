import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PackFiles } from '@parlance/pack';
import { addStep, storePack } from '@parlance/pack/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../apps/gateway/src/server/start-server.ts';
import { minimalPack } from '../../packages/pack/src/check/minimal-pack.ts';
import { digestOfPack } from '../../packages/pack/src/format/pack-digest.ts';
import { packWith, released, rollback, trustText, versionOf } from '../../packages/pack/src/release/testing/released-pack.ts';
import { releasedSettings } from '../server-settings.ts';

const now = (): Date => new Date('2026-11-21T10:00:00Z');
const restriction = 'restrictions/tobacco-promotion.yaml';
const law = (minimalPack[restriction] ?? '')
  .replace('article: § 17', 'article: § 17 (1)')
  .replaceAll('order cheap', 'buy cheap')
  .replaceAll('Order cheap', 'Buy cheap');

let home = '';
let server: RunningServer;
let first: PackFiles;
let second: PackFiles;
let third: PackFiles;

async function stored(files: PackFiles, number: number | null): Promise<void> {
  const folder = { releases: join(home, 'releases'), country: 'EE' };
  await storePack(folder, files);
  if (number !== null) await addStep(folder, { number, bytes: files.get('pack.sig') ?? new Uint8Array() });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'parlance-versions-'));
  writeFileSync(join(home, 'trust.yaml'), await trustText());
  first = await released(packWith());
  second = await released(versionOf('0.2.0', { [restriction]: law }), { before: first });
  third = await released(versionOf('0.3.0'), { before: second });
  await stored(first, 1);
  await stored(second, null);
  await stored(third, null);
  server = await startServer(releasedSettings(home), now);
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

const pageAt = async (path: string) => {
  const response = await fetch(server.address + path);
  return { status: response.status, text: await response.text() };
};
const dataAt = async (path: string): Promise<unknown> => JSON.parse((await pageAt(path)).text);
const versions = async () => ((await dataAt('/transparency/packs?format=json')) as { versions: Record<string, unknown>[] }).versions;
const compared = () => `/transparency/packs/compare?from=${digestOfPack(first)}&to=${digestOfPack(second)}`;

describe('a version that lies there and has never been in force', () => {
  test('is on no page, and nothing can be compared with it', async () => {
    expect((await versions()).map(({ version }) => version)).toEqual(['0.1.0']);
    for (const path of [`/transparency/packs/${digestOfPack(second)}`, compared()]) expect((await pageAt(path)).status, path).toBe(404);
  });
});

describe('once the next version is in force', () => {
  beforeAll(async () => {
    await stored(second, 2);
    await server.reload();
  });

  test('both are told, the newest first, with who signed and where the log says so', async () => {
    const [newest, oldest] = await versions();
    expect([newest?.['version'], oldest?.['version']]).toEqual(['0.2.0', '0.1.0']);
    expect(newest).toMatchObject({ change: 'legal', from: '2026-11-21T10Z', until: null, previous: digestOfPack(first) });
    expect(newest?.['signedBy']).toHaveLength(4);
    expect(oldest).toMatchObject({
      change: 'safety',
      until: '2026-11-21T10Z',
      leaf: { log: 'log.example/2026h2', position: '1' },
      previous: null,
    });
  });

  test('the page of the old one still has its rules, its reviewers with their roles, and the entries of the log', async () => {
    const { status, text } = await pageAt(`/transparency/packs/${digestOfPack(first)}?lang=en`);
    expect(status).toBe(200);
    expect(text).toContain('Reklaamiseadus, § 17 (EE)');
    expect(text).toMatch(/<code dir="ltr">lars\.legal\+[0-9a-f]{8}<\/code> \(Words for transparency\.roles\.legal, November 21, 2026\)/);
    expect(text).toMatch(/log-entry <bdi>\d+<\/bdi> <bdi><a href="\/log\/2026h2\/checkpoint"><code dir="ltr">log\.example\/2026h2/);
  });

  test('every difference is told in a sentence, and what is looked for is not shown on the page', async () => {
    const { status, text } = await pageAt(`${compared()}&lang=en`);
    expect(status).toBe(200);
    expect(text).toContain('Words for transparency.changes.version');
    expect(text).toContain('Words for transparency.changes.law <bdi><code>tobacco-promotion</code></bdi>');
    expect(text).toContain('Words for transparency.changes.matcher <bdi><code>tobacco-promotion</code></bdi>');
    expect(text).not.toContain('cheap cigarettes');
    const data = (await dataAt(`${compared()}&format=json`)) as {
      compared: { all: number; changes: { file: string; field: string; class: string }[] };
    };
    expect(data.compared.all).toBe(data.compared.changes.length);
    expect(data.compared.changes.map(({ field }) => field)).toEqual([
      'legal_basis.article',
      'match.terms.0',
      'fixtures.hits.0',
      'fixtures.hits.1',
      'version',
    ]);
  });

  test('a version compared with itself says the same, and a third that waits is still nowhere', async () => {
    const digest = digestOfPack(second);
    expect((await pageAt(`/transparency/packs/compare?from=${digest}&to=${digest}&lang=en`)).text).toContain(
      'Words for transparency.compare.same',
    );
    expect((await pageAt(`/transparency/packs/${digestOfPack(third)}`)).status).toBe(404);
    expect((await pageAt(`/packs/ee/${digestOfPack(third)}`)).status).toBe(404);
  });
});

describe('once a version came back', () => {
  beforeAll(async () => {
    const bytes = await rollback({ to: digestOfPack(first), left: digestOfPack(second), reason: 'court' });
    await addStep({ releases: join(home, 'releases'), country: 'EE' }, { number: 3, bytes });
    await server.reload();
  });

  test('the reason that the signed step gives stands where it came back, and nowhere else', async () => {
    expect((await versions()).map((each) => [each['version'], each['cameBack']])).toEqual([
      ['0.1.0', 'court'],
      ['0.2.0', null],
      ['0.1.0', null],
    ]);
    const { text } = await pageAt('/transparency/packs?lang=en');
    expect(text.match(/Words for transparency\.reasons\.court/g)).toHaveLength(1);
  });
});
