import { type Asking } from './asking.ts';
import { withPacking } from './packed-turn.ts';

/** Milliseconds after which it is told again. */
const waits = [1000, 4000, 15_000] as const;

/** Whether the server ends the answer to this question. On a slow line it may know of the question only after it was told to end it, so it can be told until it knows. */
export async function endAtServer(asking: Asking, how: 'once' | 'until-known'): Promise<boolean> {
  const body = withPacking(asking.fields);
  body.set('stop', '1');
  for (const wait of how === 'once' ? [] : waits) {
    if (await tell(body)) return true;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return tell(body);
}

function tell(body: URLSearchParams): Promise<boolean> {
  return fetch('/ask', { method: 'POST', body }).then(
    ({ ok }) => ok,
    () => false,
  );
}
