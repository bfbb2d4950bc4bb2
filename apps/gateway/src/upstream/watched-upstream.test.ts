import { describe, expect, test } from 'vitest';
import { Leaving } from './departure.ts';
import { limitLength } from './limit-length.ts';
import { type Upstream, type UpstreamEvent, type UpstreamRequest } from './upstream.ts';
import { watchUpstream } from './watch-upstream.ts';

const text = (delta: string): UpstreamEvent => ({ kind: 'text', choice: 0, channel: 'content', delta });
const fault: UpstreamEvent = { kind: 'fault', code: 'upstream_unavailable', message: '' };

/** Says one list after another, each in an answer of its own. */
function upstreamOf(...answers: (readonly UpstreamEvent[])[]): Upstream & { readonly ended: () => number } {
  let ended = 0;
  return {
    ...{ id: 'test', jurisdiction: null, kind: 'openai', defaultModel: null, models: () => Promise.resolve([]), ended: () => ended },
    async *ask() {
      try {
        for (const event of answers.shift() ?? []) yield await Promise.resolve([event]);
      } finally {
        ended++;
      }
    },
  };
}

async function told(upstream: Upstream): Promise<readonly UpstreamEvent[]> {
  const events: UpstreamEvent[] = [];
  for await (const some of upstream.ask({} as UpstreamRequest, new Leaving())) events.push(...some);
  return events;
}

describe('an upstream that is watched', () => {
  test('is down since it first failed, until it answers again', async () => {
    let hour = 10;
    const upstream = watchUpstream(
      upstreamOf([text('a')], [fault], [text('half'), fault], [fault], [text('b')]),
      () => new Date(Date.UTC(2026, 0, 1, hour++)),
    );
    const seen: (string | null)[] = [];
    for (let asked = 0; asked < 5; asked++) {
      await told(upstream);
      seen.push(upstream.downSince()?.toISOString().slice(11, 13) ?? null);
    }
    expect(seen).toEqual([null, '10', '11', '11', null]);
  });

  test('tells everything as it was said', async () => {
    expect(await told(watchUpstream(upstreamOf([text('a'), fault]), () => new Date(0)))).toEqual([text('a'), fault]);
  });
});

describe('an upstream whose length is limited', () => {
  test('says what fits as it is', async () => {
    expect(await told(limitLength(upstreamOf([text('abc'), text('de')]), 5))).toEqual([text('abc'), text('de')]);
  });

  test('ends by its length after what no longer fits, and is left', async () => {
    const upstream = upstreamOf([text('abc'), text('def'), text('ghi')]);
    expect(await told(limitLength(upstream, 5))).toEqual([text('abc'), text('def'), { kind: 'finish', choice: 0, reason: 'length' }]);
    expect(upstream.ended()).toBe(1);
  });
});
