/** How many answers of one day in one language had a source of one publisher. */
export interface CitationRow {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** Of the pack, for example `EE`. */
  readonly pack: string;
  /** As the pack writes it. */
  readonly publisher: string;
  /** BCP 47, of the answer. */
  readonly language: string;
  /** Answers beside which a source of the publisher was shown. */
  readonly shown: bigint;
  /** Those of them whose text cites one. */
  readonly cited: bigint;
}

/** One text for one row of the table `citation_day`. */
export function citationName({ day, pack, publisher, language }: CitationRow): string {
  return JSON.stringify([day, pack, publisher, language]);
}

export function addCitations(left: CitationRow, right: CitationRow): CitationRow {
  return { ...left, shown: left.shown + right.shown, cited: left.cited + right.cited };
}

/** One row for each name, in the order of the names, as `mergeUsage` does it and for its reasons. */
export function mergeCitations(rows: readonly CitationRow[]): readonly CitationRow[] {
  const merged = new Map<string, CitationRow>();
  for (const row of rows) {
    const name = citationName(row);
    const before = merged.get(name);
    merged.set(name, before === undefined ? row : addCitations(before, row));
  }
  return [...merged.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}
