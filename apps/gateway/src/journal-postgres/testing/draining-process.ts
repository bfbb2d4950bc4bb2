// A process that drains: `<address> <shard> <owner> <duration> <place> <pause>`. It copies records to the table `drained`, in one transaction with the
// cursor, prints whether it stands `inside` or `outside` of a transaction, and pauses at one of both places.
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@parlance/core';
import { type JournalEntry } from '@parlance/log/node';
import { sql } from 'kysely';
import { acquireDrainerLease, type DrainerLease, openJournalDatabase, openTableJournal } from '../index.ts';

const [address = '', shard = '', owner = '', duration = '', place = '', pause = ''] = process.argv.slice(2);
const { database, close } = await openJournalDatabase(address);
const journal = await openTableJournal({ database, shard });

try {
  const lease = await nextLease();
  print('acquired');
  let cursor = lease.cursor;
  for (;;) {
    cursor = await drain(lease, await entriesFrom(cursor), cursor);
    await journal.truncateBefore(cursor);
    await lease.renew();
  }
} catch (error) {
  print(`failed ${error instanceof CodedError ? String(error.code) : 'connection'}`);
}
await close();

async function nextLease(): Promise<DrainerLease> {
  for (;;) {
    const lease = await acquireDrainerLease({ database, shard, owner, duration: Number(duration) });
    if (lease !== null) return lease;
    await sleep(20);
  }
}

async function entriesFrom(cursor: bigint): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of journal.read(cursor)) {
    entries.push(entry);
    if (entries.length === 300) break;
  }
  return entries;
}

/** Gives back the new cursor. */
async function drain(lease: DrainerLease, entries: readonly JournalEntry[], cursor: bigint): Promise<bigint> {
  if (entries.length === 0) {
    await sleep(5);
    return cursor;
  }
  const next = cursor + BigInt(entries.length);
  await database.transaction().execute(async (transaction) => {
    await lease.guard(transaction);
    await sql`
      insert into drained (owner, position, record)
      select ${owner}, given.* from unnest(${entries.map(({ position }) => String(position))}::bigint[],
        ${entries.map(({ record }) => new TextDecoder().decode(record))}::text[]) as given`.execute(transaction);
    await standing('inside');
    await lease.moveCursor(transaction, next);
  });
  await standing('outside');
  return next;
}

async function standing(where: 'inside' | 'outside'): Promise<void> {
  print(where);
  if (where === place) await sleep(Number(pause));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
