import { type Candidate } from './candidate.ts';
import { countWhile } from './count-while.ts';

interface Reach {
  readonly start: number;
  /** The furthest end of all that start up to here. */
  readonly furthest: number;
}

/** Tells what lies inside one of many spans of its own class without looking at all of them: a text may be full of published addresses. */
export function insideOf(spans: readonly Candidate[]): (candidate: Candidate) => boolean {
  const reaches = new Map<string | undefined, Reach[]>();
  for (const { identifier, start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const known = reaches.get(identifier?.id) ?? [];
    known.push({ start, furthest: Math.max(end, known.at(-1)?.furthest ?? 0) });
    reaches.set(identifier?.id, known);
  }
  return ({ identifier, start, end }) => {
    const known = reaches.get(identifier?.id) ?? [];
    const last = known[countWhile(known, (reach) => reach.start <= start) - 1];
    return last !== undefined && last.furthest >= end;
  };
}
