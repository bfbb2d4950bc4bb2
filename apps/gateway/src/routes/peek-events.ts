import { type TurnEvent } from '@parlance/wire';
import { type TurnEvents } from '../turn/turn.ts';

/** Waits for the first event that would be sent, without losing any. */
export async function peekEvents(
  source: AsyncGenerator<TurnEvents>,
): Promise<{ readonly first: TurnEvent | null; readonly events: AsyncGenerator<TurnEvents> }> {
  const read: TurnEvents[] = [];
  let first: TurnEvent | null = null;
  while (first === null) {
    const next = await source.next();
    if (next.done === true) break;
    read.push(next.value);
    first = next.value.find((event) => !isUnsent(event)) ?? null;
  }
  return { first, events: again(read, source) };
}

/** Sources, and what a refusal tells before its end, do not open the stream. */
function isUnsent(event: TurnEvent): boolean {
  return event.kind === 'source' || event.kind === 'disclosure';
}

async function* again(read: readonly TurnEvents[], source: AsyncGenerator<TurnEvents>): AsyncGenerator<TurnEvents> {
  yield* read;
  yield* source;
}
