import { type Decider } from '@parlance/charter';
import { countWhile } from './count-while.ts';
import { contextReach, type Identifier } from './identifiers/identifier.ts';
import { type Hit, type Span } from './matching/hit.ts';
import { type OmitRule } from './rule.ts';
import { type Screen } from './screen.ts';

/**
 * A hit that may become an omission. A `likely` one counts only with a context word before it; an `exempt` one never, nor what lies inside it; a `typed` one, which
 * the person who asks has written, neither, but what lies inside it only under a rule for privacy.
 */
export interface Candidate extends Span {
  readonly rule: OmitRule;
  readonly rank: number;
  readonly identifier: Identifier | null;
  readonly verdict: 'certain' | 'likely' | 'exempt' | 'typed';
  readonly decidedBy: Decider;
}

export interface ContextWord extends Span {
  readonly identifier: string;
}

/** Judges a hit by checksum or number plan; null when it is none. What is published is exempt always, what was typed by the person who asks only as privacy. */
export function judge(place: {
  readonly screen: Screen;
  readonly hit: Hit;
  readonly text: string;
  readonly exempt: ReadonlySet<string>;
}): Candidate | null {
  const role = place.screen.roles[place.hit.entry];
  if (role?.kind !== 'omit') return null;
  const { start, end, from, to } = place.hit;
  const identifier = role.found?.identifier ?? null;
  const verdict = identifier?.verdict(place.text, role.found?.score) ?? 'certain';
  if (verdict === 'no') return null;
  return {
    rule: role.rule,
    rank: role.rank,
    identifier,
    start,
    end,
    from,
    to,
    decidedBy: 'automated',
    verdict: exemption(role.rule, identifier, place) ?? verdict,
  };
}

/** The key of an identifier is slow to make, and most screens have none to compare it with. */
function exemption(
  { cause }: OmitRule,
  identifier: Identifier | null,
  { screen, text, exempt }: { readonly screen: Screen; readonly text: string; readonly exempt: ReadonlySet<string> },
): 'exempt' | 'typed' | null {
  const typed = cause === 'privacy' ? exempt : nothing;
  if (identifier === null) return null;
  if (identifier.isOfService?.(text) === true) return 'exempt';
  if (screen.exempt.size + typed.size === 0) return null;
  const key = `${identifier.id}:${identifier.key(text)}`;
  if (screen.exempt.has(key)) return 'exempt';
  return typed.has(key) ? 'typed' : null;
}

const nothing: ReadonlySet<string> = new Set();

/** Whether a candidate is one that its verdict alone keeps. */
export function isKept({ verdict }: Candidate): boolean {
  return verdict === 'exempt' || verdict === 'typed';
}

/** Whether what lies inside a kept candidate is kept with it. */
export function keeps(kept: Candidate, inner: Candidate): boolean {
  return isPartOf(inner, kept) && (kept.verdict === 'exempt' || inner.rule.cause === 'privacy');
}

/** What the decision about a candidate rests on. All of it lies before the candidate ends, but for the words that may follow it. */
export interface Surroundings {
  /** In order of their ends. */
  readonly contexts: readonly ContextWord[];
  /** Whether an identifier lies inside something published. */
  readonly isExempt: (candidate: Candidate) => boolean;
  readonly omitted: readonly Span[];
  /** Whether a context word follows a candidate, null while that is not settled; asked only where one may. */
  readonly isFollowed: (candidate: Candidate) => boolean | null;
}

/** Whether a candidate is left out; null while a word that may follow it is not settled. */
export function counts(candidate: Candidate, surroundings: Surroundings): boolean | null {
  if (isKept(candidate) || (candidate.identifier !== null && surroundings.isExempt(candidate))) return false;
  if (candidate.verdict === 'certain' || hasContext(candidate, surroundings)) return true;
  return candidate.identifier?.contextFollows === true && surroundings.isFollowed(candidate);
}

/** Whether a candidate may be left out, as far as that can be told without what follows it. */
export function mayCount(candidate: Candidate, surroundings: Omit<Surroundings, 'isFollowed'>): boolean {
  return counts(candidate, { ...surroundings, isFollowed: () => true }) === true;
}

/** An address inside a published one ("info@office.gov" of "info@office.gov.ee") is published with it, and so is what looks like another identifier in there. */
export function isPartOf(candidate: Span, exempt: Span): boolean {
  return exempt.start <= candidate.start && candidate.end <= exempt.end;
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
