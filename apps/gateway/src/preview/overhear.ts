import { codePointLength, digestOfText } from '@parlance/core';
import { render } from '@parlance/pack';
import { type Upstream, type UpstreamEvent, type UpstreamRequest } from '../upstream/upstream.ts';

export interface Overheard {
  readonly upstream: Upstream;
  /** What the turn asked; null when it has asked nothing. */
  readonly asked: () => UpstreamRequest | null;
  /** Code points that were said. */
  readonly said: () => number;
}

/** The same upstream for one turn, and what passed between them. */
export function overhear(upstream: Upstream): Overheard {
  let asked: UpstreamRequest | null = null;
  let said = 0;
  return {
    upstream: {
      ...upstream,
      async *ask(request, departure) {
        asked = request;
        for await (const events of upstream.ask(request, departure)) {
          for (const event of events) if (event.kind === 'text' || event.kind === 'tool') said += codePointLength(event.delta);
          yield events;
        }
      },
    },
    asked: () => asked,
    said: () => said,
  };
}

/**
 * The same upstream, which says the same when it is asked the same. A model words an answer anew each time: what the old and the new version ask in the same words has to have
 * the same answer, so that only differences show that a pack makes.
 */
export function constant(upstream: Upstream): Upstream {
  const known = new Map<string, readonly (readonly UpstreamEvent[])[]>();
  return {
    ...upstream,
    async *ask(request, departure) {
      const key = digestOfText(JSON.stringify([render(request.layers), request.body]));
      const before = known.get(key);
      if (before !== undefined) {
        yield* before;
        return;
      }
      const said: (readonly UpstreamEvent[])[] = [];
      for await (const events of upstream.ask(request, departure)) {
        said.push(events);
        yield events;
      }
      if (!said.flat().some(({ kind }) => kind === 'fault')) known.set(key, said);
    },
  };
}
