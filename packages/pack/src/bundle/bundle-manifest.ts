import { canonicalJson, type Digest, digestOfBytes } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { z } from 'zod';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackIdentity } from '../release/pack-identity.ts';
import { bundleError } from './bundle-error.ts';
import { largestBundle, largestLayer, mostLayers } from './bundle-limits.ts';
import { refusePaths } from './bundle-paths.ts';
import { isDigest } from './bundle-reference.ts';

/** An image manifest (OCI image specification 1.1) that says by `artifactType` that it is no image. */
export const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const artifactType = 'application/vnd.parlance.pack.v1';

/** "Guidance for an Empty Descriptor": the two bytes `{}`. */
export const emptyConfig = encodeUtf8('{}');
const config = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOfBytes(emptyConfig), size: emptyConfig.length } as const;

const titleKey = 'org.opencontainers.image.title';
const versionKey = 'org.opencontainers.image.version';
const packKey = 'org.parlance.pack.id';
const digestKey = 'org.parlance.pack.digest';

/** One file of the pack. */
export interface BundleLayer {
  readonly path: string;
  readonly digest: Digest;
  readonly size: number;
}

/** What a manifest says. Nothing of it is true before it was compared with the bytes. */
export interface BundleManifest {
  readonly pack: Pick<PackIdentity, 'id' | 'version' | 'digest'>;
  readonly layers: readonly BundleLayer[];
}

/** The same pack always has the same manifest: files in order of path, no time. */
export function manifestOf(files: PackFiles, { id, version, digest }: PackIdentity): Uint8Array {
  const layers = [...files]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, bytes]) => ({
      mediaType: mediaTypeOf(path),
      digest: digestOfBytes(bytes),
      size: bytes.length,
      annotations: { [titleKey]: path },
    }));
  refuseSizes(layers);
  const annotations = { [packKey]: id, [versionKey]: version, [digestKey]: digest };
  return encodeUtf8(canonicalJson({ schemaVersion: 2, mediaType: manifestType, artifactType, config, layers, annotations }));
}

/** For people and other tools; nothing here rests on it. */
function mediaTypeOf(path: string): string {
  if (path === 'pack.sig') return 'application/vnd.parlance.release.v1+json';
  if (path.startsWith('reviews/')) return 'application/vnd.parlance.review.v1+json';
  if (path.endsWith('.yaml')) return 'application/yaml';
  if (path.endsWith('.csv')) return 'text/csv';
  return path.endsWith('.json') ? 'application/json' : 'text/markdown';
}

const digest = z.string().refine(isDigest, 'a SHA-256 digest');
const manifest = z.looseObject({
  schemaVersion: z.literal(2),
  mediaType: z.literal(manifestType),
  artifactType: z.literal(artifactType),
  config: z.looseObject({ digest: z.literal(config.digest), size: z.literal(config.size) }),
  layers: z
    .array(z.looseObject({ digest, size: z.int().nonnegative(), annotations: z.looseObject({ [titleKey]: z.string().max(512) }) }))
    .min(1),
  annotations: z.looseObject({ [packKey]: z.string(), [versionKey]: z.string(), [digestKey]: digest }),
});

/** Throws `bundle_malformed`, `bundle_not_a_pack`, `bundle_too_large` and `bundle_path`, before anything else is asked for. */
export function parseManifest(bytes: Uint8Array): BundleManifest {
  const value = jsonOf(bytes);
  const type = z.looseObject({ artifactType: z.unknown().optional() }).safeParse(value);
  if (!type.success) throw bundleError('bundle_malformed', 'the manifest is no JSON object');
  if (type.data.artifactType !== artifactType)
    throw bundleError('bundle_not_a_pack', `this is no pack: expected the artifactType ${artifactType}`);
  const read = manifest.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw bundleError(
      'bundle_malformed',
      `the manifest is not that of a pack: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 300),
    );
  }
  const { layers: listed, annotations } = read.data;
  refuseSizes(listed);
  const layers = listed.map(({ digest: of, size, annotations: { [titleKey]: path } }) => ({ path, digest: of, size }));
  refusePaths(layers.map(({ path }) => path));
  return {
    pack: { id: annotations[packKey], version: annotations[versionKey], digest: annotations[digestKey] },
    layers,
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw bundleError('bundle_malformed', 'the manifest is no JSON in UTF-8');
  }
}

function refuseSizes(layers: readonly { readonly size: number }[]): void {
  if (layers.length > mostLayers) throw bundleError('bundle_too_large', `${layers.length} files; a pack has at most ${mostLayers}`);
  const large = layers.find(({ size }) => size > largestLayer);
  if (large !== undefined)
    throw bundleError('bundle_too_large', `a file of ${large.size} bytes; a file of a pack has at most ${largestLayer}`);
  const total = layers.reduce((sum, { size }) => sum + size, 0);
  if (total > largestBundle) throw bundleError('bundle_too_large', `${total} bytes in all; at most ${largestBundle} are taken`);
}
