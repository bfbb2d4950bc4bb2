import { parsePolicy, type Policy, verifyCheckpoint } from '@parlance/log';
import { type OlderShard } from './older-shards.ts';
import { type Published, publishedBy } from './prove.ts';
import { createWitnesses } from './witnesses.ts';

/** The last checkpoints of logs that are over. What was proved with the last batch of a half-year would lack cosignatures for good if a witness was down just then. */
export interface LastCheckpoints {
  /** Asks the witnesses of this policy about each log whose last checkpoint too few of them have cosigned. Rejects as `Witnesses.cosign` does. */
  cosign(older: readonly OlderShard[], policy: string): Promise<void>;
  /** With the cosignatures that came, which are kept in memory: nobody writes to the log any more. */
  of(past: OlderShard): Published;
  hasFork(): boolean;
}

export function createLastCheckpoints(): LastCheckpoints {
  /** By half-year: under the quorum of the policy. */
  const cosigned = new Map<string, Published>();
  let isForked = false;
  const ask = async (past: OlderShard, policy: Policy): Promise<void> => {
    const published = publishedBy(past.writer);
    if ((await verifyCheckpoint(published.note, policy)).ok) {
      cosigned.set(past.shard, published);
      return;
    }
    const witnesses = createWitnesses(policy);
    try {
      await witnesses.cosign({ ...past.writer, publishCosigned: () => Promise.resolve() });
    } finally {
      isForked ||= witnesses.hasFork();
      const latest = witnesses.latest();
      if (latest !== null) cosigned.set(past.shard, latest);
    }
  };
  return {
    async cosign(older, text) {
      const lacking = older.filter(({ shard }) => !cosigned.has(shard));
      const policy = lacking.length === 0 ? null : parsePolicy(text);
      if (policy?.ok !== true || policy.value.witnesses.length === 0) return;
      await Promise.all(lacking.map((past) => ask(past, policy.value)));
    },
    of: (past) => cosigned.get(past.shard) ?? publishedBy(past.writer),
    hasFork: () => isForked,
  };
}
