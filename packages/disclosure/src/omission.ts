import { type Candidate, overlaps } from './candidate.ts';
import { type Span } from './matching/hit.ts';

/** A stretch of one sentence that is left out, and the rule whose notice stands for it. */
export interface Omission extends Span {
  readonly winner: Candidate;
}

/** An omission stays open for this many units after its last match when no sentence ends. No sentence is held for longer that might get an addition before it. */
export const openReach = 600;

/** What has been found in a sentence so far: one stretch for each rule, from its first match to its last, so that their number cannot be read off (R4). */
export type Stretches = ReadonlyMap<string, Omission>;

export function extend(stretches: Stretches, candidate: Candidate): Stretches {
  const known = stretches.get(candidate.rule.id);
  const { start, end, from, to } = candidate;
  const stretch =
    known === undefined
      ? { winner: candidate, start, end, from, to }
      : { winner: known.winner, start: known.start, from: known.from, end: Math.max(known.end, end), to: Math.max(known.to, to) };
  return new Map([...stretches, [candidate.rule.id, stretch]]);
}

/** Stretches that overlap are one, under the cause that ranks first: charter, law, privacy, operator; then the earlier rule of the set (R6). */
export function omissionsOf(stretches: Stretches): readonly Omission[] {
  const merged: Omission[] = [];
  for (const next of [...stretches.values()].sort((left, right) => left.start - right.start || left.winner.rank - right.winner.rank)) {
    const last = merged.at(-1);
    if (last === undefined || !overlaps(last, next)) merged.push(next);
    else merged[merged.length - 1] = join(last, next);
  }
  return merged;
}

function join(left: Omission, right: Omission): Omission {
  const winner = left.winner.rank <= right.winner.rank ? left.winner : right.winner;
  return { winner, start: left.start, from: left.from, end: Math.max(left.end, right.end), to: Math.max(left.to, right.to) };
}
