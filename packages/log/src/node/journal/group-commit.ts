import { largestAppend } from './journal.ts';

interface Waiting {
  readonly records: readonly Uint8Array[];
  readonly bytes: number;
  readonly resolve: (positions: readonly bigint[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  /** Makes records last, and gives back the position of the first. */
  readonly write: (records: readonly Uint8Array[]) => Promise<bigint>;
  /** What later appends are told, after a write has failed. */
  readonly stopped: (cause: unknown) => Error;
}

export interface GroupCommit {
  add(records: readonly Uint8Array[]): Promise<readonly bigint[]>;
  /** When nothing is under way any more. */
  idle(): Promise<void>;
  hasFailed(): boolean;
}

/** Appends that arrive while a write is under way go out together in the next one. Once one has failed nothing more is written, because what it left behind is unknown. */
export function groupCommit({ write, stopped }: GroupCommitOptions): GroupCommit {
  const waiting: Waiting[] = [];
  let failure: { readonly cause: unknown } | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // The first of a burst waits for those that are called in the same turn of the event loop.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = nextGroup(waiting);
      try {
        if (failure !== null) throw stopped(failure.cause);
        acknowledge(group, await write(group.flatMap(({ records }) => records)));
      } catch (error) {
        failure ??= { cause: error };
        for (const { reject } of group) reject(error);
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
    hasFailed: () => failure !== null,
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
