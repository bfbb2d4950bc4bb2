import { createRandom } from '../gateway/random.ts';
import { estimate, type Estimate } from '../gateway/statistics.ts';
import { built } from './built.ts';
import { sampleAnswers } from './sample-answers.ts';

export interface BatchFigures {
  /** From the journal to the checkpoint that is published. */
  readonly batch_close_ms: Estimate;
  /** The same where every answer was changed, so that each has a leaf of its own. */
  readonly batch_close_changed_ms: Estimate;
  /** Until the drainer has also seen that nothing more waits. */
  readonly batch_drain_ms: Estimate;
}

export interface BatchOptions {
  readonly folder: string;
  readonly rounds: number;
}

const batchSize = 10_000;
/** One in so many answers was changed. */
const changedEvery = 10;

/** Ten thousand answers are recorded, which is not counted, and then drained, by the parts that the gateway is made of and on its own folders. */
export async function measureBatch({ folder, rounds }: BatchOptions): Promise<BatchFigures> {
  const { openShard, drainOf, closeShard } = await built('record/shard');
  const { createRecorder } = await built('record/recorder');
  const now = (): Date => new Date('2026-11-21T13:05:00Z');
  const shard = await openShard({ dataFolder: folder, name: 'log.example', shard: '2026h2', now });
  const recorder = createRecorder({
    journal: shard.journal,
    signer: shard.signer,
    now,
    onPromised: () => undefined,
    findOpen: () => Promise.resolve([]),
  });
  let published = 0;
  const drain = drainOf(shard, { now, onBatch: () => void (published = performance.now()) });
  const close = async (every: number): Promise<{ readonly closed: number; readonly drained: number }> => {
    const answers = sampleAnswers(batchSize, every);
    await Promise.all(answers.map(({ intent }) => recorder.intend(intent)));
    await Promise.all(answers.map(({ answer }) => recorder.settle(answer)));
    const before = shard.tree.writer().size();
    const began = performance.now();
    await drain();
    const leaves = Number(shard.tree.writer().size() - before);
    if (leaves !== batchSize / every + 1) throw new Error(`a batch of ${batchSize} answers made ${leaves} leaves`);
    return { closed: published - began, drained: performance.now() - began };
  };
  await close(changedEvery);
  const [some, all] = [[await close(changedEvery)], [await close(1)]];
  const random = createRandom(1);
  while (some.length + all.length < rounds * 2) {
    const every = random(2) === 0 ? changedEvery : 1;
    (every === 1 ? all : some).push(await close(every));
  }
  await closeShard(shard, () => undefined);
  return {
    batch_close_ms: estimate(some.map(({ closed }) => closed)),
    batch_close_changed_ms: estimate(all.map(({ closed }) => closed)),
    batch_drain_ms: estimate(some.map(({ drained }) => drained)),
  };
}
