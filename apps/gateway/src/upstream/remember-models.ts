import { type Upstream } from './upstream.ts';

/** Milliseconds for which a list is known, and for which an empty one is: an upstream that was away for a moment must not seem away for a minute. */
export interface Freshness {
  readonly list: number;
  readonly nothing: number;
}

/** Asks an upstream for its models only now and then, so that no request waits for a list. */
export function rememberModels(upstream: Upstream, now: () => number, freshness: Freshness = { list: 60_000, nothing: 1000 }): Upstream {
  let known: Promise<readonly string[]> | null = null;
  let readAt = 0;
  let isEmpty = false;
  const read = async (): Promise<readonly string[]> => {
    const models = await upstream.models();
    isEmpty = models.length === 0;
    return models;
  };
  return {
    ...upstream,
    models() {
      const age = now() - readAt;
      if (known === null || age < 0 || age >= (isEmpty ? freshness.nothing : freshness.list)) {
        readAt = now();
        known = read();
      }
      return known;
    },
  };
}
