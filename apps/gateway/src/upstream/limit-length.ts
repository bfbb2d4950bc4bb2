import { type Upstream, type UpstreamEvent } from './upstream.ts';

/** An upstream whose answers end, as by its own limit of length, once they hold so many UTF-16 units: a page that fills without an end helps nobody. */
export function limitLength(upstream: Upstream, longest: number): Upstream {
  return {
    ...upstream,
    async *ask(request, departure) {
      let length = 0;
      for await (const events of upstream.ask(request, departure)) {
        length += lengthOf(events);
        yield events;
        if (length <= longest) continue;
        yield [{ kind: 'finish', choice: 0, reason: 'length' }];
        return;
      }
    },
  };
}

function lengthOf(events: readonly UpstreamEvent[]): number {
  return events.reduce((length, event) => length + (event.kind === 'text' || event.kind === 'tool' ? event.delta.length : 0), 0);
}
