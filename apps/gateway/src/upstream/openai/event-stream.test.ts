import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type UpstreamEvent } from '../upstream.ts';
import { readEvents } from './event-stream.ts';

const content = (text: string) => `{"choices":[{"index":0,"delta":{"content":${JSON.stringify(text)}}}]}`;
const end = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}';

async function read(bytes: Buffer, cuts: readonly number[] = []): Promise<readonly UpstreamEvent[]> {
  const places = [0, ...cuts, bytes.length].sort((left, right) => left - right);
  const events: UpstreamEvent[] = [];
  for await (const some of readEvents(parts(places.slice(1).map((place, index) => bytes.subarray(places[index], place)))))
    events.push(...some);
  return events;
}

async function* parts(buffers: readonly Buffer[]): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield* buffers;
}

const summary = (events: readonly UpstreamEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.delta : event.kind === 'fault' ? event.code : event.kind));

describe('a stream of events', () => {
  test.each(['\n', '\r\n', '\r'])('is the same wherever its bytes are cut (line end %j)', async (lineEnd) => {
    const lines = [
      ': hi',
      '',
      `data: ${content('õ🇪🇪')}`,
      '',
      'event: x',
      'id: 1',
      'data: {"choices":',
      'data: []}',
      '',
      `data:${content('漢')}`,
      '',
      `data: ${end}`,
      '',
      'data: [DONE]',
      '',
      '',
    ];
    const bytes = Buffer.from(lines.join(lineEnd));
    const whole = await read(bytes);
    expect(summary(whole)).toEqual(['õ🇪🇪', '漢', 'finish']);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
        expect(await read(bytes, cuts)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['without [DONE] after every choice has finished', `data: ${content('a')}\n\ndata: ${end}\n\n`, ['a', 'finish']],
    ['without [DONE] before', `data: ${content('a')}\n\n`, ['a', 'upstream_truncated']],
    ['in the middle of an event', `data: ${end}\n\ndata: ${content('a')}`, ['finish']],
    [
      'with a choice open',
      `data: ${end}\n\ndata: {"choices":[{"index":1,"delta":{"content":"b"}}]}\n\n`,
      ['finish', 'b', 'upstream_truncated'],
    ],
    ['with nothing', '', ['upstream_truncated']],
    ['with garbage', 'data: x\n\ndata: [DONE]\n\n', ['upstream_malformed']],
    ['with an error', `data: ${content('a')}\n\ndata: {"error":{}}\n\n`, ['a', 'upstream_unavailable']],
  ])('that ends %s', async (_name, text, expected) => {
    expect(summary(await read(Buffer.from(text)))).toEqual(expected);
  });

  test('nothing is read after a fault or after [DONE]', async () => {
    expect(summary(await read(Buffer.from(`data: x\n\ndata: ${content('a')}\n\n`)))).toEqual(['upstream_malformed']);
    expect(summary(await read(Buffer.from(`data: ${end}\n\ndata: [DONE]\n\ndata: ${content('a')}\n\n`)))).toEqual(['finish']);
  });

  test('an event without an end does not fill the memory', async () => {
    const part = Buffer.alloc(1024 * 1024, 'x');
    let taken = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('data: ');
      for (;;) {
        taken++;
        await Promise.resolve();
        yield part;
      }
    }
    const events: UpstreamEvent[] = [];
    for await (const some of readEvents(endless())) events.push(...some);
    expect(summary(events)).toEqual(['upstream_malformed']);
    expect(taken).toBeLessThan(10);
  });
});
