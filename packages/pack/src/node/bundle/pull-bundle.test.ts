import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfBytes } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifestOf } from '../../bundle/bundle-manifest.ts';
import { identityOf } from '../../release/pack-identity.ts';
import { everyone, packWith, released, testTrust, versionOf } from '../../release/testing/released-pack.ts';
import { pullBundle } from './pull-bundle.ts';
import { type Lie } from './testing/lying-registry.ts';
import {
  at,
  credentials,
  files,
  identity,
  manifest,
  openScene,
  packBlob,
  type Pulling,
  pullOptions,
  type Scene,
  sorted,
  written,
} from './testing/registry-scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const options = (more: Pulling = {}) => pullOptions(scene, more);
const out = () => join(scene.folder, 'out');

describe('a pull', () => {
  test('writes exactly the files that were published', async () => {
    const pulled = await pullBundle(options());
    expect(pulled).toMatchObject({ identity, digest: digestOfBytes(manifest), signedBy: null });
    expect(written(out())).toEqual(sorted(files));
    expect(readdirSync(scene.folder)).toEqual(['out']);
  });

  test('by digest takes exactly that bundle', async () => {
    expect(await pullBundle(options({ name: `@${digestOfBytes(manifest)}` }))).toMatchObject({ identity });
  });

  test('fetches equal files once', async () => {
    const twins = new Map([...files, ['knowledge/en/twin.md', files.get('knowledge/en/challenge.md')!] as const]);
    scene.registry.put('1', manifestOf(twins, identityOf(twins)!));
    await pullBundle(options());
    expect(scene.registry.asked.filter(({ line }) => line.includes(digestOfBytes(files.get('knowledge/en/challenge.md')!)))).toHaveLength(
      1,
    );
    expect(written(out())).toEqual(sorted(twins));
  });

  test('takes a signed pack for what the trust says', async () => {
    const signed = await released(files);
    for (const bytes of signed.values()) scene.registry.blobs.set(digestOfBytes(bytes), bytes);
    scene.registry.put('1', manifestOf(signed, identity));
    const { signedBy, issues } = await pullBundle(options({ trust: await testTrust() }));
    expect(signedBy).toHaveLength(4);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(existsSync(out())).toBe(true);
  });

  test('takes a change of tone for what it is where the pack before it is at hand, and for the strictest change elsewhere', async () => {
    const before = await released(files);
    const next = versionOf('0.2.0');
    const signed = await released(next, { before, reviews: everyone.slice(0, 2) });
    for (const bytes of signed.values()) scene.registry.blobs.set(digestOfBytes(bytes), bytes);
    scene.registry.put('1', manifestOf(signed, identityOf(next) ?? identity));
    const trusting = options({ trust: await testTrust() });
    expect((await pullBundle(trusting)).issues).toContainEqual(expect.objectContaining({ code: 'sign-offs', severity: 'error' }));
    expect(existsSync(out())).toBe(false);
    const { signedBy } = await pullBundle({ ...trusting, readBefore: () => Promise.resolve(before) });
    expect(signedBy).toHaveLength(3);
    expect(existsSync(out())).toBe(true);
  });

  test('writes nothing of an unsigned pack where a trust is given', async () => {
    const { issues } = await pullBundle(options({ trust: await testTrust() }));
    expect(issues).toContainEqual(expect.objectContaining({ rule: 'S14', code: 'unsigned', severity: 'error' }));
    expect(readdirSync(scene.folder)).toEqual([]);
  });

  test('writes nothing of a pack that does not pass its checks', async () => {
    const unsound = packWith({ 'services/extra.yaml': 'id: extra\n' });
    for (const bytes of unsound.values()) scene.registry.blobs.set(digestOfBytes(bytes), bytes);
    scene.registry.put('1', manifestOf(unsound, identityOf(unsound)!));
    const { issues } = await pullBundle(options());
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    expect(readdirSync(scene.folder)).toEqual([]);
  });

  test.each([
    [
      'a folder',
      () => {
        mkdirSync(out());
      },
    ],
    [
      'a link to nowhere',
      () => {
        symlinkSync('/nowhere', out());
      },
    ],
  ])('never writes over %s, and asks nobody first', async (_title, make) => {
    make();
    await expect(pullBundle(options())).rejects.toMatchObject({ code: 'target_taken' });
    expect(scene.registry.asked).toEqual([]);
  });
});

