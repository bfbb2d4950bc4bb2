import { counts, judge, type ContextWord, type Surroundings } from './candidate.ts';
import { mayHoldIdentifier } from './identifiers/may-hold-identifier.ts';
import { finishScan, freshScan, scan, type Hit } from './matching/scanner.ts';
import { insideOf } from './inside-of.ts';
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
    isExempt: insideOf(judged.filter((candidate) => candidate !== null).filter(({ verdict }) => verdict === 'exempt')),
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

export function contextWord(screen: Screen, hit: Hit): readonly ContextWord[] {
  const role = screen.roles[hit.entry];
  if (role?.kind !== 'context') return [];
  const { start, end, from, to } = hit;
  return [{ identifier: role.identifier.id, start, end, from, to }];
}
