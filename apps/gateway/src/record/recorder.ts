import { randomBytes } from 'node:crypto';
import { type AnswerPromise, nonceSize, promiseGroup, type Signer } from '@parlance/log';
import { inTurn, type Journal } from '@parlance/log/node';
import { type Answered, encodeEntry, type Entry, type Intent } from './entry.ts';
import { hourOf } from './hour.ts';
import { outageOf } from './outage.ts';
import { createUnsettled, type Unsettled } from './unsettled.ts';
import { isOverdue, within } from './within.ts';

/** What an answer gets for being recorded. */
export interface Promised {
  /** Of the answer in the journal. */
  readonly position: bigint;
  readonly promise: AnswerPromise;
  /** RFC 3339, to the second. */
  readonly deadline: string;
}

/** Keeps what is about to be done and what was done, before anybody is told. Both reject when the journal cannot be written, or not in time. */
export interface Recorder {
  intend(intent: Intent): Promise<void>;
  settle(answer: Answered): Promise<Promised>;
}

/** A recorder with what its owner has to do. */
export interface OwnRecorder extends Recorder {
  /**
   * Settles intents that the journal has without an answer, once: of those whose writing failed or seemed to, their answers as outages with their changes; when all are meant,
   * because nothing is under way, the others as outages of which nothing is known. Rejects when the journal cannot be read or written; then it can be called again.
   */
  settleOpen(which: 'failed' | 'all'): Promise<void>;
}

export interface RecorderOptions {
  readonly journal: Pick<Journal, 'append'>;
  /** Of the log; its name is the origin. */
  readonly signer: Signer;
  readonly now: () => Date;
  /** Milliseconds that the journal has for a write. */
  readonly patience?: number;
  /** Told of each answer that was promised. */
  readonly onPromised: (answer: Answered, promised: Promised) => void;
  /** The intents that the journal has without an answer. */
  readonly findOpen: () => Promise<readonly Intent[]>;
}

/** Seconds until a promised answer must be in the log. Batches close every ten seconds; the rest is for a restart. */
const promiseTime = 86_400n;

type Waiting =
  | { readonly intent: Intent; readonly answer: null; readonly resolve: () => void; readonly reject: (error: unknown) => void }
  | {
      readonly intent: null;
      readonly answer: Answered;
      readonly resolve: (promised: Promised) => void;
      readonly reject: (error: unknown) => void;
    };

/**
 * What comes while a group is being written goes out together in the next one: one signature and one write for all of it. A write that takes too long has failed for everybody
 * who waits, and nothing else is begun until it has ended: before that nobody knows what the journal will have.
 */
export function createRecorder(options: RecorderOptions): OwnRecorder {
  const { patience = 5000 } = options;
  const unsettled = createUnsettled();
  const waiting: Waiting[] = [];
  let isWriting = false;
  let overdue: { readonly error: unknown; readonly end: Promise<void> } | null = null;
  const fail = (group: readonly Waiting[], error: unknown): void => {
    for (const each of group) {
      unsettled.add(each);
      each.reject(error);
    }
  };
  const writeNext = async (): Promise<void> => {
    const group = waiting.splice(0, mostTogether(waiting));
    const writing = writeGroup(group, options);
    try {
      await within(patience, writing);
    } catch (error) {
      fail(group, error);
      if (!isOverdue(error)) return;
      overdue = { error, end: writing.catch(() => undefined) };
      fail(waiting.splice(0), error);
      await overdue.end;
      overdue = null;
    }
  };
  const write = async (): Promise<void> => {
    isWriting = true;
    // Whatever is at the same stage shares the first group.
    await Promise.resolve();
    while (waiting.length > 0) await writeNext();
    isWriting = false;
  };
  const add = (one: Waiting): void => {
    if (overdue !== null) {
      fail([one], overdue.error);
      return;
    }
    waiting.push(one);
    if (!isWriting) void write();
  };
  const settle = (answer: Answered): Promise<Promised> =>
    new Promise((resolve, reject) => {
      add({ intent: null, answer, resolve, reject });
    });
  const settleOpen = async (which: 'failed' | 'all'): Promise<void> => {
    if (which === 'failed' && (overdue !== null || unsettled.ids().length === 0)) return;
    // What a write that is overdue will leave behind is known when it has ended.
    await overdue?.end;
    const late = await takeLate(which, unsettled, options);
    await settleAll(late, settle);
  };
  const oneByOne = inTurn();
  return {
    intend: (intent) =>
      new Promise((resolve, reject) => {
        add({ intent, answer: null, resolve, reject });
      }),
    settle,
    settleOpen: (which) => oneByOne(() => settleOpen(which)),
  };
}

