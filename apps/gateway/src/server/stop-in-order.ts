/** Stops each, one after the other, and throws what went wrong first. */
export async function stopInOrder(stops: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops) {
    try {
      await stop();
    } catch (error) {
      // What cannot be stopped must not keep the rest running.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
