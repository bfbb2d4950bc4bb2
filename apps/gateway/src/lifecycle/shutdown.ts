export type ShutdownSignal = 'SIGTERM' | 'SIGINT';

/** The part of `process` that ends a server. */
export interface ShutdownSignals {
  on(signal: ShutdownSignal, listener: () => void): unknown;
  exit(code: number): void;
}

/** One Ctrl-C arrives twice under `npm start`: from the terminal and, milliseconds later, from npm, which passes it on. */
const echo = 300;

/**
 * The first SIGTERM or SIGINT drains and exits with 0. A second one, which a person sends who does not want to wait, exits with 130
 * at once. Exits with 1 when draining fails or takes longer than `deadline` milliseconds.
 */
export function onShutdown(signals: ShutdownSignals, drain: () => Promise<void>, deadline: number): void {
  let beganAt: number | null = null;
  const listener = () => {
    if (beganAt === null) {
      beganAt = performance.now();
      void drainAndExit(signals, drain, deadline);
    } else if (performance.now() - beganAt >= echo) signals.exit(130);
  };
  signals.on('SIGTERM', listener);
  signals.on('SIGINT', listener);
}

async function drainAndExit(signals: ShutdownSignals, drain: () => Promise<void>, deadline: number): Promise<void> {
  const timer = setTimeout(() => {
    signals.exit(1);
  }, deadline);
  try {
    await drain();
    signals.exit(0);
  } catch {
    // Whoever drains reports its own faults; the exit code says that it did not end well.
    signals.exit(1);
  } finally {
    clearTimeout(timer);
  }
}
