import { type Departure, Leaving } from '../upstream/departure.ts';

/** Milliseconds for which an answer that was refused is still read, for what it used. */
const longestWait = 1000;

/** When the upstream is left: with the client, or soon after the answer was refused. */
export interface Parting {
  readonly departure: Departure;
  /** Begins the wait; once begun, it is not begun again. */
  leaveSoon(): void;
  /** Nothing is waited for any more. */
  end(): void;
}

export function partingWith(client: Departure): Parting {
  const departure = new Leaving();
  const leave = (): void => {
    departure.leave();
  };
  const stopListening = client.whenGone(leave);
  let timer: NodeJS.Timeout | null = null;
  return {
    departure,
    leaveSoon() {
      timer ??= setTimeout(leave, longestWait);
    },
    end() {
      stopListening();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
