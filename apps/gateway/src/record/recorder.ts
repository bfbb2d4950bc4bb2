import { type AnswerPromise, promiseGroup, type Signer } from '@parlance/log';
import { type Journal } from '@parlance/log/node';
import { type Answered, encodeEntry, type Entry, type Intent } from './entry.ts';
import { createUnsettled, type FindOpen, type Unsettled } from './unsettled.ts';
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

export interface RecorderOptions {
  readonly journal: Pick<Journal, 'append'>;
  /** Of the log; its name is the origin. */
  readonly signer: Signer;
  readonly now: () => Date;
  /** Milliseconds that the journal has for a write. */
  readonly patience?: number;
  /** Told of each answer that was promised. */
  readonly onPromised: (answer: Answered, promised: Promised) => void;
  /** What the journal has without an answer: asked for after a write has failed. */
  readonly findOpen: FindOpen;
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

/** What comes while a group is being written goes out together in the next one: one signature and one write for all of it. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { patience = 5000 } = options;
  const unsettled = createUnsettled(options);
  const waiting: Waiting[] = [];
  let isWriting = false;
  const fail = (group: readonly Waiting[], error: unknown): void => {
    // A disk that hangs keeps nobody longer who has waited already.
    for (const each of isOverdue(error) ? [...group, ...waiting.splice(0)] : group) {
      unsettled.add(each);
      each.reject(error);
    }
  };
  const write = async (): Promise<void> => {
    isWriting = true;
    // Whatever is at the same stage shares the first group.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether(waiting));
      await within(patience, writeGroup(group, unsettled, options)).catch((error: unknown) => {
        fail(group, error);
      });
    }
    isWriting = false;
  };
  const add = (one: Waiting): void => {
    waiting.push(one);
    if (!isWriting) void write();
  };
  return {
    intend: (intent) =>
      new Promise((resolve, reject) => {
        add({ intent, answer: null, resolve, reject });
      }),
    settle: (answer) =>
      new Promise((resolve, reject) => {
        add({ intent: null, answer, resolve, reject });
      }),
  };
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
async function writeGroup(group: readonly Waiting[], unsettled: Unsettled, options: RecorderOptions): Promise<void> {
  const { journal, signer, now, onPromised } = options;
  const late = await unsettled.toSettle();
  const intents = group.flatMap(({ intent }): Entry[] => (intent === null ? [] : [{ kind: 'intent', intent }]));
  const asked = group.filter((each) => each.answer !== null);
  const answers = [...asked.map(({ answer }) => answer), ...late];
  const deadline = BigInt(Math.floor(now().getTime() / 1000)) + promiseTime;
  const promises = await promisesFor(answers, { log: signer.name, deadline }, signer);
  const note = promises[0]?.note ?? '';
  const told: readonly Entry[] = answers.map((answer) => ({ kind: 'answer', answer }));
  const closing: readonly Entry[] = answers.length === 0 ? [] : [{ kind: 'promise', note, answers: answers.length }];
  const positions = await journal.append([...intents, ...told, ...closing].map(encodeEntry));
  unsettled.settled();
  const until = new Date(Number(deadline) * 1000).toISOString();
  asked.forEach(({ answer, resolve }, index) => {
    const position = positions[intents.length + index] ?? 0n;
    const promised = { position, promise: promises[index] ?? { note, index, path: '' }, deadline: until };
    onPromised(answer, promised);
    resolve(promised);
  });
  for (const each of group) if (each.answer === null) each.resolve();
}

async function promisesFor(
  answers: readonly Answered[],
  terms: Parameters<typeof promiseGroup>[1],
  signer: Signer,
): Promise<readonly AnswerPromise[]> {
  return answers.length === 0
    ? []
    : promiseGroup(
        answers.map(({ record }) => record),
        terms,
        signer,
      );
}
