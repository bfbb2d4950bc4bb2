import { type Journal, type JournalEntry } from '@parlance/log/node';
import { readAnswers, type PromisedAnswer } from './batch.ts';
import { decodeEntry, type Intent } from './entry.ts';

/** Entries that are read at once: an intent and an answer for each, and the promises. */
const mostEntries = 30_000;

/** Entries of a journal from a position on, up to a promise, because answers and their promise belong together. */
export async function entriesFrom(journal: Pick<Journal, 'read'>, from: bigint): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of journal.read(from)) {
    entries.push(entry);
    if (entries.length >= mostEntries && decodeEntry(entry.record).kind === 'promise') break;
  }
  return entries;
}

export interface Backlog {
  readonly from: bigint;
  /** Intents from before that were open then. */
  readonly open: readonly Intent[];
  readonly onAnswer?: (answer: PromisedAnswer) => void;
}

/** Reads a journal to its end, however long that is, and gives back the intents that are still open. */
export async function readBacklog(journal: Pick<Journal, 'read' | 'span'>, { from, open, onAnswer }: Backlog): Promise<readonly Intent[]> {
  const { next } = await journal.span();
  let [position, waiting] = [from, open];
  while (position < next) {
    const read = readAnswers(await entriesFrom(journal, position), { from: position, open: waiting });
    if (read.end === position) break;
    read.answers.forEach((answer) => onAnswer?.(answer));
    [position, waiting] = [read.end, read.open];
  }
  return waiting;
}
