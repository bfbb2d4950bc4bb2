import { dirname, join } from 'node:path';
import { CodedError } from '@parlance/core';
import { formatPolicy, type Policy, type Receipt, type VerifierKey } from '@parlance/log';
import { type AddedBatch, type Files, type LogWriter, writeAtomically } from '@parlance/log/node';
import { openHalfYears, type PublishedShard, type ShardLog } from './half-years.ts';
import { hourOf, shardOf } from './hour.ts';
import { publishOnce } from './in-force.ts';
import { createLeafAdder } from './leaf-adder.ts';
import { turnsOf } from './log-turns.ts';
import { endShard, finishOlderShards, leaveShard } from './older-shards.ts';
import { provedReceipt, type Published, publishedBy } from './prove.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type InForce, leavesInForce, type NamedLeaf } from './rule-leaves.ts';
import { closeShard, drainOf, openShard, readJournal, type Shard, type ShardPlace } from './shard.ts';
import { createTidying } from './tidying.ts';
import { createUnprovedReceipts } from './unproved.ts';
import { createWitnesses, readerPolicy, type Witnesses } from './witnesses.ts';

export interface AnswerLogOptions {
  /** Folder for state; the log is in `log/<shard>` of it. */
  readonly dataFolder: string;
  /** Name of the log without its shard, as `log.example.org`. */
  readonly name: string;
  /** Its rules are in the log before this resolves. */
  readonly inForce: InForce;
  readonly now: () => Date;
  /** Policy file with the witnesses that are to cosign the log, and their quorum; null: none. */
  readonly witnesses?: { readonly path: string; readonly text: string } | null;
  /** Told when a batch could not be closed or cosigned; it is tried again. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between two batches. */
  readonly pause?: number;
  /** Milliseconds that the journal has for a write. */
  readonly patience?: number;
  readonly files?: Files;
}

/** The journal and the log of one server: what was answered, and the proof of it. */
export interface AnswerLog extends Recorder {
  /** `log.example.org/2026h2` */
  readonly origin: string;
  /** Folder with the checkpoint and the tiles as they are published. */
  readonly folder: string;
  /** The log and its witnesses, as c2sp.org/tlog-policy. */
  readonly policy: string;
  /** Why the log could not be opened; then nothing is recorded. */
  readonly fault?: CodedError<string>;
  /** The checkpoint that is published, and the size of its tree. */
  published(): Published;
  /** The logs of all half-years, the present one first. */
  shards(): readonly PublishedShard[];
  /** The receipt of an answer, promised or proved; null when there is none of this id. */
  receipt(id: string): Promise<Receipt | null>;
  /** Puts leaves of others into the log, between two batches. Throws as `LeafAdder` does. */
  addLeaves(leaves: readonly Uint8Array[]): Promise<AddedBatch>;
  /**
   * Publishes another pack with its rules: once this resolves they may act. The logs of later half-years begin with them. Throws `leaf_malformed` for a rule that the log has no
   * form for, and what the log throws when it cannot be written; then nothing has changed.
   */
  putInForce(next: InForce): Promise<void>;
  /** Closes the batch that is open, and has it cosigned. */
  drain(): Promise<void>;
  /** A witness has seen another history of this log. */
  hasFork(): boolean;
  close(): Promise<void>;
}

const batchPause = 10_000;

interface ShardLogOptions extends Omit<AnswerLogOptions, 'inForce'>, ShardPlace {
  /** What is in force comes last; before it what questions may still come under that were taken before it. */
  readonly inForce: readonly InForce[];
  readonly now: () => Date;
  readonly dataFolder: string;
  readonly name: string;
}

/**
 * Opens the log of the present half-year. What was asked and never answered, because the server broke off, is settled as an outage; rules are published before they act.
 * What was promised in earlier half-years is proved there first. It goes over to the next half-year by itself. Throws `log_key_unusable`, `log_frozen`, `log_newer`, `log_forked`, `leaf_malformed`, `witness_policy_unusable`, and what `openFileJournal` and `createLogWriter` throw.
 */
export async function openAnswerLog(options: AnswerLogOptions): Promise<AnswerLog> {
  const { now, onFault, pause = batchPause } = options;
  const shard = shardOf(now());
  const older = await finishOlderShards({ ...options, shard });
  const open = (name: string, inForce: readonly InForce[], earlier: readonly VerifierKey[]) =>
    openShardLog({ ...options, inForce, shard: name }, earlier);
  return openHalfYears({ now, onFault, pause, shard, older, inForce: options.inForce, open });
}

