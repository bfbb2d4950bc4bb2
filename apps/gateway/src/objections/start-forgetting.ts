import { type ObjectionStore } from '../store/objection-store.ts';

const hour = 3_600_000;

/**
 * Deletes what was written where its time is over: now and every hour. A database that is away is asked again with the next look. Gives what stops it, once a look under way has
 * ended.
 */
export function startForgetting(objections: Pick<ObjectionStore, 'forget'>, now: () => Date): () => Promise<void> {
  const look = async (): Promise<void> => {
    await objections.forget(now().toISOString().slice(0, 10)).catch(() => undefined);
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, hour);
  timer.unref();
  return () => {
    clearInterval(timer);
    return looking;
  };
}
