import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfBytes } from '@parlance/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pullBundle } from './pull-bundle.ts';
import { type Lie } from './testing/lying-registry.ts';
import { credentials, files, openScene, type Pulling, pullOptions, type Scene, sorted, written } from './testing/registry-scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const options = (more: Pulling = {}) => pullOptions(scene, more);
const out = () => join(scene.folder, 'out');

describe('credentials', () => {
  const wanted = 'Basic cmVhZGVyOnNlY3JldC1wYXNzd29yZA==';
  const guarded =
    (challenge: () => string, expected: string): Lie =>
    (request, response) => {
      if (request.headers.authorization === expected) return false;
      response.writeHead(401, { 'www-authenticate': challenge() }).end();
      return true;
    };

  test('go out only when they are asked for', async () => {
    await pullBundle(options({ asking: { credentials } }));
    expect(scene.registry.asked.map(({ authorization }) => authorization).filter((each) => each !== undefined)).toEqual([]);
  });

  test('are Basic where the registry asks for that', async () => {
    scene.registry.lie(guarded(() => 'Basic realm="packs"', wanted));
    await pullBundle(options({ asking: { credentials } }));
    expect(existsSync(out())).toBe(true);
  });

  test('that are missing are named by their settings', async () => {
    scene.registry.lie(guarded(() => 'Basic realm="packs"', wanted));
    await expect(pullBundle(options())).rejects.toThrow('PARLANCE_REGISTRY_USER');
  });

  test('are changed into a token where the registry names a token service', async () => {
    scene.stranger.lie((request, response) => {
      const isKnown =
        request.headers.authorization === wanted && request.url === '/token?service=packs&scope=repository%3Apacks%2Fee%3Apull';
      response.writeHead(isKnown ? 200 : 403).end(JSON.stringify({ token: 'short-lived' }));
      return true;
    });
    scene.registry.lie(
      guarded(
        () => `Bearer realm="http://${scene.stranger.host}/token",service="packs",scope="repository:packs/ee:pull"`,
        'Bearer short-lived',
      ),
    );
    await pullBundle(options({ asking: { credentials } }));
    expect(existsSync(out())).toBe(true);
    expect(scene.registry.asked.map(({ authorization }) => authorization)).not.toContain(wanted);
  });

  test('do not go to where the registry redirects', async () => {
    for (const bytes of files.values()) scene.stranger.blobs.set(digestOfBytes(bytes), bytes);
    scene.registry.lie((request, response) => {
      if (guarded(() => 'Basic realm="packs"', wanted)(request, response)) return true;
      if (!(request.url ?? '').includes('/blobs/')) return false;
      response.writeHead(307, { location: `http://${scene.stranger.host}${request.url ?? ''}` }).end();
      return true;
    });
    await pullBundle(options({ asking: { credentials } }));
    expect(written(out())).toEqual(sorted(files));
    expect(scene.stranger.asked.length).toBeGreaterThan(5);
    expect(scene.stranger.asked.map(({ authorization }) => authorization).filter((each) => each !== undefined)).toEqual([]);
  });
});
