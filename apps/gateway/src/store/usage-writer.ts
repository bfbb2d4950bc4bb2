import { BatchWriter, type BatchWriterOptions } from './batch-writer.ts';
import { type KeyId, type TenantId } from './schema.ts';
import { addCounts, usageName, type UsageRow } from './usage-row.ts';
import { type UsageStore } from './usage-store.ts';

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

export interface UsageWriterOptions extends BatchWriterOptions {
  readonly store: Pick<UsageStore, 'addBatch'>;
  readonly now?: () => Date;
}

/** Counts what answers used, per key, day and language. */
export class UsageWriter {
  readonly #rows: BatchWriter<UsageRow>;
  readonly #now: () => Date;

  constructor({ store, now = () => new Date(), ...options }: UsageWriterOptions) {
    this.#now = now;
    this.#rows = new BatchWriter(
      {
        what: 'usage',
        addBatch: (group) => store.addBatch(group),
        nameOf: usageName,
        sum: (left, right) => ({ ...right, ...addCounts(left, right) }),
      },
      options,
    );
  }

  /** False: admit no more requests until the database answers again. `add` itself never refuses. */
  get hasRoom(): boolean {
    return this.#rows.hasRoom;
  }

  get waiting(): number {
    return this.#rows.waiting;
  }

  add(usage: Usage): void {
    this.#rows.add(rowOf(usage, this.#now()));
  }

  flush(): Promise<void> {
    return this.#rows.flush();
  }

  close(attempts?: number): Promise<void> {
    return this.#rows.close(attempts);
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
