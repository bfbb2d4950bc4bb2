import { openStore } from '../store/store.ts';
import { type FollowedLog, followLog } from './projection/follow-log.ts';

export interface RebuildOptions {
  readonly dataFolder: string;
  /** Null: the embedded database of the data folder, which nobody else may own. */
  readonly databaseUrl: string | null;
  /** In the order in which they came. */
  readonly logs: readonly FollowedLog[];
  readonly onStep?: (log: string, done: bigint, size: bigint) => void;
}

export interface RebuiltRegister {
  readonly logs: readonly { readonly log: string; readonly size: bigint }[];
  readonly cells: number;
  readonly entries: number;
}

/** Leaves that are read before they are written. */
const step = 65_536;

/** Drops the register and makes it again from the logs. Throws what the store and the logs throw; what was read until then stays, and a server goes on from there. */
export async function rebuildRegister({ dataFolder, databaseUrl, logs, onStep }: RebuildOptions): Promise<RebuiltRegister> {
  const store = await openStore({ databaseUrl, dataFolder });
  try {
    await store.register.drop();
    for (const log of logs)
      await followLog(log, {
        store: store.register,
        step,
        ...(onStep && {
          onStep: (done, size) => {
            onStep(log.log, done, size);
          },
        }),
      });
    const cells = await store.register.cells();
    return {
      logs: logs.map(({ log, size }) => ({ log, size })),
      cells: cells.length,
      entries: cells.reduce((sum, { count }) => sum + count, 0),
    };
  } finally {
    await store.close();
  }
}
