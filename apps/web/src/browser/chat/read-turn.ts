import { announce } from './announce.ts';
import { type Asking } from './asking.ts';
import { type ChatParts } from './chat-parts.ts';
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
export async function readTurn({ fields }: Asking, { parts, place, ending }: ReadingTools): Promise<Reading> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch('/ask', { method: 'POST', body: fields, headers: { accept: 'text/html' }, signal: ending.signal });
      clearFault(parts);
      if (!response.ok) return { kind: 'refused', message: await reasonOf(response, parts) };
      return { kind: 'whole', turn: await fill(response, place) };
    } catch {
      if (ending.signal.aborted) return { kind: 'stopped' };
      announce(parts, parts.words('lineLost'));
      showFault(parts, parts.words('lineLost'));
      const next = await untilNextAttempt(attempt, ending);
      if (next !== 'due') return { kind: next };
    }
  }
}

async function fill({ body }: Response, place: TurnPlace): Promise<HTMLElement> {
  if (body === null) throw new TypeError('no body');
  const sink = streamTurn((turn) => {
    place.begin(turn);
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    sink.write(decoder.decode(value, { stream: true }));
  }
  // Without its carried field the turn was cut off before its end.
  if (place.turn?.querySelector('input[name="turn"]') == null) throw new TypeError('cut off');
  return place.turn;
}
