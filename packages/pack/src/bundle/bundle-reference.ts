import { type Digest } from '@parlance/core';
import { bundleError } from './bundle-error.ts';

/** Where a bundle stands: `registry.example.org/packs/ee:1.2.0` or `...@sha256:...`. */
export interface BundleReference {
  /** Host, with a port where it is not the usual one. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: Digest | null;
}

const registryForm = /^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?$/i;
/** OCI distribution specification, "Pulling manifests". */
const repositoryForm = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagForm = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** Throws `reference_malformed`. */
export function parseReference(text: string): BundleReference {
  const { registry, rest } = partsOf(text);
  const [, repository = '', tag = null, digest = null] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(rest) ?? [];
  if (!isRegistry(registry)) throw malformed('a registry such as registry.example.org or localhost:5000');
  if (!isRepository(repository)) throw malformed('a repository of small letters, digits and ./-_, such as packs/ee');
  if (tag !== null && !isTag(tag)) throw malformed('a tag of at most 128 letters, digits and ._-');
  if (digest !== null && !isDigest(digest)) throw malformed('a digest, sha256: and 64 small hexadecimal digits');
  return { registry, repository, tag, digest };
}

function partsOf(text: string): { readonly registry: string; readonly rest: string } {
  const [, registry = '', rest = ''] = /^([^/]+)\/(.+)$/.exec(text) ?? [];
  return { registry, rest };
}

/** As other tools take it: a name without a dot or a port is no host, but for `localhost`. */
function isRegistry(text: string): boolean {
  return registryForm.test(text) && /[.:\]]|^localhost$/.test(text);
}

function isRepository(text: string): boolean {
  return repositoryForm.test(text) && text.length <= 255;
}

export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

export function isTag(text: string): boolean {
  return tagForm.test(text);
}

function malformed(expected: string) {
  return bundleError('reference_malformed', `expected <registry>/<repository>[:tag][@digest], with ${expected}`);
}
