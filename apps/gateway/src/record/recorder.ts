import { type AnswerPromise, promiseGroup, type Signer } from '@parlance/log';
import { type Journal } from '@parlance/log/node';
import { type Answered, encodeEntry, type Entry, type Intent } from './entry.ts';

/** What an answer gets for being recorded. */
interface Promised {
  /** Of the answer in the journal. */
  readonly position: bigint;
  readonly promise: AnswerPromise;
  /** POSIX seconds. */
  readonly deadline: bigint;
}

/** Keeps what is about to be done and what was done, before anybody is told. Both reject when the journal cannot be written. */
export interface Recorder {
  intend(intent: Intent): Promise<void>;
  settle(answer: Answered): Promise<Promised>;
}

export interface RecorderOptions {
  readonly journal: Pick<Journal, 'append'>;
  /** Of the log; its name is the origin. */
  readonly signer: Signer;
  readonly now: () => Date;
  /** Told of each answer that was promised. */
  readonly onPromised: (answer: Answered, promised: Promised) => void;
}

/** Seconds until a promised answer must be in the log. Batches close every ten seconds; the rest is for a restart. */
const promiseTime = 86_400n;

interface Waiting {
  readonly answer: Answered;
  readonly resolve: (promised: Promised) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers that end while a group is being written go out together in the next one: one signature and one write for all of them. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { journal } = options;
  const waiting: Waiting[] = [];
  let isWriting = false;
  const write = async (): Promise<void> => {
    isWriting = true;
    // Answers of the same moment share the first group.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether(waiting));
      await writeGroup(group, options);
    }
    isWriting = false;
  };
  return {
    async intend(intent) {
      await journal.append([encodeEntry({ kind: 'intent', intent })]);
    },
    settle: (answer) =>
      new Promise((resolve, reject) => {
        waiting.push({ answer, resolve, reject });
        if (!isWriting) void write();
      }),
  };
}

/** A path to the root of so many has ten hashes. */
const mostInGroup = 1024;
/** Edits in one group: with their names and laws they stay far below the largest append. */
const mostEdits = 1500;

/** As many answers as fit into one group, and at least one. */
function mostTogether(waiting: readonly Waiting[]): number {
  let edits = 0;
  const tooMany = waiting.findIndex(({ answer }, index) => (edits += answer.record.edits.length) > mostEdits && index > 0);
  return Math.min(mostInGroup, tooMany === -1 ? waiting.length : tooMany);
}

async function writeGroup(group: readonly Waiting[], { journal, signer, now, onPromised }: RecorderOptions): Promise<void> {
  try {
    const deadline = BigInt(Math.floor(now().getTime() / 1000)) + promiseTime;
    const promises = await promiseGroup(
      group.map(({ answer }) => answer.record),
      { log: signer.name, deadline },
      signer,
    );
    const note = promises[0]?.note ?? '';
    const entries: readonly Entry[] = [
      ...group.map(({ answer }): Entry => ({ kind: 'answer', answer })),
      { kind: 'promise', note, answers: group.length },
    ];
    const positions = await journal.append(entries.map(encodeEntry));
    group.forEach(({ answer, resolve }, index) => {
      const promised = { position: positions[index] ?? 0n, promise: promises[index] ?? { note, index, path: '' }, deadline };
      onPromised(answer, promised);
      resolve(promised);
    });
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
