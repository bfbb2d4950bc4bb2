import { type Candidate, counts, judge, type ContextWord, type Surroundings } from './candidate.ts';
import { mayHoldIdentifier } from './identifiers/may-hold-identifier.ts';
import { finishScan, freshScan, scan, type Hit } from './matching/scanner.ts';
import { type Screen } from './screen.ts';

/** Where a rule matches a whole text, in UTF-16 units, end exclusive. */
export interface Match {
  readonly rule: string;
  readonly identifier: string | null;
  readonly start: number;
  readonly end: number;
}

/** Every match of every rule, triggers of additions included: what `check` runs over the safety corpus, and what minimising runs over a request. */
export function findMatches(screen: Screen, text: string): readonly Match[] {
  if (screen.isForIdentifiers && !mayHoldIdentifier(text)) return [];
  const [scanned, first] = scan(screen.table, freshScan, text);
  const hits = [...first, ...finishScan(screen.table, scanned).hits];
  const judged = hits.map((hit) => judge({ screen, hit, text: text.slice(hit.start, hit.end), exempt: new Set() }));
  const surroundings: Surroundings = {
    contexts: hits.flatMap((hit) => contextWord(screen, hit)).sort((left, right) => left.end - right.end),
    isExempt: insideOf(judged.filter((candidate) => candidate?.verdict === 'exempt')),
    omitted: [],
  };
  return hits.flatMap((hit, index): readonly Match[] => {
    const { start, end } = hit;
    const role = screen.roles[hit.entry];
    if (role?.kind === 'trigger') return [{ rule: role.rule.id, identifier: null, start, end }];
    const candidate = judged[index] ?? null;
    if (candidate === null || !counts(candidate, surroundings)) return [];
    return [{ rule: candidate.rule.id, identifier: candidate.identifier?.id ?? null, start, end }];
  });
}

/** Tells what lies inside one of many spans without looking at all of them: a text may be full of published addresses. */
function insideOf(spans: readonly (Candidate | null)[]): (candidate: Candidate) => boolean {
  const ends = new Map<string | undefined, { readonly start: number; readonly furthest: number }[]>();
  for (const span of spans.filter((each) => each !== null).sort((left, right) => left.start - right.start)) {
    const known = ends.get(span.identifier?.id) ?? [];
    known.push({ start: span.start, furthest: Math.max(span.end, known.at(-1)?.furthest ?? 0) });
    ends.set(span.identifier?.id, known);
  }
  return ({ identifier, start, end }) => {
    const known = ends.get(identifier?.id) ?? [];
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (known[low - 1]?.furthest ?? 0) >= end;
  };
}

export function contextWord(screen: Screen, hit: Hit): readonly ContextWord[] {
  const role = screen.roles[hit.entry];
  if (role?.kind !== 'context') return [];
  const { start, end, from, to } = hit;
  return [{ identifier: role.identifier.id, start, end, from, to }];
}
