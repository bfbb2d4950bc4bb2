import { digestOfBytes } from '@parlance/core';
import { checkPack } from '../../check/check-pack.ts';
import { hasErrors, type PackIssue } from '../../format/pack-issue.ts';
import { bundleError } from '../../bundle/bundle-error.ts';
import { largestManifest } from '../../bundle/bundle-limits.ts';
import { type BundleLayer, type BundleManifest, manifestType, parseManifest } from '../../bundle/bundle-manifest.ts';
import { type BundleReference, isDigest } from '../../bundle/bundle-reference.ts';
import { type PackFiles } from '../../format/pack-files.ts';
import { identityOf, type PackIdentity } from '../../release/pack-identity.ts';
import { type Trust } from '../../release/trust.ts';
import { verifyRelease } from '../../release/verify-release.ts';
import { errorCodeOf, type RegistryClient } from './registry-client.ts';
import { inParallel } from '../in-parallel.ts';
import { refuseTaken, writeFresh } from './write-fresh.ts';

export interface PullOptions {
  readonly client: RegistryClient;
  readonly reference: BundleReference;
  /** A folder that is not there yet. */
  readonly target: string;
  /** Null: nobody's signature is checked. */
  readonly trust: Trust | null;
  /** The pack that the fetched one follows, where it is at hand: without it the strictest sign-offs are asked for. */
  readonly readBefore?: (files: PackFiles) => Promise<PackFiles | null>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly onProgress: (fetched: number, of: number) => void;
}

export interface Pulled {
  readonly identity: PackIdentity;
  /** Of the manifest. */
  readonly digest: string;
  readonly files: number;
  /** Key ids that signed; null when nobody looked. */
  readonly signedBy: readonly string[] | null;
  /** With an error the pack was not written. */
  readonly issues: readonly PackIssue[];
}

/**
 * Fetches a pack and writes it as a fresh folder, whole or not at all: after every byte was compared with its digest, and after the pack passed its checks and, where a trust
 * is given, was found to be signed. Throws `BundleErrorCode`.
 */
export async function pullBundle(options: PullOptions): Promise<Pulled> {
  await refuseTaken(options.target);
  const { manifest, digest } = await fetchManifest(options);
  const files = await fetchFiles(manifest, options);
  const identity = identityOf(files);
  if (identity === null) throw bundleError('bundle_not_a_pack', 'pack.yaml does not say which pack this is');
  for (const name of ['id', 'version', 'digest'] as const)
    if (identity[name] !== manifest.pack[name])
      throw bundleError('bundle_tampered', `the manifest names another ${name} than the files have`);
  const { signedBy, issues } = await verdictOn(files, options);
  if (!hasErrors(issues)) await writeFresh(options.target, files);
  return { identity, digest, files: files.size, signedBy, issues };
}

async function verdictOn(files: PackFiles, { trust, today, readBefore }: PullOptions): Promise<Pick<Pulled, 'signedBy' | 'issues'>> {
  const { issues } = checkPack(files, { today });
  if (trust === null) return { signedBy: null, issues };
  const before = (await readBefore?.(files)) ?? null;
  const verified = await verifyRelease({ files, trust, today, before, mayBePending: true });
  return { signedBy: verified.release?.signedBy ?? [], issues: [...issues, ...verified.issues] };
}

interface FetchedManifest {
  readonly manifest: BundleManifest;
  readonly digest: string;
}

async function fetchManifest({ client, reference }: PullOptions): Promise<FetchedManifest> {
  const name = reference.digest ?? reference.tag ?? 'latest';
  const reply = await client.send({ method: 'GET', to: `manifests/${name}`, headers: { accept: manifestType }, limit: largestManifest });
  if (reply.status === 404) throw bundleError('bundle_not_found', `${reference.registry} has no ${reference.repository} ${name}`);
  if (reply.status !== 200)
    throw bundleError('registry_refused', `${reference.registry}: HTTP ${reply.status}${errorCodeOf(reply)} for the manifest`);
  if (reply.bytes === null) throw bundleError('bundle_too_large', `a manifest of more than ${largestManifest} bytes`);
  const digest = digestOfBytes(reply.bytes);
  const promised = reply.headers.get('docker-content-digest');
  const expected = [reference.digest, promised !== null && isDigest(promised) ? promised : null];
  if (expected.some((each) => each !== null && each !== digest))
    throw bundleError('bundle_tampered', 'the manifest is not the one that its digest names');
  return { manifest: parseManifest(reply.bytes), digest };
}

const concurrency = 4;

async function fetchFiles({ layers }: BundleManifest, options: PullOptions): Promise<PackFiles> {
  const once = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
  const fetched = new Map<string, Uint8Array>();
  await inParallel(once, concurrency, async (layer) => {
    fetched.set(layer.digest, await fetchLayer(layer, options));
    options.onProgress(fetched.size, once.length);
  });
  return new Map(
    layers.map((layer) => {
      const bytes = fetched.get(layer.digest);
      if (bytes?.length !== layer.size) throw tampered(layer);
      return [layer.path, bytes];
    }),
  );
}

async function fetchLayer(layer: BundleLayer, { client, reference }: PullOptions): Promise<Uint8Array> {
  const reply = await client.send({ method: 'GET', to: `blobs/${layer.digest}`, limit: layer.size });
  if (reply.status === 404) throw bundleError('bundle_not_found', `${reference.registry} has no bytes for ${layer.path}`);
  if (reply.status !== 200)
    throw bundleError('registry_refused', `${reference.registry}: HTTP ${reply.status}${errorCodeOf(reply)} for ${layer.path}`);
  if (reply.bytes?.length !== layer.size || digestOfBytes(reply.bytes) !== layer.digest) throw tampered(layer);
  return reply.bytes;
}

function tampered({ path }: BundleLayer) {
  return bundleError('bundle_tampered', `${path}: other bytes than the manifest names`);
}
