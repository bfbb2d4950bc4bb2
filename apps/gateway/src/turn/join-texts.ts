import { type JudgedEvent } from './judging/judged-event.ts';

type TextEvent = JudgedEvent & { readonly kind: 'text' };

/** Joins texts of one channel that stand next to each other. */
export function joinTexts(events: readonly JudgedEvent[]): readonly JudgedEvent[] {
  const joined: JudgedEvent[] = [];
  let run: TextEvent[] = [];
  const release = (): void => {
    const [first] = run;
    if (first !== undefined) joined.push(run.length === 1 ? first : { ...first, delta: run.map(({ delta }) => delta).join('') });
    run = [];
  };
  for (const event of events) {
    const [first] = run;
    if (event.kind !== 'text' || (first !== undefined && !isSameChannel(first, event))) release();
    if (event.kind === 'text') run.push(event);
    else joined.push(event);
  }
  release();
  return joined;
}

function isSameChannel(one: TextEvent, other: TextEvent): boolean {
  return one.choice === other.choice && one.channel === other.channel;
}
