export { type Files, type OpenFile, type Renaming } from './files/files.ts';
export { nodeFiles } from './files/node-files.ts';
export { type FileJournalOptions, type OpenedJournal, openFileJournal } from './journal/file-journal.ts';
export { type Journal, type JournalEntry, type JournalSpan, largestAppend, largestRecord } from './journal/journal.ts';
export { type TornTail } from './journal/recover-segments.ts';
export { type Life, type Owner, type ProcessIdentity, thisProcess } from './lock/process-life.ts';
export { type LogFaultCode } from './log-fault.ts';
