import { CodedError } from '@parlance/core';
import { type AddedBatch, type LogWriter } from '@parlance/log/node';
import { cohort } from '../cohort.ts';
import { type Turn } from './log-turns.ts';

/** Puts leaves into the log that come one by one. */
export interface LeafAdder {
  /**
   * Resolves when the leaves are in a published checkpoint, one after the other. Throws `log_frozen`, `log_closed`, `leaves_waiting` when too many wait already, and what
   * the writer throws; then whether they are in the log is unknown, and they may be added again.
   */
  add(leaves: readonly Uint8Array[]): Promise<AddedBatch>;
  /** Waits for what was added before, and takes no more. */
  close(): Promise<void>;
}

interface Waiting {
  readonly leaves: readonly Uint8Array[];
  readonly bytes: number;
  readonly resolve: (added: AddedBatch) => void;
  readonly reject: (error: unknown) => void;
}

/** Bytes of leaves that go into the log in one write. */
const mostTogether = 4_194_304;
/** Bytes of leaves that wait: a disk that hangs must not fill the memory. */
const mostWaiting = 33_554_432;

/** Leaves that come while a write is under way go out together in the next one: one checkpoint for all of them, which is what the time goes into. */
export function createLeafAdder(turn: Turn): LeafAdder {
  const waiting: Waiting[] = [];
  let bytesWaiting = 0;
  let isClosed = false;
  let running: Promise<void> | null = null;
  const take = (): readonly Waiting[] => {
    const group = waiting.splice(0, countTogether(waiting));
    for (const { bytes } of group) bytesWaiting -= bytes;
    return group;
  };
  const run = async (): Promise<void> => {
    await cohort();
    while (waiting.length > 0) {
      let group: readonly Waiting[] = [];
      try {
        await turn((writer) => addGroup(writer, (group = take())));
      } catch (error) {
        // Without a turn, because the log could not be opened again, nobody who waits gets any further.
        if (group.length === 0) while (waiting.length > 0) group = [...group, ...take()];
        for (const { reject } of group) reject(error);
      }
    }
    running = null;
  };
  return {
    add: (leaves) =>
      new Promise((resolve, reject) => {
        const bytes = leaves.reduce((sum, leaf) => sum + leaf.length, 0);
        if (isClosed) throw new CodedError('log_closed', 'the log takes no more leaves, because the server is stopping');
        if (bytesWaiting > mostWaiting) throw new CodedError('leaves_waiting', `leaves of ${bytesWaiting} bytes wait already`);
        bytesWaiting += bytes;
        waiting.push({ leaves, bytes, resolve, reject });
        running ??= run();
      }),
    async close() {
      isClosed = true;
      await running;
    },
  };
}

/** As many requests as fit into one write, and at least one. */
function countTogether(waiting: readonly Waiting[]): number {
  let sum = 0;
  const tooMany = waiting.findIndex(({ bytes }, index) => (sum += bytes) > mostTogether && index > 0);
  return tooMany === -1 ? waiting.length : tooMany;
}

async function addGroup(writer: LogWriter, group: readonly Waiting[]): Promise<void> {
  const frozenAt = writer.frozenAt();
  if (frozenAt !== null) {
    // Nothing has failed, so the log need not be opened again.
    for (const { reject } of group) reject(new CodedError('log_frozen', `the log was frozen at ${frozenAt}`));
    return;
  }
  const { positions, checkpoint } = await writer.add(group.flatMap(({ leaves }) => leaves));
  let next = 0;
  for (const { leaves, resolve } of group) {
    resolve({ positions: positions.slice(next, next + leaves.length), checkpoint });
    next += leaves.length;
  }
}
