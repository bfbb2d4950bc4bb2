import { type Upstream, type UpstreamEvent } from './upstream.ts';

/** An upstream that knows since when it has not answered, from what was asked of it; nobody is asked to find out. */
export function watchUpstream<Asked extends Upstream>(upstream: Asked, now: () => Date): Asked & Required<Pick<Upstream, 'downSince'>> {
  let since: Date | null = null;
  const see = ({ kind }: UpstreamEvent): void => {
    if (kind === 'fault') since ??= now();
    else if (kind === 'text' || kind === 'tool') since = null;
  };
  return {
    ...upstream,
    downSince: () => since,
    async *ask(request, departure) {
      for await (const events of upstream.ask(request, departure)) {
        for (const event of events) see(event);
        yield events;
      }
    },
  };
}
