import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputOf, parlanceCommand, shown, stepsOf } from '../documented-server.ts';
import { finished } from './run-parlance.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'parlance-registry-'));
/** From Debian's packages docker-registry, apache2-utils and diffutils. */
const debian = { registry: 'docker-registry', passwords: 'htpasswd', compare: 'diff' } as const;
const running: ChildProcess[] = [];
const account = { PARLANCE_REGISTRY_USER: 'reader', PARLANCE_REGISTRY_PASSWORD: 'secret-password' };

/** Debian's docker-registry on a free port, with or without accounts. */
async function startRegistry(name: string, auth = ''): Promise<string> {
  const port = await freePort();
  const config = join(folder, `${name}.yml`);
  writeFileSync(
    config,
    `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${join(folder, name)}}}\nhttp: {addr: "127.0.0.1:${port}"}\n${auth}`,
  );
  running.push(spawn(debian.registry, ['serve', config], { stdio: 'ignore' }));
  await untilReady(`http://127.0.0.1:${port}/v2/`);
  return `127.0.0.1:${port}`;
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error(`docker-registry does not answer at ${address}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let open = '';
let guarded = '';
beforeAll(async () => {
  open = await startRegistry('open');
  const passwords = join(folder, 'htpasswd');
  writeFileSync(passwords, execFileSync(debian.passwords, ['-Bbn', account.PARLANCE_REGISTRY_USER, account.PARLANCE_REGISTRY_PASSWORD]));
  guarded = await startRegistry('guarded', `auth: {htpasswd: {realm: packs, path: ${passwords}}}\n`);
});
afterAll(async () => {
  await Promise.all(
    running.map(async (child) => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }),
  );
  rmSync(folder, { recursive: true });
});

const same = (left: string, right: string): boolean => {
  try {
    execFileSync(debian.compare, ['-r', left, right]);
    return true;
  } catch {
    return false;
  }
};

describe("packs through Debian's docker-registry", () => {
  test.each(['ee', 'de', 'ma'])('%s is published and pulled, by tag and by digest, byte for byte', async (name) => {
    const published = await finished(['pack', 'publish', `packs/${name}`, `${open}/packs/${name}`]);
    expect(published.text).toContain('WARNING: nobody has signed this pack');
    expect(published.code).toBe(0);
    const [, digest = ''] = /@(sha256:[0-9a-f]{64})/.exec(published.text) ?? [];
    const tag = /^version: (.*)$/m.exec(readFileSync(join(root, 'packs', name, 'pack.yaml'), 'utf8'))?.[1] ?? '';
    for (const [out, reference] of [
      [`${name}-tag`, `${open}/packs/${name}:${tag}`],
      [`${name}-digest`, `${open}/packs/${name}@${digest}`],
    ] as const) {
      const pulled = await finished(['pack', 'pull', reference, '--out', join(folder, out)]);
      expect(pulled.text).toContain("NOBODY'S SIGNATURE WAS CHECKED");
      expect(pulled.code).toBe(0);
      expect(same(join(root, 'packs', name), join(folder, out))).toBe(true);
    }
    const again = await finished(['pack', 'publish', `packs/${name}`, `${open}/packs/${name}`]);
    expect(again.text).toContain('0 of them new');
  });

  test('a registry with accounts takes and gives packs only for who has one', async () => {
    const reference = `${guarded}/packs/ee:1`;
    const target = join(folder, 'guarded-ee');
    const stranger = await finished(['pack', 'publish', 'packs/ee', reference]);
    expect(stranger).toMatchObject({ code: 1, text: expect.stringContaining('PARLANCE_REGISTRY_USER') as string });
    const wrong = await finished(['pack', 'publish', 'packs/ee', reference], { ...account, PARLANCE_REGISTRY_PASSWORD: 'other-password' });
    expect(wrong).toMatchObject({ code: 1, text: expect.stringContaining('registry_unauthorised') as string });
    expect(wrong.text).not.toContain('other-password');
    expect(await finished(['pack', 'publish', 'packs/ee', reference], account)).toMatchObject({ code: 0 });
    expect(await finished(['pack', 'pull', reference, '--out', target])).toMatchObject({ code: 1 });
    expect(existsSync(target)).toBe(false);
    expect(await finished(['pack', 'pull', reference, '--out', target], account)).toMatchObject({ code: 0 });
    expect(same(join(root, 'packs', 'ee'), target)).toBe(true);
  });

  test('a file that was changed in the store of the registry is found out', async () => {
    await finished(['pack', 'publish', 'packs/ee', `${open}/packs/damaged:1`]);
    const store = join(folder, 'open', 'docker/registry/v2/blobs');
    const blob = readdirSync(store, { recursive: true, withFileTypes: true }).find(
      (entry) => entry.name === 'data' && readFileSync(join(entry.parentPath, entry.name), 'utf8').startsWith('id: EE'),
    )!;
    const path = join(blob.parentPath, blob.name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('id: EE', 'id: XX'));
    const target = join(folder, 'damaged');
    const { code, text: said } = await finished(['pack', 'pull', `${open}/packs/damaged:1`, '--out', target]);
    writeFileSync(path, text);
    expect(said).toMatch(/refused: pack\.yaml: other bytes .*\[bundle_tampered\]/u);
    expect(code).toBe(1);
    expect(existsSync(target)).toBe(false);
  });

  test('a pack that does not pass its checks, or is to be signed and is not, is not published', async () => {
    const unsound = join(folder, 'unsound');
    cpSync(join(root, 'packs', 'ee'), unsound, { recursive: true });
    writeFileSync(join(unsound, 'stranger.txt'), 'text');
    const [refused, unsigned] = await Promise.all([
      finished(['pack', 'publish', unsound, `${open}/packs/unsound`]),
      finished(['pack', 'publish', 'packs/ee', `${open}/packs/unsound`, '--require-signed']),
    ]);
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('stranger.txt') as string });
    expect(unsigned).toMatchObject({ code: 1, text: expect.stringContaining('--require-signed') as string });
    expect(await finished(['pack', 'pull', `${open}/packs/unsound:0.1.0`, '--out', join(folder, 'none')])).toMatchObject({ code: 1 });
  });

  test('wrong usage has exit 2', async () => {
    const wrong = [
      ['publish', 'packs/ee', 'ee'],
      ['publish', '/no/such/folder', `${open}/packs/ee`],
      ['pull', `${open}/packs/ee`, '--out', 'x'],
      ['pull', `${open}/packs/ee:1`],
      ['pull', `${open}/packs/ee:1`, '--out', 'x', '--trust', '/no/trust.yaml'],
    ];
    const runs = await Promise.all(wrong.map((args) => finished(['pack', ...args])));
    expect(runs.map(({ code }) => code)).toEqual(wrong.map(() => 2));
  });

  test('docs/exchange-packs.md shows what its commands print', async () => {
    const steps = stepsOf(readFileSync(join(root, 'docs/exchange-packs.md'), 'utf8'));
    const page = await startRegistry('page');
    const here = join(folder, 'here');
    mkdirSync(here);
    cpSync(join(root, 'packs', 'ee'), join(here, 'packs', 'ee'), { recursive: true });
    for (const { command, output } of steps) {
      const said = await outputOf(command.replaceAll('localhost:5000', page).replaceAll('npx parlance', parlanceCommand), here);
      expect(said).toMatch(shown(output.replaceAll('localhost:5000', page)));
    }
    expect(steps.length).toBeGreaterThanOrEqual(5);
  }, 300_000);
});
