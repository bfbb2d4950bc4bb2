export { acquireDrainerLease, type AcquireOptions, type DrainerLease, type GuardedTransaction } from './drainer-lease.ts';
export { type JournalDatabase, openJournalDatabase } from './journal-database.ts';
export { type JournalFaultCode } from './journal-fault.ts';
export { type JournalTables } from './journal-tables.ts';
export { openPostgresJournal, openTableJournal, type PostgresJournalOptions, type TableJournalOptions } from './postgres-journal.ts';
