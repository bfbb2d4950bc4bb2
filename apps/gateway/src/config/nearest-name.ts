/** The known name that a person most likely meant, or null when none is near. Case, `-` and `_` do not count. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = plain(name);
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(wanted, plain(candidate)) }));
  const best = ranked.reduce<(typeof ranked)[number] | null>(
    (least, next) => (least === null || next.distance < least.distance ? next : least),
    null,
  );
  return best !== null && best.distance <= Math.max(2, Math.floor(wanted.length / 3)) ? best.candidate : null;
}

/** Cut to a length no known name has, so that a hostile name costs little. */
function plain(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '');
}

/** Levenshtein's distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(left).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(right).entries()) {
      const [diagonal = 0, above = 0] = row.slice(column, column + 2);
      next.push(Math.min(diagonal + (character === other ? 0 : 1), above + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
