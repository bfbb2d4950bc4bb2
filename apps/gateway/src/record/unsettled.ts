import { randomBytes } from 'node:crypto';
import { nonceSize } from '@parlance/log';
import { type Answered, type Intent } from './entry.ts';
import { hourOf } from './hour.ts';
import { outageOf } from './outage.ts';

/** The intents that the journal has and no answer to. */
export type FindOpen = () => Promise<readonly Intent[]>;

/** What could not be written, or so it seemed: it is settled as an outage, with its changes, as soon as the journal can be written again. */
export interface Unsettled {
  add(failed: { readonly intent: Intent | null; readonly answer: Answered | null }): void;
  /** What still has to be written of it. A write that seemed to fail may be on the disk after all; then its answer counts. */
  toSettle(): Promise<readonly Answered[]>;
  /** What `toSettle` gave last has been written. */
  settled(): void;
}

/** More than that is settled by the next start, without its changes. */
const most = 2048;
/** With all their changes they stay below the largest append. */
const mostTogether = 64;

export function createUnsettled({ findOpen, now }: { readonly findOpen: FindOpen; readonly now: () => Date }): Unsettled {
  /** By id; null: its intent alone was lost. */
  const failed = new Map<string, Answered | null>();
  /** Ids that are over once the write has come to its end. */
  let settling: readonly string[] = [];
  return {
    add({ intent, answer }) {
      const id = intent?.id ?? answer?.record.id;
      if (id !== undefined && (failed.has(id) || failed.size < most)) failed.set(id, answer);
    },
    async toSettle() {
      settling = [];
      if (failed.size === 0) return [];
      const hour = hourOf(now());
      const lost = (await findOpen()).filter(({ id }) => failed.has(id));
      const first = lost.slice(0, mostTogether);
      settling = first.length === lost.length ? [...failed.keys()] : first.map(({ id }) => id);
      return first.map((intent) => lateAnswer(failed.get(intent.id) ?? null) ?? outageOf(intent, hour, () => randomBytes(nonceSize)));
    },
    settled() {
      for (const id of settling) failed.delete(id);
    },
  };
}

/** Its reader was told that the answer does not count as given. */
function lateAnswer(answer: Answered | null): Answered | null {
  return answer === null ? null : { ...answer, record: { ...answer.record, ending: 'outage' } };
}
