import { setImmediate } from 'node:timers/promises';
import { keptView } from '../list/register-view.ts';
import { driftNow } from './drift-now.ts';
import { type DriftAlertLine, driftWatch } from './drift-watch.ts';

/** What is done after each look at the log: the counts are read anew where they are new, so that no reader waits for that, and the operator is told of what stands out now. */
export function lookForDrift(store: Parameters<typeof keptView>[0], onAlert: (alert: DriftAlertLine) => void): () => Promise<void> {
  const watch = driftWatch();
  return async () => {
    const now = await keptView(store).refresh();
    // Whoever waits meanwhile comes first.
    await setImmediate();
    for (const alert of watch(driftNow(now)(null))) onAlert(alert);
  };
}
