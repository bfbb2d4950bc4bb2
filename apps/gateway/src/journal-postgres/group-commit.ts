import { largestAppend } from '@parlance/log/node';
import { databaseFault, journalFault } from './journal-fault.ts';

interface Waiting {
  readonly records: readonly Uint8Array[];
  readonly bytes: number;
  readonly resolve: (positions: readonly bigint[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit {
  add(records: readonly Uint8Array[]): Promise<readonly bigint[]>;
  /** When nothing is under way any more. */
  idle(): Promise<void>;
}

/**
 * Appends that arrive while a transaction is under way go out together in the next one. `write` commits records and gives back the position of the first.
 * Once it has failed nothing more is written, because a commit whose answer was lost may have happened.
 */
export function groupCommit(shard: string, write: (records: readonly Uint8Array[]) => Promise<bigint>): GroupCommit {
  const waiting: Waiting[] = [];
  let failure: { readonly cause: unknown } | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // The first of a burst waits for those that are called in the same turn of the event loop.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = nextGroup(waiting);
      try {
        if (failure !== null) throw stopped(shard, failure.cause);
        acknowledge(group, await write(group.flatMap(({ records }) => records)));
      } catch (error) {
        const fault = databaseFault(shard, error);
        failure ??= { cause: fault };
        for (const { reject } of group) reject(fault);
      }
    }
    running = null;
  }

  return {
    add: (records) =>
      new Promise((resolve, reject) => {
        const bytes = records.reduce((sum, record) => sum + record.length, 0);
        waiting.push({ records, bytes, resolve, reject });
        running ??= run();
      }),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}

/** As many appends as fit into one write, and at least one. */
function nextGroup(waiting: Waiting[]): readonly Waiting[] {
  let bytes = 0;
  const tooMany = waiting.findIndex((one, index) => (bytes += one.bytes) > largestAppend && index > 0);
  return waiting.splice(0, tooMany === -1 ? waiting.length : tooMany);
}

function acknowledge(group: readonly Waiting[], first: bigint): void {
  let next = first;
  for (const { records, resolve } of group) {
    const from = next;
    next += BigInt(records.length);
    resolve(records.map((_, index) => from + BigInt(index)));
  }
}

function stopped(shard: string, cause: unknown) {
  return journalFault({
    ...{ code: 'journal_stopped', shard, expected: 'a journal that can be written', received: 'a write that failed earlier', cause },
    remedy: 'see to the cause that was reported then, and open the journal again',
  });
}
