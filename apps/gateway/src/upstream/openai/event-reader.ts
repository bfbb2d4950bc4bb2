import { createParser } from 'eventsource-parser';
import { type UpstreamEvent } from '../upstream.ts';
import { readCompletion } from './chunk.ts';
import { type Mould, mouldOf, textIn } from './chunk-mould.ts';
import { type ReplyReader } from './reply-reader.ts';
import { type OnModel, tellModel } from './told-model.ts';

/** A line without an end must not fill the memory. */
const longestEvent = 4 * 1024 * 1024;

const truncated: UpstreamEvent = { kind: 'fault', code: 'upstream_truncated', message: 'the upstream broke off its answer' };
const malformed: UpstreamEvent = { kind: 'fault', code: 'upstream_malformed', message: 'the upstream sent events that are not JSON' };

/**
 * Reads server-sent events (WHATWG HTML, section 9.2) up to `[DONE]`; what came together is told together. A stream that ends without `[DONE]` is truncated, unless
 * every choice had finished.
 */
export function createEventReader(onModel?: OnModel): ReplyReader {
  const waiting: string[] = [];
  const parser = createParser({ onEvent: (event) => waiting.push(event.data) });
  const decoder = new TextDecoder('utf-8');
  const readChunk = createChunkReader(onModel);
  const open = new Set<number>();
  let hasFinished = false;
  let hasEnded = false;
  let sinceEvent = 0;
  const note = (event: UpstreamEvent): void => {
    if (event.kind === 'finish') {
      open.delete(event.choice);
      hasFinished = true;
    } else if (event.kind === 'text' || event.kind === 'tool') open.add(event.choice);
    else if (event.kind === 'fault') hasEnded = true;
  };
  return {
    feed(part) {
      parser.feed(decoder.decode(part, { stream: true }));
      sinceEvent = waiting.length > 0 ? 0 : sinceEvent + part.length;
      const data = waiting.splice(0);
      const end = data.indexOf('[DONE]');
      hasEnded = end !== -1;
      const events =
        sinceEvent > longestEvent ? [malformed] : upToFault((hasEnded ? data.slice(0, end) : data).flatMap((each) => readChunk(each)));
      events.forEach(note);
      return events;
    },
    hasEnded: () => hasEnded,
    finish: () => (hasFinished && open.size === 0 ? [] : [truncated]),
  };
}

/** What comes after a fault is not believed. */
function upToFault(events: readonly UpstreamEvent[]): readonly UpstreamEvent[] {
  const fault = events.findIndex(({ kind }) => kind === 'fault');
  return fault === -1 ? events : events.slice(0, fault + 1);
}

/** Moulds that one stream may try; a stream whose chunks differ in more than their text is parsed. */
const mostMoulds = 4;

/** Reads the chunks of one stream, those quickly that differ from the one before in nothing but their text. */
function createChunkReader(onModel?: OnModel): (data: string) => readonly UpstreamEvent[] {
  let mould: Mould | null = null;
  let moulds = 0;
  let hasText = false;
  return (data) => {
    const quick = mould === null ? null : textIn(mould, data);
    if (quick !== null) return [contentOf(quick)];
    const events = readData(data, onModel);
    const text = textOf(events);
    // The first one often names the role as well.
    if (text !== null && hasText && moulds++ < mostMoulds) mould = mouldOf(data, text, (other) => textOf(readData(other)));
    hasText ||= text !== null;
    return events;
  };
}

function contentOf(delta: string): UpstreamEvent {
  return { kind: 'text', choice: 0, channel: 'content', delta };
}

/** The text of a chunk that brings content of the first choice and nothing else. */
function textOf([event, ...more]: readonly UpstreamEvent[]): string | null {
  return event?.kind === 'text' && event.channel === 'content' && event.choice === 0 && more.length === 0 ? event.delta : null;
}

function readData(data: string, onModel?: OnModel): readonly UpstreamEvent[] {
  const value = parsed(data);
  tellModel(value, onModel);
  return value === undefined ? [malformed] : readCompletion(value);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
