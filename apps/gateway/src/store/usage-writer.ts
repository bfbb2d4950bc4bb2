import { randomUUID } from 'node:crypto';
import { CodedError } from '@parlance/core';
import { type KeyId, type TenantId } from './schema.ts';
import { storeError, type StoreErrorCode } from './store-error.ts';
import { addCounts, usageName, type UsageRow } from './usage-row.ts';
import { type UsageGroup, type UsageStore } from './usage-store.ts';

/** What one answer used. */
export interface Usage {
  readonly tenant: TenantId;
  readonly key: KeyId;
  readonly language: string;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly omitted: number;
  readonly added: number;
}

export interface UsageWriterOptions {
  readonly store: Pick<UsageStore, 'addBatch'>;
  /** Told of each failed write; the error names no tenant, key or count. */
  readonly onFault: (fault: CodedError<StoreErrorCode>) => void;
  readonly now?: () => Date;
  /** Milliseconds between two writes; after failures the pause doubles up to thirty times this. */
  readonly pause?: number;
  /** Rows in one write. */
  readonly groupSize?: number;
  /** Rows that may wait before `hasRoom` becomes false. */
  readonly capacity?: number;
}

/**
 * Collects usage in memory and writes it in groups. A group keeps its name until it is written, so that the store counts
 * it once even when the answer to a write was lost. What waits is added up per key, day and language: a database that is
 * away makes the counts larger, and hardly their number.
 */
export class UsageWriter {
  readonly #options: Required<UsageWriterOptions>;
  #waiting = new Map<string, UsageRow>();
  #group: UsageGroup | null = null;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;

  constructor(options: UsageWriterOptions) {
    this.#options = { now: () => new Date(), pause: 1000, groupSize: 1000, capacity: 100_000, ...options };
  }

  /** False: admit no more requests until the database answers again. `add` itself never refuses. */
  get hasRoom(): boolean {
    return this.waiting < this.#options.capacity;
  }

  /** Rows that are not written yet. */
  get waiting(): number {
    return this.#waiting.size + (this.#group?.rows.length ?? 0);
  }

  add(usage: Usage): void {
    const row = rowOf(usage, this.#options.now());
    const name = usageName(row);
    const before = this.#waiting.get(name);
    this.#waiting.set(name, before === undefined ? row : { ...row, ...addCounts(before, row) });
    if (this.#waiting.size >= this.#options.groupSize && this.#failures === 0) void this.flush();
    else this.#schedule();
  }

  /** Writes what waits, until nothing does or a write fails; never throws. */
  async flush(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.waiting > 0) this.#schedule();
    });
    await this.#writing;
  }

  /** Writes what waits, with `attempts` tries. Throws `usage_unwritten` with the number of rows when they fail. */
  async close(attempts = 5): Promise<void> {
    for (let attempt = 0; attempt < attempts && this.waiting > 0; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, this.#options.pause / 2));
      await this.flush();
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.waiting > 0) throw new CodedError('usage_unwritten', `${this.waiting} rows of usage could not be written`);
  }

  #schedule(): void {
    if (this.#timer !== null || this.#writing !== null) return;
    const pause = this.#options.pause * Math.min(2 ** this.#failures, 30);
    this.#timer = setTimeout(() => void this.flush(), pause);
    // Waiting usage does not keep a process alive that has nothing else to do; `close` writes it.
    this.#timer.unref();
  }

  async #writeAll(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while ((this.#group ??= this.#nextGroup()) !== null && (await this.#write(this.#group)));
  }

  #nextGroup(): UsageGroup | null {
    const taken = [...this.#waiting].slice(0, this.#options.groupSize);
    if (taken.length === 0) return null;
    for (const [name] of taken) this.#waiting.delete(name);
    return { id: randomUUID(), rows: taken.map(([, row]) => row) };
  }

  async #write(group: UsageGroup): Promise<boolean> {
    try {
      await this.#options.store.addBatch(group);
      this.#group = null;
      this.#failures = 0;
      return true;
    } catch (error) {
      this.#failures++;
      this.#options.onFault(storeError(error));
      return false;
    }
  }
}

/** Everything is made to fit its column: a row that the database refuses would stop all that come after it. */
function rowOf({ tenant, key, language, ...counts }: Usage, at: Date): UsageRow {
  return {
    tenant,
    key,
    day: at.toISOString().slice(0, 10),
    // `und` is BCP 47 for a language that was not determined.
    language: /^[A-Za-z0-9-]{1,35}$/.test(language) ? language : 'und',
    requests: count(counts.requests),
    inputTokens: count(counts.inputTokens),
    outputTokens: count(counts.outputTokens),
    omitted: count(counts.omitted),
    added: count(counts.added),
  };
}

/** Token counts are what an upstream says, and it may say anything. */
function count(value: number): bigint {
  const most = 1_000_000_000;
  return value > 0 ? BigInt(Math.round(Math.min(value, most))) : 0n;
}
