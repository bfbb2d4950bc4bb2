import { CodedError } from '@parlance/core';
import { type ObjectionStore } from '../store/objection-store.ts';
import { daysAfter } from './days.ts';
import { type DecisionDesk } from './decide-objection.ts';

const hour = 3_600_000;

/** What is done for objections by the hour. */
export interface Upkeep {
  /** Hours in a row in which something failed, and decisions that the log does not tell, as of the last look. */
  counts(): { readonly failures: number; readonly unlogged: number };
  /** Resolves once a look under way has ended. */
  stop(): Promise<void>;
}

interface UpkeepOptions {
  readonly objections: Pick<ObjectionStore, 'forget'>;
  readonly desk: Pick<DecisionDesk, 'stateUnlogged'>;
  readonly now: () => Date;
  /** After a decision, as pack and organisation say it now. */
  readonly keptDays: () => number;
  /** Gets one line for each look in which something failed. */
  readonly onFault: (line: string) => void;
}

/** Deletes what was written where its time is over, and states what the log does not tell: now and every hour. What fails is tried again with the next look. */
export function startUpkeep({ objections, desk, now, keptDays, onFault }: UpkeepOptions): Upkeep {
  let [failures, unlogged] = [0, 0];
  const forget = (): Promise<bigint> => {
    const today = now().toISOString().slice(0, 10);
    return objections.forget(today, daysAfter(today, -keptDays()));
  };
  const look = async (): Promise<void> => {
    const faults = [
      await faultOf('texts whose time is over could not be deleted', forget),
      await faultOf('decisions could not be put into the log', async () => (unlogged = await desk.stateUnlogged())),
    ].filter((fault) => fault !== null);
    failures = faults.length === 0 ? 0 : failures + 1;
    if (faults.length > 0) onFault(`objections: ${faults.join('; ')}; it is tried again within the hour`);
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, hour);
  timer.unref();
  return {
    counts: () => ({ failures, unlogged }),
    stop() {
      clearInterval(timer);
      return looking;
    },
  };
}

/** By its code alone: an error may hold what people wrote. */
async function faultOf(what: string, work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return `${what} (${error instanceof CodedError ? error.code : 'unknown'})`;
  }
}
