import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../../../tests/property-runs.ts';
import { type UpstreamEvent } from '../upstream.ts';
import { createEventReader } from './event-reader.ts';

const folder = new URL('../../../../../vectors/wire/', import.meta.url);
const streams = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));

function read(bytes: Buffer, cuts: readonly number[] = []): readonly UpstreamEvent[] {
  const reader = createEventReader();
  const places = [0, ...cuts, bytes.length].sort((left, right) => left - right);
  return [...places.slice(1).flatMap((place, index) => reader.feed(bytes.subarray(places[index], place))), ...reader.finish()];
}

const textsOf = (events: readonly UpstreamEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'text' ? [event.delta] : []));

describe.each(streams)('the stream $name', ({ bytes }) => {
  test('has 200 chunks of text and ends well', () => {
    const events = read(bytes);
    expect(textsOf(events).filter((text) => text !== '')).toHaveLength(200);
    expect(events.at(-1)).toMatchObject({ kind: 'finish' });
    expect(events.some(({ kind }) => kind === 'fault')).toBe(false);
  });

  test('says the same however its bytes come', () => {
    const whole = read(bytes);
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 30 });
    const isAlike = (places: readonly number[]): void => {
      expect(read(bytes, places)).toEqual(whole);
    };
    fc.assert(fc.property(cuts, isAlike), { numRuns: propertyRuns(500) });
  });

  test('does not end well when it is cut off', () => {
    const cut = bytes.subarray(0, bytes.lastIndexOf('"finish_reason":"stop"') - 50);
    expect(read(cut).at(-1)).toMatchObject({ kind: 'fault' });
  });
});
