import { type TurnEvent } from '@parlance/wire';

/** Waits for the first event that would be sent, without losing any. */
export async function peekEvents(
  source: AsyncGenerator<TurnEvent>,
): Promise<{ readonly first: TurnEvent | null; readonly events: AsyncGenerator<TurnEvent> }> {
  const read: TurnEvent[] = [];
  let first: TurnEvent | null = null;
  while (first === null) {
    const next = await source.next();
    if (next.done === true) break;
    read.push(next.value);
    if (!isUnsent(next.value)) first = next.value;
  }
  return { first, events: again(read, source) };
}

/** Sources, and what a refusal tells before its end, do not open the stream. */
function isUnsent(event: TurnEvent): boolean {
  return event.kind === 'source' || event.kind === 'disclosure';
}

async function* again(read: readonly TurnEvent[], source: AsyncGenerator<TurnEvent>): AsyncGenerator<TurnEvent> {
  yield* read;
  yield* source;
}
