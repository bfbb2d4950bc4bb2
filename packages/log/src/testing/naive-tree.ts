import { createHash } from 'node:crypto';

/** RFC 6962 section 2.1, word for word and slowly, on Node's own SHA-256: shares no line with what it checks. */
export function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = entries;
  if (only === undefined) return digest();
  if (others.length === 0) return digest(Uint8Array.of(0), only);
  const k = largestPowerBelow(entries.length);
  return digest(Uint8Array.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

/** PATH(m, D[n]) of section 2.1.1. */
export function naivePath(m: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  if (entries.length === 1) return [];
  const k = largestPowerBelow(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)];
}

/** PROOF(m, D[n]) of section 2.1.2. */
export function naiveConsistency(m: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  return m === 0 ? [] : subproof(m, entries, true);
}

function subproof(m: number, entries: readonly Uint8Array[], complete: boolean): readonly Uint8Array[] {
  if (m === entries.length) return complete ? [] : [naiveRoot(entries)];
  const k = largestPowerBelow(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m <= k ? [...subproof(m, left, complete), naiveRoot(right)] : [...subproof(m - k, right, false), naiveRoot(left)];
}

function largestPowerBelow(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}
