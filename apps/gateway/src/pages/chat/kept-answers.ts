import { type Departure, Leaving } from '../../upstream/departure.ts';

/** An answer that waits for its reader: it is written whether or not the line holds, and can be read again from its beginning. */
export interface KeptAnswer {
  /** Under which it was begun. */
  readonly id: string;
  /** Whether another asking could have a better one. Known at its end. */
  readonly isSpoiled: () => boolean;
  /**
   * Its parts from the first on, as they come, until its end or until the reader has gone. Throws what broke the answer. Null: as many read it already as may.
   */
  read(reader: Departure): AsyncGenerator<string> | null;
  /** The reader wants no more: the answer ends as when the client has gone. */
  stop(): void;
}

export interface KeepingLimits {
  /** Milliseconds for which an answer waits, counted from its beginning. */
  readonly time: number;
  /** UTF-16 units of all that waits. What would be more is not kept. */
  readonly size: number;
  /** UTF-16 units that are set aside for an answer while it is written. */
  readonly reserve: number;
  /** UTF-16 units of one answer. Writing stops there: answers end long before. */
  readonly longest: number;
  /** Who may read one answer at the same time. */
  readonly readers: number;
}

/** An answer that is to be kept. */
export interface Beginning {
  readonly id: string;
  /** What is spoiled is not kept beyond its end: asked again, it could be another. */
  readonly start: (departure: Departure, spoil: () => void) => AsyncIterable<string>;
}

interface Draft {
  readonly id: string;
  readonly parts: string[];
  readonly leaving: Leaving;
  readonly timer: NodeJS.Timeout;
  size: number;
  readers: number;
  /** Nobody finds it any more: it ends when the last reader goes. */
  isOver: boolean;
  isWhole: boolean;
  /** Not kept beyond its end. */
  isSpoiled: boolean;
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

  constructor(limits: KeepingLimits) {
    this.#limits = limits;
  }

  /** UTF-16 units that are kept or set aside. */
  get size(): number {
    let size = 0;
    for (const draft of this.#answers.values()) size += draft.isWhole ? draft.size : Math.max(draft.size, this.#limits.reserve);
    return size;
  }

  find(key: string): KeptAnswer | null {
    const draft = this.#answers.get(key);
    return draft === undefined ? null : this.#keptAnswer(draft);
  }

  /** Begins an answer and keeps it; null when there is no room: then it is written to its reader alone. */
  begin(key: string, { id, start }: Beginning): KeptAnswer | null {
    const { size, reserve, time } = this.#limits;
    if (this.size + reserve > size) return null;
    // By itself, and not when somebody looks: nobody may look for hours.
    const timer = setTimeout(() => {
      this.#forget(key);
    }, time).unref();
    const draft = newDraft(id, timer);
    this.#answers.set(key, draft);
    const spoil = (): void => {
      draft.isSpoiled = true;
    };
    draft.done = gather(draft, start(draft.leaving, spoil), this.#limits.longest).then(() => {
      if ((draft.isSpoiled || draft.broken !== null) && this.#answers.get(key) === draft) this.#forget(key);
    });
    return this.#keptAnswer(draft);
  }

  /** Lets those who read read to the end, ends what nobody reads, and waits until all is settled. */
  async close(): Promise<void> {
    const drafts = [...this.#answers.values()];
    for (const key of [...this.#answers.keys()]) this.#forget(key);
    await Promise.all(drafts.map(({ done }) => done));
  }

  #forget(key: string): void {
    const draft = this.#answers.get(key);
    if (draft === undefined) return;
    clearTimeout(draft.timer);
    this.#answers.delete(key);
    draft.isOver = true;
    leaveUnread(draft);
  }

  #keptAnswer(draft: Draft): KeptAnswer {
    return {
      id: draft.id,
      isSpoiled: () => draft.isSpoiled || draft.broken !== null,
      read: (reader) => (draft.readers >= this.#limits.readers ? null : read(draft, reader)),
      stop: () => {
        draft.leaving.leave();
      },
    };
  }
}

function newDraft(id: string, timer: NodeJS.Timeout): Draft {
  return {
    id,
    timer,
    parts: [],
    leaving: new Leaving(),
    size: 0,
    readers: 0,
    isOver: false,
    isWhole: false,
    isSpoiled: false,
    broken: null,
    listeners: [],
    done: Promise.resolve(),
  };
}

/** An answer that nobody can find and nobody reads is written for nobody. */
function leaveUnread(draft: Draft): void {
  if (draft.isOver && draft.readers === 0) draft.leaving.leave();
}

async function gather(draft: Draft, parts: AsyncIterable<string>, longest: number): Promise<void> {
  try {
    for await (const part of parts) {
      if (part === '') continue;
      draft.parts.push(part);
      draft.size += part.length;
      if (draft.size > longest) draft.leaving.leave();
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

/** Counts its reader from now on, before the first part is asked for. */
function read(draft: Draft, reader: Departure): AsyncGenerator<string> {
  draft.readers++;
  let isReading = true;
  const end = (): void => {
    if (!isReading) return;
    isReading = false;
    draft.readers--;
    tell(draft);
    leaveUnread(draft);
  };
  const forget = reader.whenGone(end);
  return partsOf(draft, reader, () => {
    forget();
    end();
  });
}

async function* partsOf(draft: Draft, reader: Departure, end: () => void): AsyncGenerator<string> {
  try {
    for (let next = 0; !reader.hasGone;) {
      const part = draft.parts[next];
      if (part !== undefined) {
        next += 1;
        yield part;
      } else if (draft.isWhole) {
        if (draft.broken !== null) throw draft.broken instanceof Error ? draft.broken : new Error('an answer failed');
        return;
      } else await new Promise<void>((resolve) => draft.listeners.push(resolve));
    }
  } finally {
    end();
  }
}
