import { type Generated } from 'kysely';

/** The tables as the newest migration leaves them. Numbers come as the driver of the caller gives them; `BigInt` takes every form. */
export interface JournalTables {
  readonly journal_shard: ShardTable;
  readonly journal_record: RecordTable;
  readonly journal_drainer: DrainerTable;
}

export type StoredNumber = bigint | number | string;

interface ShardTable {
  readonly shard: string;
  /** The first position that can be read. */
  readonly first_position: Generated<StoredNumber>;
  /** The position that the next record gets. */
  readonly next_position: Generated<StoredNumber>;
}

interface RecordTable {
  readonly shard: string;
  readonly position: StoredNumber;
  readonly record: Uint8Array;
  /** First 16 bytes of SHA-256 of the record. */
  readonly digest: Uint8Array;
}

interface DrainerTable {
  readonly shard: string;
  /** Who holds the lease, for operators; null when it was released. */
  readonly owner: Generated<string | null>;
  /** Rises with every acquisition and every release, and never goes back. */
  readonly fence: Generated<StoredNumber>;
  /** By the clock of the database. */
  readonly expires_at: Generated<Date>;
  /** Everything before it is drained. */
  readonly cursor: Generated<StoredNumber>;
}
