/** `00000000000000004096.journal`: twenty digits, so that names sort like positions. */
export function segmentName(first: bigint): string {
  return `${String(first).padStart(20, '0')}.journal`;
}

/** Null for any other name. */
export function firstOfSegmentName(name: string): bigint | null {
  const [, digits] = /^(\d{20})\.journal$/.exec(name) ?? [];
  return digits === undefined ? null : BigInt(digits);
}
