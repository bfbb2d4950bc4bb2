import { digestOfBytes } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { identityOf } from '../release/pack-identity.ts';
import { emptyConfig, manifestOf, parseManifest } from './bundle-manifest.ts';
import { refusePaths } from './bundle-paths.ts';
import { parseReference } from './bundle-reference.ts';

const files = new Map(Object.entries(minimalPack).map(([path, text]) => [path, encodeUtf8(text)]));
const identity = identityOf(files)!;
const manifest = manifestOf(files, identity);
const digest = `sha256:${'a'.repeat(64)}`;

const changed = (change: (value: Record<string, unknown>) => void): Uint8Array => {
  const value = JSON.parse(Buffer.from(manifest).toString('utf8')) as Record<string, unknown>;
  change(value);
  return encodeUtf8(JSON.stringify(value));
};
const layersOf = (value: Record<string, unknown>) => value['layers'] as Record<string, unknown>[];
const titled = (path: string) => (value: Record<string, unknown>) => {
  layersOf(value)[0]!['annotations'] = { 'org.opencontainers.image.title': path };
};

describe('the manifest of a bundle', () => {
  test('gives back the pack and its files', () => {
    const read = parseManifest(manifest);
    expect(read.pack).toEqual({ id: 'EE', version: '0.1.0', digest: identity.digest });
    expect(read.layers.map(({ path }) => path)).toEqual([...files.keys()].sort());
    expect(
      read.layers.every(({ path, digest: of, size }) => of === digestOfBytes(files.get(path)!) && size === files.get(path)!.length),
    ).toBe(true);
  });

  test('is the same for the same pack, in whatever order its files come', () => {
    expect(manifestOf(new Map([...files].reverse()), identity)).toEqual(manifest);
  });

  test('is an artifact manifest of the OCI image specification 1.1 with the empty config', () => {
    const value: unknown = JSON.parse(Buffer.from(manifest).toString('utf8'));
    expect(value).toMatchObject({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      artifactType: 'application/vnd.parlance.pack.v1',
      config: {
        mediaType: 'application/vnd.oci.empty.v1+json',
        digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        size: 2,
      },
    });
    expect(digestOfBytes(emptyConfig)).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test.each([
    ['no JSON', encodeUtf8('{'), 'bundle_malformed'],
    ['no UTF-8', Uint8Array.of(0xff), 'bundle_malformed'],
    ['a list', encodeUtf8('[]'), 'bundle_malformed'],
    ['an image', changed((value) => delete value['artifactType']), 'bundle_not_a_pack'],
    ['another version of the manifest', changed((value) => (value['schemaVersion'] = 1)), 'bundle_malformed'],
    ['another config', changed((value) => (value['config'] = { digest, size: 2 })), 'bundle_malformed'],
    ['no layers', changed((value) => (value['layers'] = [])), 'bundle_malformed'],
    ['a digest of another kind', changed((value) => (layersOf(value)[0]!['digest'] = 'md5:abc')), 'bundle_malformed'],
    ['a size that is none', changed((value) => (layersOf(value)[0]!['size'] = -1)), 'bundle_malformed'],
    ['no digest of the pack', changed((value) => (value['annotations'] = {})), 'bundle_malformed'],
    ['a layer without a path', changed((value) => delete layersOf(value)[0]!['annotations']), 'bundle_malformed'],
    ['a file that is too large', changed((value) => (layersOf(value)[0]!['size'] = 1024 * 1024 + 1)), 'bundle_too_large'],
    [
      'too much in all',
      changed((value) => (value['layers'] = Array.from({ length: 70 }, () => ({ ...layersOf(value)[0]!, size: 1024 * 1024 })))),
      'bundle_too_large',
    ],
    ['too many files', changed((value) => (value['layers'] = Array.from({ length: 5001 }, () => layersOf(value)[0]!))), 'bundle_too_large'],
    ['one file twice', changed((value) => layersOf(value).push(layersOf(value)[0]!)), 'bundle_path'],
    ['a path out of the folder', changed(titled('../pack.yaml')), 'bundle_path'],
  ])('is refused with %s', (_title, bytes, code) => {
    expect(() => parseManifest(bytes)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('a path in a bundle is refused', () => {
  test.each([
    ['that leaves the folder', '../pack.yaml'],
    ['that leaves the folder from within', 'services/../../pack.yaml'],
    ['that names the folder itself', './pack.yaml'],
    ['that is empty', ''],
    ['with an empty part', 'services//a.yaml'],
    ['that ends in a slash', 'services/'],
    ['that is absolute', '/etc/passwd'],
    ['with backslashes', 'services\\..\\..\\pack.yaml'],
    ['with a drive', 'C:pack.yaml'],
    ['of another machine', '\\\\host\\share\\pack.yaml'],
    ['with a NUL', 'pack.yaml\0.png'],
    ['with a control character', 'services/a\n.yaml'],
    ['with a text that turns around', 'services/a\u202elmay.yaml'],
    ['with a dot at the end of a part', 'services./a.yaml'],
    ['with a stream of a file', 'pack.yaml:stream'],
    ['that is not in normal form C', 'services/e\u0301.yaml'],
    ['with a lone surrogate', 'services/\ud800.yaml'],
    ['that no pack has', 'README.md'],
    ['that is hidden', '.git/config'],
    ['that is too deep', 'services/a/b.yaml'],
  ])('%s: %#', (_title, path) => {
    expect(() => {
      refusePaths(['pack.yaml', path]);
    }).toThrow(expect.objectContaining({ code: 'bundle_path' }) as Error);
  });

  test.each([
    ['twice', ['pack.yaml', 'pack.yaml']],
    ['that differs from another in case', ['locale/et.yaml', 'locale/ET.yaml']],
  ])('that stands there %s', (_title, paths) => {
    expect(() => {
      refusePaths(paths);
    }).toThrow('on some disks it is the same file');
  });

  test('and no file of a pack is', () => {
    refusePaths([...files.keys(), 'pack.sig', 'reviews/lea.language-01234567.json']);
  });

  test('and the reason shows what cannot be seen', () => {
    expect(() => {
      refusePaths(['a\u202e.yaml']);
    }).toThrow('aU+202E.yaml');
  });
});

describe('a reference', () => {
  test('names registry, repository, tag and digest', () => {
    expect(parseReference('registry.example.org/packs/ee:1.2.0')).toEqual({
      registry: 'registry.example.org',
      repository: 'packs/ee',
      tag: '1.2.0',
      digest: null,
    });
    expect(parseReference(`localhost:5000/ee@${digest}`)).toEqual({ registry: 'localhost:5000', repository: 'ee', tag: null, digest });
    expect(parseReference('[::1]:5000/ee')).toMatchObject({ registry: '[::1]:5000', tag: null, digest: null });
  });

  test.each([
    '',
    'ee',
    'packs/ee',
    'https://registry.example.org/ee',
    'registry.example.org/EE',
    'registry.example.org/../ee',
    'registry.example.org/ee:',
    'registry.example.org/ee:a b',
    'registry.example.org/ee@md5:1',
    'a@b.example.org/ee',
    'registry.example.org/ee?x',
    `registry.example.org/${'a'.repeat(256)}`,
  ])('%j is none', (text) => {
    expect(() => parseReference(text)).toThrow(expect.objectContaining({ code: 'reference_malformed' }) as Error);
  });
});
