import { type Kysely, sql, type Transaction } from 'kysely';
import { durably } from './durably.ts';
import { answered, journalFault } from './journal-fault.ts';
import { type JournalTables, type StoredNumber } from './journal-tables.ts';

/** A transaction of any tables in the database of the journal. */
type GuardedTransaction = Pick<Transaction<unknown>, 'getExecutor' | 'isTransaction'>;

/**
 * The right to drain a journal. It may be lost at any moment, to another drainer after the lease has run out; so what a drainer changes is changed under
 * `guard` or `moveCursor`, or by something that compares fencing numbers itself. The methods throw `lease_lost`, `store_unavailable` and `disk_...`.
 */
export interface DrainerLease {
  /** The fencing number: above that of every earlier lease of the shard. Whoever has seen a higher one refuses this one. */
  readonly fence: bigint;
  /** Everything before it was drained when the lease was acquired. */
  readonly cursor: bigint;
  /** From now on, the lease lasts as long as it did at first. A lease that ran out and that nobody took is still good. */
  renew(): Promise<void>;
  /**
   * Nobody gets the lease until the transaction ends; when this process is paused in the middle, the database ends it. Beginning and committing are the
   * caller's, and so are the errors of the driver that come of them.
   */
  guard(transaction: GuardedTransaction): Promise<void>;
  /** Guards the transaction too. Throws `cursor_refused` for a position before the cursor or beyond the journal. */
  moveCursor(transaction: GuardedTransaction, position: bigint): Promise<void>;
  /** Lets another drainer begin at once. Does nothing when the lease was lost. */
  release(): Promise<void>;
}

export interface AcquireOptions {
  readonly database: Kysely<JournalTables>;
  /** Of a journal that was opened before. */
  readonly shard: string;
  /** Tells operators who drains; leases are told apart by their fencing numbers alone. */
  readonly owner: string;
  /** How long the lease lasts, in whole milliseconds of the database's clock. Longer than any transaction of the drainer. */
  readonly duration: number;
}

/** Null while another drainer has the lease. */
export async function acquireDrainerLease(options: AcquireOptions): Promise<DrainerLease | null> {
  const { database, shard, owner, duration } = options;
  await answered(shard, addDrainer(database, shard));
  const taking = sql<{ readonly fence: StoredNumber; readonly cursor: StoredNumber }>`
    update journal_drainer set owner = ${owner}, fence = fence + 1, expires_at = ${after(duration)}
    where shard = ${shard} and expires_at <= clock_timestamp() and ${durably}
    returning fence, cursor`;
  const [row] = (await answered(shard, taking.execute(database))).rows;
  return row === undefined ? null : leaseOf(options, BigInt(row.fence), BigInt(row.cursor));
}

function leaseOf({ database, shard, duration }: AcquireOptions, fence: bigint, cursor: bigint): DrainerLease {
  const isHeld = sql<boolean>`shard = ${shard} and fence = ${String(fence)}::bigint`;
  const guard = async (transaction: GuardedTransaction) => {
    // The lock outlives a drainer that is paused, so that the database ends a transaction from which nothing is heard for as long as a lease.
    const locking = sql`
      select fence from journal_drainer
      where ${isHeld} and ${durably} and set_config('idle_in_transaction_session_timeout', ${String(duration)}, true) <> ''
      for update`;
    if ((await answered(shard, locking.execute(transaction))).rows.length === 0) throw lost(shard, fence);
  };
  return {
    fence,
    cursor,
    guard,
    async renew() {
      const renewing = sql`update journal_drainer set expires_at = ${after(duration)} where ${isHeld}`;
      if ((await answered(shard, renewing.execute(database))).numAffectedRows !== 1n) throw lost(shard, fence);
    },
    async moveCursor(transaction, position) {
      await guard(transaction);
      const moving = sql`
        update journal_drainer set cursor = least(next_position, ${String(position)}::numeric)::bigint
        from journal_shard where journal_shard.shard = journal_drainer.shard
          and journal_drainer.shard = ${shard} and ${String(position)}::numeric between cursor and next_position`;
      if ((await answered(shard, moving.execute(transaction))).numAffectedRows !== 1n) throw refused(shard, position);
    },
    async release() {
      // A new fencing number, so that what this lease has under way is refused from here on.
      const releasing = sql`update journal_drainer set owner = null, fence = fence + 1, expires_at = '-infinity' where ${isHeld} and ${durably}`;
      await answered(shard, releasing.execute(database));
    },
  };
}

async function addDrainer(database: Kysely<JournalTables>, shard: string): Promise<void> {
  await database
    .insertInto('journal_drainer')
    .values({ shard })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function after(duration: number) {
  return sql`clock_timestamp() + ${String(duration)}::double precision * interval '1 millisecond'`;
}

function lost(shard: string, fence: bigint) {
  return journalFault({
    ...{ code: 'lease_lost', shard, expected: `the fencing number ${String(fence)}`, received: 'a higher one' },
    remedy: 'acquire the lease again: another drainer has taken over',
  });
}

function refused(shard: string, position: bigint) {
  return journalFault({
    ...{
      code: 'cursor_refused',
      shard,
      expected: 'a cursor from the one that is kept to the end of the journal',
      received: String(position),
    },
    remedy: 'drain from the cursor of the lease',
  });
}
