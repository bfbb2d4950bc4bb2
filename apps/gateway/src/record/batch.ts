import { CodedError } from '@parlance/core';
import { type AnswerRecord, encodeLeaf, groupOfHashes, hashRecord, type LeafOf, mediationBytes } from '@parlance/log';
import { type JournalEntry } from '@parlance/log/node';
import { contextsOf } from './coarsen.ts';
import { type Answered, decodeEntry, type Entry, type Intent } from './entry.ts';
import { type StoredReceipt } from './receipt-files.ts';

/** Answers in one batch. More of them wait for the next, which closes at once. */
const mostInBatch = 10_000;

/** A stretch of the journal, ready to become leaves. */
export interface Batch {
  /** Position after the last entry that the batch has used up. */
  readonly end: bigint;
  /** The leaves of the changed answers in random order, then the tally. */
  readonly leaves: readonly Uint8Array[];
  readonly tally: LeafOf<'tally'>;
  /** In the order of the journal. */
  readonly receipts: readonly StoredReceipt[];
  /** Intents whose answer has not come yet. */
  readonly open: readonly Intent[];
}

/** An answer of the journal with its promise. */
export interface PromisedAnswer {
  readonly position: bigint;
  readonly answer: Answered;
  /** Of its record. */
  readonly hash: Uint8Array;
  readonly promise: StoredReceipt['promise'];
}

export interface BatchOptions {
  /** Intents from before these entries that were open then. */
  readonly open: readonly Intent[];
  /** `2026-11-21T13Z` */
  readonly hour: string;
  /** A whole number from 0 up to and without a bound. */
  readonly random: (bound: number) => number;
}

/** What came of some entries of the journal. */
export interface JournalRead {
  readonly end: bigint;
  readonly answers: readonly PromisedAnswer[];
  readonly open: readonly Intent[];
}

/** Follows the journal: each answer with its promise, and which intents wait for their answer. Answers and their promise were appended in one piece. */
export function readAnswers(
  entries: readonly JournalEntry[],
  { from, open, most = Infinity }: { readonly from: bigint; readonly open: readonly Intent[]; readonly most?: number },
): JournalRead {
  const waiting = new Map(open.map((intent) => [intent.id, intent]));
  const answers: PromisedAnswer[] = [];
  let group: Omit<PromisedAnswer, 'promise'>[] = [];
  let end = from;
  for (const { position, record } of entries) {
    const entry: Entry = decodeEntry(record);
    if (entry.kind === 'intent') waiting.set(entry.intent.id, entry.intent);
    else if (entry.kind === 'answer') group.push({ position, answer: entry.answer, hash: hashRecord(entry.answer.record) });
    else {
      const { pathOf } = groupOfHashes(group.map(({ hash }) => hash));
      group.forEach((each, index) => answers.push({ promise: { note: entry.note, index, path: pathOf(index) }, ...each }));
      for (const { answer } of group) waiting.delete(answer.record.id);
      group = [];
    }
    if (group.length > 0) continue;
    end = position + 1n;
    if (answers.length >= most) break;
  }
  if (group.length > 0) throw new CodedError('journal_unpromised', 'the journal has answers without a promise');
  return { end, answers, open: [...waiting.values()] };
}

/** Makes the leaves of a batch and what its receipts need. Null when no answer has come. */
export function planBatch(entries: readonly JournalEntry[], from: bigint, options: BatchOptions): Batch | null {
  const { end, answers, open } = readAnswers(entries, { from, open: options.open, most: mostInBatch });
  if (answers.length === 0) return null;
  const records = answers.map(({ answer }) => answer.record);
  const changed = answers.flatMap(({ answer }, index) => (hasOwnLeaf(answer.record) ? [{ answer, index }] : []));
  const contexts = contextsOf(
    changed.map(({ answer }) => answer),
    options.hour,
  );
  const order = shuffled(
    changed.map((_, place) => place),
    options.random,
  );
  const placeOf = new Map(order.map((place, leaf) => [changed[place]?.index, { leaf, context: contexts[place] }]));
  const { root, pathOf } = groupOfHashes(answers.map(({ hash }) => hash));
  const tally: LeafOf<'tally'> = { ...tallyOf(records, options.hour), root: Buffer.from(root).toString('base64') };
  const receipts = answers.map(({ position, answer, promise }, index): StoredReceipt => {
    const own = placeOf.get(index);
    const proved =
      own?.context === undefined
        ? ({ leaf: 'tally', index, path: pathOf(index) } as const)
        : ({ leaf: 'mediation', ...own.context, at: own.leaf } as const);
    return { position: String(position), record: answer.record, promise, proved };
  });
  const mediations = order.flatMap((place) => {
    const [one, context] = [changed[place], contexts[place]];
    return one === undefined || context === undefined ? [] : [mediationBytes(one.answer.record, context)];
  });
  return { end, leaves: [...mediations, encodeLeaf(tally)], tally, receipts, open };
}

/** An answer that was changed, or that ended otherwise than done, has a leaf of its own; every other one is in the tally alone. */
function hasOwnLeaf({ edits, ending }: AnswerRecord): boolean {
  return edits.length > 0 || ending !== 'done';
}

function tallyOf(records: readonly AnswerRecord[], hour: string): Omit<LeafOf<'tally'>, 'root'> {
  const endings: Partial<Record<AnswerRecord['ending'], number>> = {};
  for (const { ending } of records) endings[ending] = (endings[ending] ?? 0) + 1;
  const countOf = (kind: 'omit' | 'add'): number =>
    records.reduce((sum, { edits }) => edits.reduce((some, edit) => (edit.kind === kind ? some + edit.count : some), sum), 0);
  return {
    leaf: 'tally',
    v: 1,
    period: hour,
    answers: records.length,
    changed: records.filter(hasOwnLeaf).length,
    omissions: countOf('omit'),
    additions: countOf('add'),
    endings,
  };
}

/** Fisher and Yates: the order of the leaves says nothing about the order of the answers. */
function shuffled<Item>(items: readonly Item[], random: (bound: number) => number): readonly Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random(last + 1);
    const [one, two] = [mixed[last], mixed[other]];
    if (one === undefined || two === undefined) continue;
    mixed[last] = two;
    mixed[other] = one;
  }
  return mixed;
}
