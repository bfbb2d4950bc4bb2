import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFiles, openFileJournal } from '@parlance/log/node';
import { createRandom, type Random } from '../gateway/random.ts';
import { estimate, type Estimate, median } from '../gateway/statistics.ts';
import { differenceOf, inTurns, quantile } from './arms-in-turn.ts';
import { built } from './built.ts';
import { sampleAnswers } from './sample-answers.ts';

export interface JournalFigures {
  readonly journal_p95_ms: Estimate;
  readonly journal_p50_ms: Estimate;
  readonly bare_append_p95_ms: Estimate;
  /** Medians over those of the bare file. */
  readonly journal_ratio: Estimate;
  readonly journal_aa: number;
}

export interface JournalOptions {
  readonly folder: string;
  readonly rounds: number;
  /** Of one turn. */
  readonly milliseconds: number;
  readonly random: Random;
}

type Append = (bytes: Uint8Array) => Promise<unknown>;

/** Answers per second. */
const rate = 1000;
/** Milliseconds from an intent to its answer. */
const answerTime = 20;

/** Appends at the moments at which answers come, to the journal and to a bare file, in turns; time counts from the moment at which an append was due. */
export async function measureJournal({ folder, rounds, milliseconds, random }: JournalOptions): Promise<JournalFigures> {
  const appends = await scheduleOf(milliseconds);
  const { journal } = await openFileJournal({ files: nodeFiles, folder: join(folder, 'journal'), shard: 'bench', randomBytes });
  const [one, again] = [await open(join(folder, 'bare'), 'a'), await open(join(folder, 'bare-again'), 'a')];
  const arms = {
    journal: () => play(appends, (bytes) => journal.append([bytes])),
    bare: () => play(appends, bareAppend(one)),
    bareAgain: () => play(appends, bareAppend(again)),
  };
  await inTurns(arms, { rounds: 1, slices: 1, random });
  const found = await inTurns(arms, { rounds, slices: 2, random });
  await Promise.all([journal.close(), one.close(), again.close()]);
  const over = (arm: 'journal' | 'bare', share: number): Estimate => estimate(found.map((round) => quantile(round[arm], share)));
  return {
    journal_p95_ms: over('journal', 0.95),
    journal_p50_ms: over('journal', 0.5),
    bare_append_p95_ms: over('bare', 0.95),
    journal_ratio: estimate(found.map(({ journal: ours, bare, bareAgain }) => median(ours) / ((median(bare) + median(bareAgain)) / 2))),
    journal_aa: differenceOf(found, 'bare', 'bareAgain'),
  };
}

interface DueAppend {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Answers come as calls do, independently of each other; the same ones for every arm. */
async function scheduleOf(milliseconds: number): Promise<readonly DueAppend[]> {
  const { encodeEntry } = await built('record/entry');
  const random = createRandom(11);
  const answers = sampleAnswers(Math.ceil((rate * milliseconds) / 1000), 10);
  const appends = answers.flatMap(({ intent, answer }): readonly DueAppend[] => {
    const at = random(milliseconds * 1000) / 1000;
    return [
      { at, bytes: encodeEntry({ kind: 'intent', intent }) },
      { at: at + answerTime, bytes: encodeEntry({ kind: 'answer', answer }) },
    ];
  });
  return appends.sort((left, right) => left.at - right.at);
}

/** Milliseconds of each append. Timers are too coarse for this, so the event loop turns until the moment has come. */
async function play(appends: readonly DueAppend[], append: Append): Promise<readonly number[]> {
  const began = performance.now();
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  for (const { at, bytes } of appends) {
    while (performance.now() - began < at) await new Promise(setImmediate);
    pending.push(append(bytes).then(() => void times.push(performance.now() - began - at)));
  }
  await Promise.all(pending);
  return times;
}

/** The least that any journal can do: what came while a sync was under way is appended and synced together, without position, length or checksum. */
function bareAppend(file: FileHandle): Append {
  let waiting: { readonly bytes: Uint8Array; readonly resolve: () => void }[] = [];
  let isWriting = false;
  const write = async (): Promise<void> => {
    isWriting = true;
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await file.appendFile(Buffer.concat(group.map(({ bytes }) => bytes)));
      await file.datasync();
      for (const { resolve } of group) resolve();
    }
    isWriting = false;
  };
  return (bytes) =>
    new Promise<void>((resolve) => {
      waiting.push({ bytes, resolve });
      if (!isWriting) void write();
    });
}
