import { randomUUID } from 'node:crypto';
import { CodedError } from '@parlance/core';
import { storeError, type StoreErrorCode } from './store-error.ts';

/** Rows that the store counts once, however often they are sent. */
export interface RowGroup<Row> {
  /** A UUID; the same one on every attempt. */
  readonly id: string;
  readonly rows: readonly Row[];
}

/** What is counted, and where it goes. */
export interface CountedRows<Row> {
  /** For messages, for example `usage`. */
  readonly what: string;
  readonly addBatch: (group: RowGroup<Row>) => Promise<void>;
  /** Rows of the same name are one row of the table. */
  readonly nameOf: (row: Row) => string;
  readonly sum: (left: Row, right: Row) => Row;
}

export interface BatchWriterOptions {
  /** Told of each failed write; the error names no tenant, key or count. */
  readonly onFault: (fault: CodedError<StoreErrorCode>) => void;
  /** Milliseconds between two writes; after failures the pause doubles up to thirty times this. */
  readonly pause?: number;
  /** Rows in one write. */
  readonly groupSize?: number;
  /** Rows that may wait before `hasRoom` becomes false. */
  readonly capacity?: number;
}

/**
 * Collects counts in memory and writes them in groups. A group keeps its name until it is written, so that the store counts
 * it once even when the answer to a write was lost. What waits is added up by name: a database that is away makes the counts
 * larger, and hardly their number.
 */
export class BatchWriter<Row> {
  readonly #counted: CountedRows<Row>;
  readonly #options: Required<BatchWriterOptions>;
  #waiting = new Map<string, Row>();
  #group: RowGroup<Row> | null = null;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;

  constructor(counted: CountedRows<Row>, options: BatchWriterOptions) {
    this.#counted = counted;
    this.#options = { pause: 1000, groupSize: 1000, capacity: 100_000, ...options };
  }

  /** False: take no more until the database answers again. `add` itself never refuses. */
  get hasRoom(): boolean {
    return this.waiting < this.#options.capacity;
  }

  /** Rows that are not written yet. */
  get waiting(): number {
    return this.#waiting.size + (this.#group?.rows.length ?? 0);
  }

  add(row: Row): void {
    const name = this.#counted.nameOf(row);
    const before = this.#waiting.get(name);
    this.#waiting.set(name, before === undefined ? row : this.#counted.sum(before, row));
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
    if (this.waiting > 0) throw new CodedError('usage_unwritten', `${this.waiting} rows of ${this.#counted.what} could not be written`);
  }

  #schedule(): void {
    if (this.#timer !== null || this.#writing !== null) return;
    const pause = this.#options.pause * Math.min(2 ** this.#failures, 30);
    this.#timer = setTimeout(() => void this.flush(), pause);
    // Waiting counts do not keep a process alive that has nothing else to do; `close` writes them.
    this.#timer.unref();
  }

  async #writeAll(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while ((this.#group ??= this.#nextGroup()) !== null && (await this.#write(this.#group)));
  }

  #nextGroup(): RowGroup<Row> | null {
    const taken = [...this.#waiting].slice(0, this.#options.groupSize);
    if (taken.length === 0) return null;
    for (const [name] of taken) this.#waiting.delete(name);
    return { id: randomUUID(), rows: taken.map(([, row]) => row) };
  }

  async #write(group: RowGroup<Row>): Promise<boolean> {
    try {
      await this.#counted.addBatch(group);
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
