import { type BundleReference } from '../../bundle/bundle-reference.ts';

/** The base address of a registry. What travels unencrypted can be read and changed on the way, so it is for this machine, or for who asks for it. */
export function registryBase({ registry }: Pick<BundleReference, 'registry'>, isPlain: boolean): URL {
  return new URL(`${isPlain || isLoopback(registry) ? 'http' : 'https'}://${registry}/`);
}

function isLoopback(registry: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(registry);
}

/** Whether an address that a registry names may be asked: none that is less protected than the registry itself. */
export function isAsProtected(url: URL, base: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && base.protocol === 'http:');
}