async function openShardLog(options: ShardLogOptions, earlier: readonly VerifierKey[]): Promise<ShardLog> {
  const { now, onFault } = options;
  const shard = await openShard(options);
  const { signer, tree, receipts, home } = shard;
  const policy = readerPolicy([signer, ...earlier], options.witnesses ?? null);
  const witnesses = createWitnesses(policy);
  const { recorder, unproved } = await begin(shard, witnesses, { ...options, policy }).catch(async (error: unknown) => {
    await closeShard(shard, () => undefined);
    throw error;
  });
  const turn = turnsOf(tree);
  const adder = createLeafAdder(turn);
  const close = drainOf(shard, {
    now,
    onBatch: (cursor) => {
      unproved.forget(cursor);
    },
    turn,
  });
  const tidy = createTidying(shard.files, join(home, 'tree'));
  const drain = async (): Promise<void> => {
    // What is late must not hold up the rest.
    await recorder.settleOpen('failed').catch(onFault);
    await close();
    void tidy(publishedBy(tree.writer()).size).catch(onFault);
    // What the witnesses say changes nothing about what was written.
    await witnesses.cosign(tree.writer());
  };
  return {
    intend: (intent) => recorder.intend(intent),
    settle: (answer) => recorder.settle(answer),
    key: signer,
    origin: signer.name,
    folder: join(home, 'tree'),
    policy: formatPolicy(policy),
    hasFork: () => witnesses.hasFork(),
    published: () => publishedBy(tree.writer()),
    receipt: async (id) => unproved.get(id) ?? (await provedReceipt(id, { receipts, writer: tree.writer(), cosigned: witnesses.latest() })),
    addLeaves: (leaves) => adder.add(leaves),
    putInForce: (next) => turn((writer) => publishInForce(shard, writer, leavesInForce(next, hourOf(now())))),
    drain,
    async close() {
      await adder.close();
      await drain().catch(onFault);
      await closeShard(shard, onFault);
    },
    async end() {
      await adder.close();
      await endShard({ recorder, turn, drain: close });
      // Whoever does not answer now is asked again when the log is over.
      await witnesses.cosign(tree.writer()).catch(onFault);
      return leaveShard(shard);
    },
  };
}

/** What has to be done before the first answer: a copy that was put back is found out, rules are published, and what was broken off is settled. */
async function begin(
  shard: Shard,
  witnesses: Witnesses,
  { inForce, now, patience, policy }: Omit<ShardLogOptions, 'witnesses'> & { readonly policy: Policy },
) {
  const { home, journal, signer, tree } = shard;
  refuseFrozen(home, tree.writer().frozenAt());
  if (tree.writer().size() > 0n) await witnesses.cosign(tree.writer());
  const unproved = createUnprovedReceipts();
  await readJournal(shard, (answer) => {
    unproved.add(answer.answer, answer);
  });
  const recorder = createRecorder({
    journal,
    signer,
    now,
    ...(patience === undefined ? {} : { patience }),
    onPromised: (answer, promised) => {
      unproved.add(answer, promised);
    },
    findOpen: () => readJournal(shard),
  });
  for (const each of inForce) await publishInForce(shard, tree.writer(), leavesInForce(each, hourOf(now())));
  await recorder.settleOpen('all');
  await publishPolicy(shard, policy);
  return { recorder, unproved };
}

function publishInForce({ files, home }: Shard, writer: LogWriter, leaves: readonly NamedLeaf[]): Promise<void> {
  return publishOnce({ files, path: join(home, 'in-force') }, writer, leaves);
}

function refuseFrozen(home: string, frozenAt: string | null): void {
  if (frozenAt === null) return;
  throw new CodedError(
    'log_frozen',
    `${home}: this log was frozen at ${frozenAt} and takes no more answers; start with another PARLANCE_DATA and PARLANCE_LOG_NAME, or in the next half-year`,
  );
}

/** Where whoever verifies finds the keys of the log and its witnesses. */
async function publishPolicy({ files, home }: Shard, policy: Policy): Promise<void> {
  const text = formatPolicy(policy);
  const path = join(dirname(home), 'policy.txt');
  await writeAtomically(files, { path, temporary: `${path}.new`, bytes: new TextEncoder().encode(text) });
}
