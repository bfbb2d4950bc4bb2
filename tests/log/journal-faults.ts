import { randomBytes } from 'node:crypto';
import { formatPromise, parseNote, parsePromise, signNote } from '@parlance/log';
import { type Entry } from '../../apps/gateway/src/record/entry.ts';
import { signerIn } from './folder-on-disk.ts';
import { editEntry, journalPath, readEntries, withSegments } from './journal-edit.ts';
import { changedOnce, flipped, type SeededFault, withFile } from './seeded-fault.ts';

const isPromise = ({ kind }: Entry): boolean => kind === 'promise';
const isIntent = (id: string) => (entry: Entry) => entry.kind === 'intent' && entry.intent.id === id;
const isAnswer = (id: string) => (entry: Entry) => entry.kind === 'answer' && entry.answer.record.id === id;

/** What the journal tells, who had every answer first. */
export const journalFaults: readonly SeededFault[] = [
  {
    fault: 'a bit of the journal is flipped',
    code: 'journal_corrupt',
    seed: (files) => withFile(files, journalPath, (bytes) => flipped(bytes, 400)),
  },
  {
    fault: 'the journal is of another log',
    code: 'journal_foreign',
    seed: (files) => withSegments(files, [{ first: 0n, entries: readEntries(files), shard: 'other.example/2026h2' }]),
  },
  {
    fault: 'the journal ends before what is in the log',
    code: 'journal_rolled_back',
    seed: (files) => withSegments(files, [{ first: 0n, entries: readEntries(files).slice(0, -6) }]),
  },
  {
    fault: 'positions of the journal are missing',
    code: 'journal_gap',
    seed: (files) => {
      const entries = readEntries(files);
      return withSegments(files, [
        { first: 0n, entries: entries.slice(0, 9) },
        { first: 12n, entries: entries.slice(12) },
      ]);
    },
  },
  {
    fault: 'an entry of the journal cannot be read',
    code: 'entry_malformed',
    also: ['intent_missing'],
    seed: (files) => editEntry(files, isIntent('plain-1'), () => ({ kind: 'note' })),
  },
  {
    fault: 'the signature of a promise in the journal is wrong',
    code: 'promise_signature',
    seed: (files) =>
      editEntry(files, isPromise, (entry) =>
        entry.kind === 'promise' ? { ...entry, note: changedOnce(entry.note, 'deadline 17', 'deadline 18') } : entry,
      ),
  },
  {
    fault: 'a promise in the journal is over other records',
    code: 'promise_root',
    seed: async (files) => {
      const promise = readEntries(files).find(isPromise);
      const note = parseNote(promise?.kind === 'promise' ? promise.note : '');
      const terms = note.ok ? parsePromise(note.value.text) : note;
      if (!terms.ok) throw new Error(terms.code);
      const signed = await signNote(formatPromise({ ...terms.value, root: new Uint8Array(32) }), [await signerIn(files)]);
      return editEntry(files, isPromise, (entry) => ({ ...entry, note: signed }));
    },
  },
  {
    fault: 'answers were recorded without a promise',
    code: 'answer_unpromised',
    also: ['receipt_not_in_journal'],
    seed: (files) => editEntry(files, isPromise, () => readEntries(files).find(isIntent('cut-0'))),
  },
  {
    fault: 'a leaf tells another language than the answer had',
    code: 'context_differs',
    seed: (files) =>
      editEntry(files, isAnswer('cut-1'), (entry) =>
        entry.kind === 'answer' ? { ...entry, answer: { ...entry.answer, language: 'de' } } : entry,
      ),
  },
  {
    fault: 'an answer was recorded otherwise than its receipt has it',
    code: 'record_differs',
    also: ['promise_root'],
    seed: (files) =>
      editEntry(files, isAnswer('plain-1'), (entry) => {
        if (entry.kind !== 'answer') return entry;
        const { record } = entry.answer;
        const commitments = { ...record.commitments, delivered: randomBytes(32).toString('base64') };
        return { ...entry, answer: { ...entry.answer, record: { ...record, commitments } } };
      }),
  },
  {
    fault: 'another question was asked than the one that was answered',
    code: 'intent_differs',
    seed: (files) =>
      editEntry(files, isIntent('plain-1'), (entry) =>
        entry.kind === 'intent' ? { ...entry, intent: { ...entry.intent, request: randomBytes(32).toString('base64') } } : entry,
      ),
  },
];
