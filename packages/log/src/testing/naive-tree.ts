import { createHash } from 'node:crypto';

export interface NaiveTree {
  /** MTH(D[0:n]) */
  readonly root: (n: number) => Uint8Array;
  /** PATH(m, D[0:n]) */
  readonly path: (m: number, n: number) => readonly Uint8Array[];
  /** PROOF(m, D[0:n]) */
  readonly consistency: (m: number, n: number) => readonly Uint8Array[];
}

/** RFC 6962 section 2.1, word for word, on Node's own SHA-256: shares no line with what it checks. Keeps what it computed, nothing else. */
export function naiveTree(entries: readonly Uint8Array[]): NaiveTree {
  const known = new Map<string, Uint8Array>();
  const mth = (start: number, end: number): Uint8Array => {
    const hash = known.get(`${start}:${end}`) ?? compute(start, end);
    known.set(`${start}:${end}`, hash);
    return hash;
  };
  const compute = (start: number, end: number): Uint8Array => {
    const n = end - start;
    if (n === 0) return digest();
    if (n === 1) return digest(Uint8Array.of(0), entries[start] ?? new Uint8Array());
    const k = start + largestPowerBelow(n);
    return digest(Uint8Array.of(1), mth(start, k), mth(k, end));
  };
  const path = (m: number, start: number, end: number): readonly Uint8Array[] => {
    if (end - start === 1) return [];
    const k = largestPowerBelow(end - start);
    return m < k ? [...path(m, start, start + k), mth(start + k, end)] : [...path(m - k, start + k, end), mth(start, start + k)];
  };
  const subproof = (m: number, [start, end]: readonly [number, number], complete: boolean): readonly Uint8Array[] => {
    if (m === end - start) return complete ? [] : [mth(start, end)];
    const k = largestPowerBelow(end - start);
    if (m <= k) return [...subproof(m, [start, start + k], complete), mth(start + k, end)];
    return [...subproof(m - k, [start + k, end], false), mth(start, start + k)];
  };
  return {
    root: (n) => mth(0, n),
    path: (m, n) => path(m, 0, n),
    consistency: (m, n) => (m === 0 ? [] : subproof(m, [0, n], true)),
  };
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