/** With all their changes they stay below the largest append. */
const lateTogether = 64;

/** Each is tried: what is not tried would be forgotten, and what fails is unsettled again. Rejects when any has failed. */
async function settleAll(late: readonly Answered[], settle: Recorder['settle']): Promise<void> {
  const outcomes: PromiseSettledResult<Promised>[] = [];
  for (let at = 0; at < late.length; at += lateTogether) {
    outcomes.push(...(await Promise.allSettled(late.slice(at, at + lateTogether).map(settle))));
  }
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** The answers that open intents get. From here on they wait like any other, and what fails again is unsettled again. */
async function takeLate(
  which: 'failed' | 'all',
  unsettled: Unsettled,
  { findOpen, now }: Pick<RecorderOptions, 'findOpen' | 'now'>,
): Promise<readonly Answered[]> {
  const failed = unsettled.ids();
  const open = await findOpen();
  const hour = hourOf(now());
  const lost = open.filter(({ id }) => which === 'all' || failed.includes(id));
  const late = lost.map((intent) => unsettled.lateAnswer(intent.id) ?? outageOf(intent, hour, () => randomBytes(nonceSize)));
  unsettled.forget(failed);
  return late;
}

/** A path to the root of so many has ten hashes. */
const mostInGroup = 1024;
/** Edits in one group: with their names and laws they stay far below the largest append. */
const mostEdits = 1500;

/** As many as fit into one group, and at least one. */
function mostTogether(waiting: readonly Waiting[]): number {
  let edits = 0;
  const tooMany = waiting.findIndex(({ answer }, index) => (edits += answer?.record.edits.length ?? 0) > mostEdits && index > 0);
  return Math.min(mostInGroup, tooMany === -1 ? waiting.length : tooMany);
}

/** Intents, then answers and the promise for them, in one piece. */
async function writeGroup(group: readonly Waiting[], { journal, signer, now, onPromised }: RecorderOptions): Promise<void> {
  const intents = group.flatMap(({ intent }): Entry[] => (intent === null ? [] : [{ kind: 'intent', intent }]));
  const answers = group.filter((each) => each.answer !== null);
  const records = answers.map(({ answer }) => answer.record);
  const deadline = BigInt(Math.floor(now().getTime() / 1000)) + promiseTime;
  const promises = records.length === 0 ? [] : await promiseGroup(records, { log: signer.name, deadline }, signer);
  const note = promises[0]?.note ?? '';
  const told: readonly Entry[] = answers.map(({ answer }) => ({ kind: 'answer', answer }));
  const closing: readonly Entry[] = answers.length === 0 ? [] : [{ kind: 'promise', note, answers: answers.length }];
  const positions = await journal.append([...intents, ...told, ...closing].map(encodeEntry));
  const until = new Date(Number(deadline) * 1000).toISOString();
  answers.forEach(({ answer, resolve }, index) => {
    const position = positions[intents.length + index] ?? 0n;
    const promised = { position, promise: promises[index] ?? { note, index, path: '' }, deadline: until };
    onPromised(answer, promised);
    resolve(promised);
  });
  for (const each of group) if (each.answer === null) each.resolve();
}
