import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../../../tests/property-runs.ts';
import { type UpstreamEvent } from '../upstream.ts';
import { readCompletion } from './chunk.ts';
import { createEventReader } from './event-reader.ts';

const content = (text: string) => `{"choices":[{"index":0,"delta":{"content":${JSON.stringify(text)}}}]}`;
const end = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}';

function readAll(parts: Iterable<Buffer>): readonly UpstreamEvent[] {
  const reader = createEventReader();
  const events: UpstreamEvent[] = [];
  for (const part of parts) {
    events.push(...reader.feed(part));
    if (reader.hasEnded()) return events;
  }
  return [...events, ...reader.finish()];
}

function read(bytes: Buffer, cuts: readonly number[] = []): readonly UpstreamEvent[] {
  const places = [0, ...cuts, bytes.length].sort((left, right) => left - right);
  return readAll(places.slice(1).map((place, index) => bytes.subarray(places[index], place)));
}

const summary = (events: readonly UpstreamEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.delta : event.kind === 'fault' ? event.code : event.kind));

describe('a stream of events', () => {
  test.each(['\n', '\r\n', '\r'])('is the same wherever its bytes are cut (line end %j)', (lineEnd) => {
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
    const whole = read(bytes);
    expect(summary(whole)).toEqual(['õ🇪🇪', '漢', 'finish']);
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.nat(bytes.length), { maxLength: 12 }), fc.constant([...bytes.keys()])), (cuts) => {
        expect(read(bytes, cuts)).toEqual(whole);
      }),
      { numRuns: propertyRuns(3000) },
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
  ])('that ends %s', (_name, text, expected) => {
    expect(summary(read(Buffer.from(text)))).toEqual(expected);
  });

  test('is read the same whether its chunks fit the mould of the one before or not', () => {
    const texts = fc.constantFrom(
      'a',
      'b',
      'content',
      'a"b',
      'a\\b',
      '\n',
      'õ',
      '\u2028',
      '{}',
      '","content":"x',
      'x'.repeat(50),
      '\ud83d\ude42',
      'stop',
    );
    const members = fc.constantFrom(
      '',
      ',"logprobs":null',
      ',"finish_reason":null',
      ',"finish_reason":"stop"',
      ',"index":0',
      ',"delta":{"content":"y"}',
      ',"aside":"a"',
    );
    const deltas = fc.constantFrom('', '"role":"assistant",', '"content":"a",', '"refusal":"a",', '"aside":"a",');
    const chunk = fc.tuple(texts, members, deltas, fc.constantFrom('', '"id":"a",', '"id":"b",', '"choices":[],'));
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
        const data = chunks.map(
          ([text, member, delta, before]) =>
            `{${before}"choices":[{"index":0,"delta":{${delta}"content":${JSON.stringify(text)}}${member}}]}`,
        );
        const alone = data.flatMap((each) => readCompletion(JSON.parse(each)));
        const fault = alone.findIndex(({ kind }) => kind === 'fault');
        const reader = createEventReader();
        const bytes = Buffer.from(data.map((each) => `data: ${each}\n\n`).join(''));
        expect(reader.feed(bytes)).toEqual(fault === -1 ? alone : alone.slice(0, fault + 1));
      }),
      { numRuns: propertyRuns(50_000) },
    );
  });

  test('nothing is read after a fault or after [DONE]', () => {
    expect(summary(read(Buffer.from(`data: x\n\ndata: ${content('a')}\n\n`)))).toEqual(['upstream_malformed']);
    expect(summary(read(Buffer.from(`data: ${end}\n\ndata: [DONE]\n\ndata: ${content('a')}\n\n`)))).toEqual(['finish']);
  });

  test('an event without an end does not fill the memory', () => {
    const part = Buffer.alloc(1024 * 1024, 'x');
    let taken = 0;
    function* endless(): Generator<Buffer> {
      yield Buffer.from('data: ');
      for (;;) {
        taken++;
        yield part;
      }
    }
    const events = readAll(endless());
    expect(summary(events)).toEqual(['upstream_malformed']);
    expect(taken).toBeLessThan(10);
  });
});
