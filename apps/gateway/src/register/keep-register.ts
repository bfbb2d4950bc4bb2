import { type AnswerLog } from '../record/answer-log.ts';
import { type PublishedShard } from '../record/half-years.ts';
import { type FollowedLog, followLog, type FollowOptions, type KeptBook } from './projection/follow-log.ts';

export interface KeepOptions {
  readonly store: FollowOptions['store'];
  readonly log: Pick<AnswerLog, 'shards'>;
  /** Told once when the register cannot be brought up to date, and again when something else stops it; it is tried again. */
  readonly onFault: (error: unknown) => void;
  /** Done after each look, whether or not the log had grown: others may write to the same register. */
  readonly onLooked?: () => Promise<unknown>;
  /** Milliseconds between two looks at the log. */
  readonly pause?: number;
}

export interface RegisterKeeper {
  /** Reads what the logs have now. */
  catchUp(): Promise<void>;
  /** Once it resolves nothing is read or written any more. */
  readonly stop: () => Promise<void>;
}

const usualPause = 2000;
/** So few that answers do not wait while a long log is read for the first time. */
const step = 512;

/** Brings the register up to date with the logs of a running server: now, and whenever they have grown. */
export function keepRegister({ store, log, onFault, onLooked, pause = usualPause }: KeepOptions): RegisterKeeper {
  const state = { isStopped: false };
  const read = new Map<string, bigint>();
  const books = new Map<string, KeptBook>();
  const follow = async (shard: FollowedLog): Promise<void> => {
    if (state.isStopped || (read.get(shard.log) ?? -1n) >= shard.size) return;
    read.set(shard.log, await followLog(shard, { store, step, books, isStopped: () => state.isStopped }));
  };
  const look = async (): Promise<void> => {
    for (const shard of log.shards().toReversed()) await follow(followed(shard));
    if (!state.isStopped) await onLooked?.();
  };
  let last = '';
  const tell = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : '';
    if (!state.isStopped && reason !== last) onFault(error);
    last = reason;
  };
  let looking: Promise<void> = look().catch(tell);
  const catchUp = (): Promise<void> => (looking = looking.catch(() => undefined).then(look));
  const timer = setInterval(() => void catchUp().catch(tell), pause);
  timer.unref();
  return {
    catchUp,
    stop: async () => {
      state.isStopped = true;
      clearInterval(timer);
      await looking.catch(() => undefined);
    },
  };
}

/** The first line of a checkpoint is the origin of its log. */
function followed(shard: PublishedShard): FollowedLog {
  const { note, size } = shard.published();
  return { log: note.split('\n', 1)[0] ?? '', folder: shard.folder, size: note === '' ? 0n : size };
}
