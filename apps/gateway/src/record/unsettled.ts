import { type Answered, type Intent } from './entry.ts';

/** What could not be written, or so it seemed. A write that seemed to fail may be on the disk after all; the journal tells. */
export interface Unsettled {
  add(failed: { readonly intent: Intent | null; readonly answer: Answered | null }): void;
  ids(): readonly string[];
  /** The answer as it counts now: its reader was told that it does not count as given. Null when its question was all that failed. */
  lateAnswer(id: string): Answered | null;
  forget(ids: readonly string[]): void;
}

/** More than that is settled by the next start, without its changes. */
const most = 2048;

export function createUnsettled(): Unsettled {
  const failed = new Map<string, Answered | null>();
  return {
    add({ intent, answer }) {
      const id = intent?.id ?? answer?.record.id;
      if (id !== undefined && (failed.has(id) || failed.size < most)) failed.set(id, answer);
    },
    ids: () => [...failed.keys()],
    lateAnswer(id) {
      const answer = failed.get(id) ?? null;
      return answer === null ? null : { ...answer, record: { ...answer.record, ending: 'outage' } };
    },
    forget(ids) {
      for (const id of ids) failed.delete(id);
    },
  };
}
