import { createParser } from 'eventsource-parser';
import { type UpstreamEvent } from '../upstream.ts';
import { readCompletion } from './chunk.ts';

/** A line without an end must not fill the memory. */
const longestEvent = 4 * 1024 * 1024;

const truncated: UpstreamEvent = { kind: 'fault', code: 'upstream_truncated', message: 'the upstream broke off its answer' };
const malformed: UpstreamEvent = { kind: 'fault', code: 'upstream_malformed', message: 'the upstream sent events that are not JSON' };

/** Reads server-sent events (WHATWG HTML, section 9.2) up to `[DONE]`. A stream that ends without it is truncated, unless every choice had finished. */
export async function* readEvents(body: AsyncIterable<Buffer>): AsyncGenerator<UpstreamEvent> {
  const reader = createReader();
  const parts = body[Symbol.asyncIterator]();
  try {
    for (let part = await parts.next(); part.done !== true; part = await parts.next()) {
      const events = reader.feed(part.value);
      yield* events;
      if (reader.hasEnded() || events.some(({ kind }) => kind === 'fault')) return;
    }
    if (!reader.isComplete()) yield truncated;
  } finally {
    if (reader.hasEnded()) void exhaust(parts);
    else await parts.return?.();
  }
}

/** The last bytes of a stream follow `[DONE]`; a connection whose body was read to its end can be used again. */
async function exhaust(parts: AsyncIterator<Buffer>): Promise<void> {
  const timer = setTimeout(() => void parts.return?.(), longestFarewell);
  try {
    for (let count = 0; count < mostFarewells; count++) if ((await parts.next()).done === true) return;
    await parts.return?.();
  } catch {
    // The answer is whole; how the connection ended is nobody's concern.
  } finally {
    clearTimeout(timer);
  }
}

const longestFarewell = 1000;
const mostFarewells = 16;

interface Reader {
  feed(part: Buffer): readonly UpstreamEvent[];
  /** `[DONE]` has come. */
  hasEnded(): boolean;
  /** Every choice that began has finished. */
  isComplete(): boolean;
}

function createReader(): Reader {
  const waiting: string[] = [];
  const parser = createParser({ onEvent: (event) => waiting.push(event.data) });
  const decoder = new TextDecoder('utf-8');
  const open = new Set<number>();
  let hasFinished = false;
  let hasEnded = false;
  let sinceEvent = 0;
  const note = (event: UpstreamEvent): void => {
    if (event.kind === 'finish') {
      open.delete(event.choice);
      hasFinished = true;
    } else if (event.kind === 'text' || event.kind === 'tool') open.add(event.choice);
  };
  return {
    feed(part) {
      parser.feed(decoder.decode(part, { stream: true }));
      sinceEvent = waiting.length > 0 ? 0 : sinceEvent + part.length;
      if (sinceEvent > longestEvent) return [malformed];
      const data = waiting.splice(0);
      const end = data.indexOf('[DONE]');
      hasEnded = end !== -1;
      const events = upToFault((hasEnded ? data.slice(0, end) : data).flatMap(readData));
      events.forEach(note);
      return events;
    },
    hasEnded: () => hasEnded,
    isComplete: () => hasFinished && open.size === 0,
  };
}

/** What comes after a fault is not believed. */
function upToFault(events: readonly UpstreamEvent[]): readonly UpstreamEvent[] {
  const fault = events.findIndex(({ kind }) => kind === 'fault');
  return fault === -1 ? events : events.slice(0, fault + 1);
}

function readData(data: string): readonly UpstreamEvent[] {
  const value = parsed(data);
  return value === undefined ? [malformed] : readCompletion(value);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
