import { countWhile } from './count-while.ts';
import { type Span } from './matching/hit.ts';

interface Reach {
  readonly start: number;
  /** The furthest end of all that start up to here. */
  readonly furthest: number;
}

/** Tells what lies inside one of many spans without looking at all of them: a text may be full of published addresses. */
export function insideOf(spans: readonly Span[]): (inner: Span) => boolean {
  const reaches: Reach[] = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    reaches.push({ start, furthest: Math.max(end, reaches.at(-1)?.furthest ?? 0) });
  }
  return ({ start, end }) => {
    const last = reaches[countWhile(reaches, (reach) => reach.start <= start) - 1];
    return last !== undefined && last.furthest >= end;
  };
}
