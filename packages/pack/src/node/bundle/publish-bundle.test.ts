import { join } from 'node:path';
import { digestOfBytes } from '@parlance/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PackFiles } from '../../format/pack-files.ts';
import { identityOf } from '../../release/pack-identity.ts';
import { packWith } from '../../release/testing/released-pack.ts';
import { publishBundle } from './publish-bundle.ts';
import { pullBundle } from './pull-bundle.ts';
import {
  at,
  files,
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

describe('a publish', () => {
  const publish = (of: PackFiles = files, more: { readonly name?: string; readonly mayMove?: boolean } = {}) => {
    const { client, reference, onProgress } = options({ name: more.name ?? '' });
    return publishBundle({ client, reference, files: of, identity: identityOf(of)!, mayMove: more.mayMove ?? false, onProgress });
  };

  test('can be pulled again, under the version of the pack', async () => {
    scene.registry.blobs.clear();
    const { tag, digest, sent } = await publish();
    expect([tag, digest, sent]).toEqual(['0.1.0', digestOfBytes(manifest), files.size]);
    await pullBundle(options({ name: ':0.1.0' }));
    expect(written(out())).toEqual(sorted(files));
  });

  test('goes on where it broke off: no file is sent twice', async () => {
    scene.registry.blobs.clear();
    let taken = 0;
    scene.registry.lie((request, response) => {
      if (request.method !== 'PUT' || (taken += 1) <= 3) return false;
      response.writeHead(500).end();
      return true;
    });
    await expect(publish()).rejects.toMatchObject({ code: 'registry_refused' });
    expect(scene.registry.manifests.has('0.1.0')).toBe(false);
    scene.registry.lie(() => false);
    const there = scene.registry.blobs.size;
    expect(there).toBeGreaterThan(0);
    expect((await publish()).sent).toBe(files.size - there);
    expect((await publish()).sent).toBe(0);
  });

  test('does not make a tag name another pack, unless that is asked for', async () => {
    await publish(files, { name: ':stable' });
    const next = packWith({ 'privacy.yaml': 'identifiers: [iban]\nminimise: [iban]\nretention: {max_days: 30}\n' });
    await expect(publish(next, { name: ':stable' })).rejects.toMatchObject({ code: 'tag_taken' });
    expect((await publish(next, { name: ':stable', mayMove: true })).digest).not.toBe(digestOfBytes(manifest));
  });

  test.each([
    ['files to be sent to the disk', at('uploads/', (response) => response.writeHead(202, { location: 'file:///tmp/x' }).end())],
    ['nowhere to send them', at('uploads/', (response) => response.writeHead(202).end())],
    ['a redirect of an upload', at('uploads/', (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end())],
    ['no such repository', at('uploads/', (response) => response.writeHead(403).end(JSON.stringify({ errors: [{ code: 'DENIED' }] })))],
  ])('is refused by a registry that wants %s', async (_title, lie) => {
    scene.registry.blobs.clear();
    scene.registry.lie(lie);
    await expect(publish()).rejects.toMatchObject({ code: 'registry_refused' });
  });

  test('under a digest makes no sense', async () => {
    await expect(publish(files, { name: `@${packBlob}` })).rejects.toMatchObject({ code: 'reference_malformed' });
  });
});
