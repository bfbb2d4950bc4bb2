import { type Digest, digestOfBytes } from '@parlance/core';
import { bundleError } from '../../bundle/bundle-error.ts';
import { largestManifest } from '../../bundle/bundle-limits.ts';
import { emptyConfig, manifestOf, manifestType } from '../../bundle/bundle-manifest.ts';
import { type BundleReference, isTag } from '../../bundle/bundle-reference.ts';
import { type PackFiles } from '../../format/pack-files.ts';
import { type PackIdentity } from '../../release/pack-identity.ts';
import { errorCodeOf, type RegistryClient, type RegistryReply } from './registry-client.ts';
import { inParallel } from '../in-parallel.ts';

export interface PublishOptions {
  readonly client: RegistryClient;
  readonly reference: BundleReference;
  /** Of a pack that was checked. */
  readonly files: PackFiles;
  readonly identity: PackIdentity;
  /** Whether a tag that names another pack may name this one from now on. */
  readonly mayMove: boolean;
  readonly onProgress: (sent: number, of: number) => void;
}

export interface Published {
  readonly tag: string;
  /** Of the manifest: who has it can fetch exactly this bundle. */
  readonly digest: Digest;
  /** Files that the registry did not have yet. */
  readonly sent: number;
  readonly files: number;
}

/**
 * Sends a pack to a registry: files that it has not, then the manifest, so that nobody ever finds a bundle with a file missing. What was sent before a failure is not sent
 * again. Throws `BundleErrorCode`.
 */
export async function publishBundle(options: PublishOptions): Promise<Published> {
  const { client, files, identity } = options;
  const tag = tagOf(options);
  const manifest = manifestOf(files, identity);
  const digest = digestOfBytes(manifest);
  if (await isTagged(options, { tag, digest })) return { tag, digest, sent: 0, files: files.size };
  const blobs = [...new Map([...files.values()].map((bytes) => [digestOfBytes(bytes), bytes]))];
  let [sent, looked] = [0, 0];
  await inParallel(blobs, concurrency, async ([of, bytes]) => {
    if (await sendBlob(client, of, bytes)) sent++;
    options.onProgress(++looked, blobs.length);
  });
  await sendBlob(client, digestOfBytes(emptyConfig), emptyConfig);
  await sendManifest(client, tag, manifest);
  return { tag, digest, sent, files: files.size };
}

const concurrency = 4;

function tagOf({ reference, identity }: PublishOptions): string {
  if (reference.digest !== null)
    throw bundleError('reference_malformed', 'a pack is published under a tag; its digest follows from its files');
  const tag = reference.tag ?? identity.version;
  if (isTag(tag)) return tag;
  throw bundleError('reference_malformed', `the version ${tag} cannot be a tag; name one after the repository, :tag`);
}

/** A version that was published does not become another by itself. */
async function isTagged(
  { client, reference, mayMove }: PublishOptions,
  named: { readonly tag: string; readonly digest: Digest },
): Promise<boolean> {
  const { tag, digest } = named;
  const reply = await client.send({ method: 'GET', to: `manifests/${tag}`, headers: { accept: manifestType }, limit: largestManifest });
  if (reply.status === 404) return false;
  if (reply.status !== 200) throw refusal(reply, 'the manifest');
  if (reply.bytes !== null && digestOfBytes(reply.bytes) === digest) return true;
  if (mayMove) return false;
  throw bundleError(
    'tag_taken',
    `${reference.repository}:${tag} names another bundle already; raise the version of the pack, or move the tag with --move-tag`,
  );
}

/** Whether it had to be sent. */
async function sendBlob(client: RegistryClient, digest: Digest, bytes: Uint8Array): Promise<boolean> {
  const known = await client.send({ method: 'HEAD', to: `blobs/${digest}`, limit: 0 });
  if (known.status === 200) return false;
  if (known.status !== 404) throw refusal(known, 'a file');
  const begun = await client.send({ method: 'POST', to: 'blobs/uploads/', limit: errorLimit });
  const location = begun.headers.get('location');
  if (begun.status !== 202 || location === null || !URL.canParse(location, begun.url.href)) throw refusal(begun, 'an upload');
  const address = new URL(location, begun.url);
  if (!['http:', 'https:'].includes(address.protocol) || (begun.url.protocol === 'https:' && address.protocol !== 'https:'))
    throw bundleError('registry_refused', 'the registry wants files to be sent where it is less safe');
  address.searchParams.set('digest', digest);
  const sent = await client.send({
    method: 'PUT',
    to: address,
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    limit: errorLimit,
  });
  if (sent.status !== 201) throw refusal(sent, 'a file');
  return true;
}

async function sendManifest(client: RegistryClient, tag: string, manifest: Uint8Array): Promise<void> {
  const headers = { 'content-type': manifestType };
  const reply = await client.send({ method: 'PUT', to: `manifests/${tag}`, headers, body: manifest, limit: errorLimit });
  if (reply.status !== 201) throw refusal(reply, 'the manifest');
  const named = reply.headers.get('docker-content-digest');
  if (named !== null && named !== digestOfBytes(manifest))
    throw bundleError('bundle_tampered', 'the registry has taken another manifest than it was sent');
}

const errorLimit = 64 * 1024;

function refusal(reply: RegistryReply, what: string) {
  return bundleError('registry_refused', `${reply.url.host}: HTTP ${reply.status}${errorCodeOf(reply)} for ${what}`);
}