describe('a registry that lies is refused, and nothing is written:', () => {
  const blob = `blobs/${packBlob}`;
  const real = files.get('pack.yaml')!;
  const otherBytes = real.with(3, real[3]! ^ 1);
  const endless = (response: Parameters<Lie>[1]) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20)));
    };
    response.writeHead(200).on('drain', more);
    more();
  };
  const withLayers = (change: (layers: { annotations: Record<string, string>; digest: string; size: number }[]) => void): Uint8Array => {
    const value = JSON.parse(Buffer.from(manifest).toString('utf8')) as { layers: Parameters<typeof change>[0] };
    change(value.layers);
    return encodeUtf8(JSON.stringify(value));
  };
  const titled = (path: string) => withLayers(([first]) => (first!.annotations['org.opencontainers.image.title'] = path));
  const serve = (bytes: Uint8Array) => at('manifests/', (response) => response.writeHead(200).end(bytes));

  const lies: readonly (readonly [string, string, Lie])[] = [
    ['a byte that was changed', 'bundle_tampered', at(blob, (response) => response.writeHead(200).end(otherBytes))],
    ['a file that is cut short', 'bundle_tampered', at(blob, (response) => response.writeHead(200).end(real.subarray(0, 40)))],
    [
      'a file that is longer than its size',
      'bundle_tampered',
      at(blob, (response) => response.writeHead(200).end(Buffer.concat([real, real]))),
    ],
    ['a file without an end', 'bundle_tampered', at(blob, endless)],
    [
      'a connection that is cut in the middle, each time',
      'registry_unreachable',
      at(blob, (response) => {
        response.writeHead(200, { 'content-length': real.length }).write(real.subarray(0, 40));
        setTimeout(() => response.destroy(), 5);
      }),
    ],
    ['a file that is not there', 'bundle_not_found', at(blob, (response) => response.writeHead(404).end())],
    [
      'a wrong size in the manifest',
      'bundle_tampered',
      serve(withLayers((layers) => (layers.find(({ digest }) => digest === packBlob)!.size += 1))),
    ],
    [
      'one digest with two sizes',
      'bundle_tampered',
      serve(
        withLayers(
          (layers) =>
            layers.push({
              ...layers.find(({ digest }) => digest === packBlob)!,
              size: 1,
              annotations: { 'org.opencontainers.image.title': 'privacy.yaml' },
            }) &&
            layers.splice(
              layers.findIndex(({ annotations }) => annotations['org.opencontainers.image.title'] === 'privacy.yaml'),
              1,
            ),
        ),
      ),
    ],
    [
      'a manifest with another digest than it says',
      'bundle_tampered',
      at('manifests/', (response) => response.writeHead(200, { 'docker-content-digest': packBlob }).end(manifest)),
    ],
    [
      'a manifest of too many files',
      'bundle_too_large',
      serve(withLayers((layers) => layers.push(...Array.from({ length: 5001 }, () => layers[0]!)))),
    ],
    [
      'a giant manifest',
      'bundle_too_large',
      at('manifests/', (response) => response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024, 0x20))),
    ],
    ['a manifest without an end', 'bundle_too_large', at('manifests/', endless)],
    ['an image in place of a pack', 'bundle_not_a_pack', serve(encodeUtf8('{"schemaVersion":2}'))],
    [
      'a pack under the name of another',
      'bundle_tampered',
      serve(encodeUtf8(Buffer.from(manifest).toString('utf8').replace(identity.digest, packBlob))),
    ],
    [
      'a file that the manifest left out',
      'bundle_tampered',
      serve(
        withLayers((layers) =>
          layers.splice(
            layers.findIndex(({ annotations }) => annotations['org.opencontainers.image.title'] === 'privacy.yaml'),
            1,
          ),
        ),
      ),
    ],
    ...[
      '../pack.yaml',
      '/tmp/pack.yaml',
      'a\\b.yaml',
      'C:/pack.yaml',
      'pack.yaml\0',
      'locale/EN.yaml',
      'README.md',
      '.git/hooks/post-checkout',
    ].map((path) => [`the path ${JSON.stringify(path)}`, 'bundle_path', serve(titled(path))] as const),
    [
      'redirects in a circle',
      'registry_refused',
      at(blob, (response, request) => response.writeHead(307, { location: request.url ?? '' }).end()),
    ],
    [
      'a redirect to a file of the machine',
      'registry_refused',
      at(blob, (response) => response.writeHead(307, { location: 'file:///etc/passwd' }).end()),
    ],
    ['a redirect to nowhere', 'registry_refused', at(blob, (response) => response.writeHead(307).end())],
    [
      'a question who you are that no answer ends',
      'registry_unauthorised',
      at('/v2/', (response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()),
    ],
    [
      'a way of signing in that nobody knows',
      'registry_unauthorised',
      at('/v2/', (response) => response.writeHead(401, { 'www-authenticate': 'Negotiate' }).end()),
    ],
    [
      'a token service on the disk',
      'registry_unauthorised',
      at('/v2/', (response) => response.writeHead(401, { 'www-authenticate': 'Bearer realm="file:///etc/passwd"' }).end()),
    ],
    ['too many requests, always', 'registry_unreachable', at(blob, (response) => response.writeHead(429, { 'retry-after': '0' }).end())],
    ['a service that is away', 'registry_unreachable', at(blob, (response) => response.writeHead(503).end())],
    ['an error', 'registry_refused', at(blob, (response) => response.writeHead(500).end('canary'))],
  ];
  test.each(lies)('%s: %s', async (_title, code, lie) => {
    scene.registry.lie(lie);
    const failure: unknown = await pullBundle(options({ asking: { credentials } })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code });
    expect(String(failure)).not.toMatch(/canary|secret-password/u);
    expect(readdirSync(scene.folder)).toEqual([]);
    expect(scene.registry.asked.length).toBeLessThan(60);
  });

  test('a manifest that is not the one that was asked for by its digest', async () => {
    scene.registry.lie(at('manifests/', (response) => response.writeHead(200).end(manifest)));
    await expect(pullBundle(options({ name: `@${packBlob}` }))).rejects.toMatchObject({ code: 'bundle_tampered' });
    expect(readdirSync(scene.folder)).toEqual([]);
  });

  test('a registry that does not speak, within the time that it has', async () => {
    scene.registry.lie(at('manifests/', () => undefined));
    await expect(pullBundle(options({ asking: { timeout: 30 } }))).rejects.toMatchObject({ code: 'registry_unreachable' });
  });

  test('a registry that is not there', async () => {
    await scene.registry.close();
    const refused: unknown = await pullBundle(options()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'registry_unreachable', message: expect.stringContaining('ECONNREFUSED') as string });
  });
});

describe('what goes wrong once', () => {
  test.each([
    ['429', (response: Parameters<Lie>[1]) => response.writeHead(429, { 'retry-after': '0' }).end()],
    ['503', (response: Parameters<Lie>[1]) => response.writeHead(503).end()],
    ['a cut connection', (response: Parameters<Lie>[1]) => response.destroy()],
  ])('%s: is tried again', async (_title, fail) => {
    const failed = new Set<string>();
    scene.registry.lie((request, response) => {
      if (failed.has(request.url ?? '')) return false;
      failed.add(request.url ?? '');
      fail(response);
      return true;
    });
    await pullBundle(options());
    expect(written(out())).toEqual(sorted(files));
  });
});
