export { acquireDrainerLease, type DrainerLease } from './drainer-lease.ts';
export { openJournalDatabase } from './journal-database.ts';
export { openPostgresJournal, openTableJournal } from './postgres-journal.ts';
