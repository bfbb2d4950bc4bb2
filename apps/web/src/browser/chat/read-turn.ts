import { announce, announceHelp } from './announce.ts';
import { type Asking, leaveAllBehind } from './asking.ts';
import { type ChatParts } from './chat-parts.ts';
import { inflatedBeside } from './inflated-beside.ts';
import { packTurn, withPacking } from './packed-turn.ts';
import { knownPhrases, type Phrases } from './phrases.ts';
import { clearFault, reasonOf, showFault } from './fault.ts';
import { untilNextAttempt } from './line.ts';
import { streamTurn } from './streamed-html.ts';
import { type TurnPlace } from './turn-place.ts';

/** How the reading of an answer ended. */
export type Reading =
  | { readonly kind: 'whole'; readonly turn: HTMLElement }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused'; readonly message: string | Node };

export interface ReadingTools {
  readonly parts: ChatParts;
  readonly place: TurnPlace;
  readonly ending: AbortController;
}

/**
 * Asks, and puts the turn into the page as the server writes it. When the line breaks, the same form is sent again: the answer has gone on being written meanwhile, and is read from its beginning.
 */
export async function readTurn(asking: Asking, { parts, place, ending }: ReadingTools): Promise<Reading> {
  const phrases = knownPhrases();
  const body = bodyOf(asking, phrases);
  let hasArrived = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch('/ask', { method: 'POST', body, headers: { accept: 'text/html' }, signal: ending.signal });
      hasArrived = true;
      clearFault(parts);
      place.say(parts.words('waiting'));
      if (response.headers.has('parlance-cut')) leaveAllBehind(parts);
      if (!response.ok) return { kind: 'refused', message: await reasonOf(response, parts) };
      return { kind: 'whole', turn: await fill(response, { parts, place, phrases }) };
    } catch {
      if (ending.signal.aborted) return { kind: 'stopped' };
      tellLost(parts, place, hasArrived);
      const next = await untilNextAttempt(attempt, ending);
      if (next !== 'due') return { kind: next };
    }
  }
}

/** Before anything came back, nobody can say that an answer is being written. */
function tellLost(parts: ChatParts, place: TurnPlace, hasArrived: boolean): void {
  const said = parts.words(hasArrived ? 'lineLost' : 'notSent');
  announce(parts, said);
  if (hasArrived) showFault(parts, said);
  else place.say(said);
}

/** How the answer may come is no part of what is asked. */
function bodyOf({ fields }: Asking, phrases: Phrases | null): URLSearchParams {
  const body = withPacking(fields);
  if (phrases !== null) body.set('phrases', phrases.id);
  return body;
}

interface Filling {
  readonly parts: ChatParts;
  readonly place: TurnPlace;
  readonly phrases: Phrases | null;
}

async function fill(response: Response, { parts, place, phrases }: Filling): Promise<HTMLElement> {
  const body = htmlOf(response, phrases);
  const sink = streamTurn((turn) => {
    place.begin(turn);
    announceHelp(parts, turn);
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    sink.write(decoder.decode(value, { stream: true }));
  }
  // Without its carried field the turn was cut off before its end.
  const carried = place.turn?.querySelector<HTMLInputElement>('input[name="turn"]') ?? null;
  if (place.turn === null || carried === null) throw new TypeError('cut off');
  await packTurn(carried);
  return place.turn;
}

function htmlOf({ body, headers }: Response, phrases: Phrases | null): ReadableStream<Uint8Array> {
  if (body === null) throw new TypeError('no body');
  const named = headers.get('parlance-phrases');
  if (named === null) return body;
  if (named !== phrases?.id) throw new TypeError('other phrases');
  return inflatedBeside(body, phrases.bytes);
}
