import { Leaving, type Departure } from '../../upstream/departure.ts';

/** An answer that waits for its reader: it is written whether or not the line holds, and can be read again from its beginning. */
export interface KeptAnswer {
  /** Its parts from the first on, as they come. Throws what broke the answer. */
  read(): AsyncGenerator<string>;
  /** The reader wants no more: the answer ends as when the client has gone. */
  stop(): void;
}

export interface KeepingLimits {
  /** Milliseconds for which an answer waits, counted from its beginning. */
  readonly time: number;
  /** UTF-16 units of all that waits. What would be more is not kept. */
  readonly size: number;
}

interface Draft {
  readonly parts: string[];
  readonly leaving: Leaving;
  readonly endsAt: number;
  size: number;
  isWhole: boolean;
  broken: unknown;
  /** Told when something was added. */
  listeners: (() => void)[];
  /** Settled when the answer has come to its end, however. */
  done: Promise<void>;
}

/**
 * Answers under way and those of the last minutes, in memory alone, by what was asked: the same form sent again, because the line broke or somebody pressed twice,
 * reads the same answer and asks nobody a second time. Nobody can guess the ticket that is part of the key.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, Draft>();
  readonly #limits: KeepingLimits;
  readonly #now: () => number;

  constructor(limits: KeepingLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  find(key: string): KeptAnswer | null {
    this.#forgetOld();
    const draft = this.#answers.get(key);
    return draft === undefined ? null : keptAnswer(draft);
  }

  /** Begins an answer and keeps it; null when there is no room: then it is written to its reader alone. */
  begin(key: string, start: (departure: Departure) => AsyncIterable<string>): KeptAnswer | null {
    this.#forgetOld();
    if (this.#size() >= this.#limits.size) return null;
    const draft: Draft = {
      parts: [],
      leaving: new Leaving(),
      endsAt: this.#now() + this.#limits.time,
      size: 0,
      isWhole: false,
      broken: null,
      listeners: [],
      done: Promise.resolve(),
    };
    this.#answers.set(key, draft);
    draft.done = gather(draft, start(draft.leaving));
    return keptAnswer(draft);
  }

  /** Ends what is under way, and waits until it is settled. */
  async close(): Promise<void> {
    const drafts = [...this.#answers.values()];
    this.#answers.clear();
    for (const { leaving } of drafts) leaving.leave();
    await Promise.all(drafts.map(({ done }) => done));
  }

  #size(): number {
    let size = 0;
    for (const draft of this.#answers.values()) size += draft.size;
    return size;
  }

  /** They stand in the order of their ends. */
  #forgetOld(): void {
    for (const [key, draft] of this.#answers) {
      if (draft.endsAt > this.#now()) return;
      draft.leaving.leave();
      this.#answers.delete(key);
    }
  }
}

async function gather(draft: Draft, parts: AsyncIterable<string>): Promise<void> {
  try {
    for await (const part of parts) {
      if (part === '') continue;
      draft.parts.push(part);
      draft.size += part.length;
      tell(draft);
    }
  } catch (error) {
    draft.broken = error ?? new Error('an answer failed');
  }
  draft.isWhole = true;
  tell(draft);
}

function tell(draft: Draft): void {
  const { listeners } = draft;
  draft.listeners = [];
  for (const listener of listeners) listener();
}

function keptAnswer(draft: Draft): KeptAnswer {
  return {
    read: () => read(draft),
    stop: () => {
      draft.leaving.leave();
    },
  };
}

async function* read(draft: Draft): AsyncGenerator<string> {
  for (let next = 0; ;) {
    const part = draft.parts[next];
    if (part !== undefined) {
      next += 1;
      yield part;
    } else if (draft.isWhole) {
      if (draft.broken !== null) throw draft.broken instanceof Error ? draft.broken : new Error('an answer failed');
      return;
    } else await new Promise<void>((resolve) => draft.listeners.push(resolve));
  }
}
