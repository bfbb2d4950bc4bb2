import { vi } from 'vitest';

export interface LongWaits {
  /** Milliseconds of each wait that goes on. */
  readonly going: () => readonly number[];
  /** Lets all of them end now. */
  pass(): void;
  release(): void;
}

/** From here on waits of ten seconds and more can be ended by hand. All timers are real ones, so that nothing that uses them is left behind with a false one. */
export function holdLongWaits(): LongWaits {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const waits = new Map<unknown, { readonly delay: number; readonly end: () => void }>();
  vi.stubGlobal('setTimeout', (run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => {
    const timer = set(run, delay, ...given);
    const end = (): void => {
      clear(timer);
      waits.delete(timer);
      run(...given);
    };
    if (delay >= 10_000) waits.set(timer, { delay, end });
    return timer;
  });
  vi.stubGlobal('clearTimeout', (timer?: NodeJS.Timeout) => {
    waits.delete(timer);
    clear(timer);
  });
  return {
    going: () => [...waits.values()].map(({ delay }) => delay),
    pass() {
      for (const { end } of [...waits.values()]) end();
    },
    release() {
      vi.unstubAllGlobals();
    },
  };
}
