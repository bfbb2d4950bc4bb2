const waits = [500, 1000, 2000, 4000, 8000, 15_000] as const;

/**
 * Waits until another attempt is due, which is at once when the browser says that it is connected again.
 */
export async function untilNextAttempt(attempt: number, { signal }: AbortController): Promise<'due' | 'broken' | 'stopped'> {
  const wait = waits[attempt];
  if (wait === undefined) return 'broken';
  await new Promise<void>((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, wait);
    addEventListener('online', go);
    signal.addEventListener('abort', go);
  });
  return signal.aborted ? 'stopped' : 'due';
}
