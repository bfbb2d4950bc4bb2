import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOfBytes } from '@parlance/core';
import { manifestOf } from '../../../bundle/bundle-manifest.ts';
import { parseReference } from '../../../bundle/bundle-reference.ts';
import { type PackFiles } from '../../../format/pack-files.ts';
import { identityOf } from '../../../release/pack-identity.ts';
import { packWith, today } from '../../../release/testing/released-pack.ts';
import { type PullOptions } from '../pull-bundle.ts';
import { createRegistryClient, type RegistryOptions } from '../registry-client.ts';
import { type Lie, type LyingRegistry, startLyingRegistry } from './lying-registry.ts';

export const files = packWith();
export const identity = known(identityOf(files));
export const manifest = manifestOf(files, identity);
export const packBlob = digestOfBytes(known(files.get('pack.yaml')));
export const credentials = { user: 'reader', password: 'secret-password' };

export interface Scene {
  /** Has the pack under the tag `1`. */
  readonly registry: LyingRegistry;
  /** Another machine, as far as a client can see. */
  readonly stranger: LyingRegistry;
  /** Empty. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bundle-'));
  const [registry, stranger] = await Promise.all([startLyingRegistry(), startLyingRegistry()]);
  for (const bytes of files.values()) registry.blobs.set(digestOfBytes(bytes), bytes);
  registry.put('1', manifest);
  const close = async () => {
    await Promise.all([registry.close(), stranger.close()]);
    rmSync(folder, { recursive: true });
  };
  return { registry, stranger, folder, close };
}

export interface Pulling extends Partial<PullOptions> {
  /** What stands behind the repository. */
  readonly name?: string;
  readonly asking?: Partial<RegistryOptions>;
}

export function pullOptions({ registry, folder }: Scene, more: Pulling = {}): PullOptions {
  const reference = parseReference(`${registry.host}/packs/ee${more.name ?? ':1'}`);
  const client = createRegistryClient({ reference, credentials: null, isPlain: false, pause: 1, timeout: 2000, ...more.asking });
  return { client, reference, target: join(folder, 'out'), trust: null, today, onProgress: () => undefined, ...more };
}

/** Paths and digests of a folder. */
export function written(home: string): readonly (readonly string[])[] {
  const paths = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = paths.map((entry) => join(entry.parentPath, entry.name));
  return sorted(new Map(found.map((path) => [path.slice(home.length + 1), new Uint8Array(readFileSync(path))])));
}

export function sorted(of: PackFiles): readonly (readonly string[])[] {
  return [...of].map(([path, bytes]) => [path, digestOfBytes(bytes)]).sort();
}

/** A lie about every address that has this in it. */
export function at(path: string, lie: (response: Parameters<Lie>[1], request: Parameters<Lie>[0]) => void): Lie {
  return (request, response) => {
    if (!(request.url ?? '').includes(path)) return false;
    lie(response, request);
    return true;
  };
}

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the minimal pack is no pack');
  return value;
}
