import { isKept, judge, type Candidate, type ContextWord } from './candidate.ts';
import { contextWord } from './find-matches.ts';
import { type Hit, type Span } from './matching/hit.ts';
import { type AddRule } from './rule.ts';
import { type Screen } from './screen.ts';
import { withoutSigns } from './text/sign.ts';

/** What the scan has found and what is still needed to decide about it. */
export interface Findings {
  /** Not yet decided, in order of their starts. */
  readonly candidates: readonly Candidate[];
  readonly exempted: readonly Candidate[];
  /** Published numbers and addresses, which stay readable whatever is left out around them (R10). */
  readonly published: readonly Span[];
  /** Sentences with safety information: no omission reaches across them, but matchers still decide about what stands in them. */
  readonly kept: readonly Span[];
  readonly contexts: readonly ContextWord[];
  readonly triggers: readonly Trigger[];
  /** Stretches left out a short while ago: a context word or trigger inside them does not count. */
  readonly omitted: readonly Span[];
}

/** A match that an addition waits for. */
export interface Trigger extends Span {
  readonly rule: AddRule;
}

export const noFindings: Findings = { candidates: [], exempted: [], published: [], kept: [], contexts: [], triggers: [], omitted: [] };

/** Text that is held, where it begins, and what it is looked at with. */
interface Held {
  readonly screen: Screen;
  readonly exempt: ReadonlySet<string>;
  readonly held: string;
  readonly base: number;
}

/** The findings with what new hits are. */
export function findingsWith(findings: Findings, hits: readonly Hit[], { screen, exempt, held, base }: Held): Findings {
  if (hits.length === 0) return findings;
  const judged = hits.flatMap((hit) => {
    const candidate = judge({ screen, hit, text: withoutSigns(held.slice(hit.start - base, hit.end - base)), exempt });
    return candidate === null ? [] : [candidate];
  });
  const triggers = hits.flatMap((hit): readonly Trigger[] => {
    const role = screen.roles[hit.entry];
    return role?.kind === 'trigger' ? [{ ...hit, rule: role.rule }] : [];
  });
  return {
    candidates: inOrder([...findings.candidates, ...judged.filter((candidate) => !isKept(candidate))]),
    exempted: [...findings.exempted, ...judged.filter(isKept)],
    published: inOrder([...findings.published, ...hits.filter((hit) => screen.roles[hit.entry]?.kind === 'published')]),
    kept: findings.kept,
    contexts: [...findings.contexts, ...hits.flatMap((hit) => contextWord(screen, hit))],
    triggers: [...findings.triggers, ...triggers],
    omitted: findings.omitted,
  };
}

export function inOrder<Found extends Span>(spans: readonly Found[]): readonly Found[] {
  return [...spans].sort((left, right) => left.start - right.start);
}

export function isEmpty(findings: Findings): boolean {
  return Object.values(findings).every((found: readonly Span[]) => found.length === 0);
}
