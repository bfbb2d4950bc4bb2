import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextVersion, packWith } from '../../apps/gateway/src/preview/testing/pack-versions.ts';
import { startMockUpstream } from '../gateway/mock-upstream.ts';
import { outputOf, parlanceCommand, shown, stepsOf } from '../documented-server.ts';
import { finished } from './run-parlance.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'parlance-preview-'));
const [before, after] = [join(folder, 'before'), join(folder, 'after')];

function write(home: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), bytes);
  }
}

beforeAll(() => {
  write(before, packWith());
  write(after, packWith(nextVersion));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const preview = (...args: readonly string[]) => finished(['pack', 'preview', ...args, '--today', '2026-11-22']);

describe('parlance pack preview', () => {
  test('shows what readers would notice of a new version, with exit 0', async () => {
    const { code, text } = await preview(before, after);
    expect(text).toContain('[-60-]{+72+} euros');
    expect(text).toContain('+ left out: advertising, cause law, rule ee.reks.17.tobacco-promotion');
    expect(text).toContain('+ added: legal-notice, cause law, rule ee.aia.50.ai-notice');
    expect(text).toContain('country pack: EE [-0.1.0-]{+0.2.0+} (en)');
    expect(text).toMatch(/^en +2 +2 +0 +0 +0 +\+3 -0 +~/mu);
    expect(text).toContain('expectations that held and fail now: none');
    expect(text).not.toMatch(/cheap passports/iu);
    expect(code).toBe(0);
  });

  test('exits with 1 when an expectation that held fails now, and names it', async () => {
    const emptied = packWith([
      ['services/passport.yaml', 'How do I get a passport?', 'What is this card about?'],
      ['services/passport.yaml', 'en: Passport', 'en: Card'],
      ['services/passport.yaml', 'A passport costs 60 euros.', 'It costs 60 euros.'],
    ]);
    write(join(folder, 'emptied'), emptied);
    const { code, text } = await preview(before, join(folder, 'emptied'), '--json');
    expect(text).toContain('"ok": false');
    expect(text).toContain('"expectation": "broken"');
    expect(code).toBe(1);
  });

  test('takes the word none for a first version, and filters', async () => {
    const { code, text } = await preview('none', after, '--cases', '1', '--language', 'en');
    expect(text).toContain('nothing -> EE 0.2.0');
    expect(text).toContain('1 of 1 cases');
    expect(code).toBe(0);
  });

  test('asks a model with the key of the environment; a case that fails is told with its code', async () => {
    const model = await startMockUpstream();
    model.play((response) => {
      response.writeHead(429).end();
    });
    const args = ['pack', 'preview', 'none', after, '--cases', '1', '--upstream', model.url, '--model', 'mock-model'];
    const { code, text } = await finished(args, { PARLANCE_UPSTREAM_KEY: 'preview-key' });
    await model.close();
    expect(model.requests[0]?.headers.authorization).toBe('Bearer preview-key');
    expect(text).toContain('after: upstream_rate_limited');
    expect(text).not.toContain('preview-key');
    expect(code).toBe(0);
  });

  test('leaves nothing behind', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    await finished(['pack', 'preview', 'none', after], { PARLANCE_DATA: home });
    expect(readdirSync(home)).toEqual([]);
  });

  test('is wrong usage, with exit 2, when it cannot be done so', async () => {
    const wrong: readonly (readonly [said: string, ...args: readonly string[]])[] = [
      ['expected a folder, received nothing', 'none', '/no/such/folder'],
      ['expected a folder with pack.yaml', 'none', 'docs'],
      ['--cases: expected', 'none', 'packs/ee', '--cases', '0'],
      ['--upstream: expected', 'none', 'packs/ee', '--model', 'x'],
      ['--upstream: expected', 'none', 'packs/ee', '--upstream', 'http://a:b@localhost'],
      ['there is no case to ask', 'none', 'packs/ee', '--language', 'zh'],
    ];
    const runs = await Promise.all(wrong.map(([, ...args]) => preview(...args)));
    expect(runs).toEqual(wrong.map(([said]) => ({ code: 2, text: expect.stringContaining(said) as string })));
  });
});

/** The page's commands run in a folder with a copy of `packs`, as a reader would have it. */
test('docs/previewing-a-pack.md shows what its commands print', async () => {
  const steps = stepsOf(readFileSync(join(root, 'docs/previewing-a-pack.md'), 'utf8'));
  const here = join(folder, 'page');
  cpSync(join(root, 'packs', 'ee'), join(here, 'packs', 'ee'), { recursive: true });
  for (const { command, output } of steps)
    expect(await outputOf(command.replaceAll('npx parlance', parlanceCommand), here)).toMatch(shown(output));
  expect(steps.length).toBeGreaterThanOrEqual(3);
});
