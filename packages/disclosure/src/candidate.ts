import { countWhile } from './count-while.ts';
import { contextReach, type Identifier } from './identifiers/identifier.ts';
import { type Hit, type Span } from './matching/scanner.ts';
import { type OmitRule } from './rule.ts';
import { type Screen } from './screen.ts';

/** A hit that may become an omission. A `likely` one counts only with a context word before it; an `exempt` one never, nor what lies inside it. */
export interface Candidate extends Span {
  readonly rule: OmitRule;
  readonly rank: number;
  readonly identifier: Identifier | null;
  readonly verdict: 'certain' | 'likely' | 'exempt';
}

export interface ContextWord extends Span {
  readonly identifier: string;
}

/** Judges a hit by checksum or number plan; null when it is none. What is published, or was typed by the person who asks, is exempt. */
export function judge(place: {
  readonly screen: Screen;
  readonly hit: Hit;
  readonly text: string;
  readonly exempt: ReadonlySet<string>;
}): Candidate | null {
  const role = place.screen.roles[place.hit.entry];
  if (role?.kind !== 'omit') return null;
  const { start, end, from, to } = place.hit;
  const found = { rule: role.rule, rank: role.rank, identifier: role.identifier, start, end, from, to };
  if (role.identifier === null) return { ...found, verdict: 'certain' };
  const verdict = role.identifier.verdict(place.text);
  if (verdict === 'no') return null;
  const key = `${role.identifier.id}:${role.identifier.key(place.text)}`;
  return { ...found, verdict: place.screen.exempt.has(key) || place.exempt.has(key) ? 'exempt' : verdict };
}

/** What the decision about a candidate rests on: all of it lies before the candidate ends. */
export interface Surroundings {
  /** In order of their ends. */
  readonly contexts: readonly ContextWord[];
  /** Whether a candidate lies inside something published. */
  readonly isExempt: (candidate: Candidate) => boolean;
  readonly omitted: readonly Span[];
}

export function counts(candidate: Candidate, surroundings: Surroundings): boolean {
  if (candidate.verdict === 'exempt' || surroundings.isExempt(candidate)) return false;
  return candidate.verdict === 'certain' || hasContext(candidate, surroundings);
}

/** An address inside a published one ("info@office.gov" of "info@office.gov.ee") is published with it. */
export function isPartOf(candidate: Candidate, exempt: Candidate): boolean {
  return candidate.identifier?.id === exempt.identifier?.id && exempt.start <= candidate.start && candidate.end <= exempt.end;
}

/** A context word of the same class shortly before the candidate, which has not itself been left out. */
function hasContext(candidate: Candidate, { contexts, omitted }: Surroundings): boolean {
  for (let index = countWhile(contexts, (context) => context.end <= candidate.start) - 1; index >= 0; index--) {
    const context = contexts[index];
    if (context === undefined) return false;
    if (visibleDistance(context.to, candidate.from, omitted) > contextReach) return false;
    if (context.identifier === candidate.identifier?.id && !omitted.some((span) => overlaps(span, context))) return true;
  }
  return false;
}

/** Symbols between two places, without what is left out between them: its length must decide nothing that a reader can see (R4). */
export function visibleDistance(from: number, to: number, omitted: readonly Span[]): number {
  return omitted.reduce((distance, span) => distance - Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), to - from);
}

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
