import { dirname, join } from 'node:path';
import { type Signer } from '../../note/index.ts';
import { consistencyProofFromTiles, entryBundlePath, inclusionProofFromTiles, largestEntry, tileHolding } from '../../tile/index.ts';
import { hashLeaf, hashSize, sameBytes } from '../../tree/index.ts';
import { type Files } from '../files/files.ts';
import { type FolderLock, type LockOptions, lockFolder } from '../lock/folder-lock.ts';
import { logFault } from '../log-fault.ts';
import { logCorrupt, readBundle, readTile, stateFolder } from '../storage/log-files.ts';
import { ensureVersion, logStorage, type LogStorage } from '../storage/log-storage.ts';
import { removePartials } from '../storage/remove-partials.ts';
import { addBatch } from './add-batch.ts';
import { inTurn } from './in-turn.ts';
import { type AddedBatch, type AddOptions, type LogWriter } from './log-writer.ts';
import { type RecoveredLog, recoverLog } from './recover-log.ts';
import { verifyCheckpoint } from './signed-checkpoint.ts';

export interface LogWriterOptions extends Pick<LockOptions, 'owner' | 'takeOver'> {
  readonly files: Files;
  /** The folder of one log, which is made inside one that is there. */
  readonly folder: string;
  readonly origin: string;
  readonly signer: Signer;
  readonly now: () => Date;
  /** The size of the largest checkpoint that anybody else is known to have, such as a witness. */
  readonly knownSize?: bigint;
}

/**
 * Opens a log to write to it, or makes a new one where there is nothing. Throws `log_owned`, `log_rolled_back`, `log_corrupt`, `log_foreign` and the
 * `disk_...` codes.
 */
export async function createLogWriter(options: LogWriterOptions): Promise<LogWriter> {
  const { files, folder, origin, signer, knownSize = 0n } = options;
  for (const path of [folder, join(folder, stateFolder)]) {
    await files.makeFolder(path);
    await files.syncFolder(dirname(path));
  }
  const lock = await lockFolder({ ...options, folder: join(folder, stateFolder) });
  try {
    const storage = logStorage({ files, folder }, lock);
    await ensureVersion(storage);
    return writerOf({
      ...options,
      lock,
      storage,
      log: await recoverLog({ storage, origin, signer, knownSize }),
      failure: null,
      isClosed: false,
    });
  } catch (error) {
    await lock.release().catch(() => undefined);
    throw error;
  }
}

interface WriterState extends LogWriterOptions {
  readonly lock: FolderLock;
  readonly storage: LogStorage;
  log: RecoveredLog;
  failure: { readonly cause: unknown } | null;
  isClosed: boolean;
}

function writerOf(writer: WriterState): LogWriter {
  const turn = inTurn();
  const change = <Result>(work: () => Promise<Result>) => turn(() => changing(writer, work));
  const size = () => writer.log.state.size;
  return {
    add: (leaves, options = {}) => change(() => add(writer, leaves, options)),
    checkpoint: () => writer.log.note,
    size,
    cursor: () => writer.log.state.cursor,
    proof: (position, treeSize = size()) => proof(writer, position, treeSize),
    consistency: async (from, to = size()) => {
      refuseUnknown(writer, { position: from, last: to });
      return consistencyProofFromTiles((tile) => readTile(writer.storage, tile), from, to);
    },
    readEntry: (position) => readEntry(writer, position),
    publishCosigned: (note) => change(() => publishCosigned(writer, note)),
    freeze: () => change(() => freeze(writer)),
    frozenAt: () => writer.log.state.frozenAt,
    removePartials: () => change(() => removePartials(writer.storage, size())),
    close: () =>
      turn(async () => {
        if (writer.isClosed) return;
        writer.isClosed = true;
        await writer.lock.release();
      }),
  };
}

/** Nothing is changed any more after a change that failed, because what the disk holds is unknown. */
async function changing<Result>(writer: WriterState, work: () => Promise<Result>): Promise<Result> {
  const path = writer.folder;
  if (writer.isClosed)
    throw logFault({ code: 'log_closed', path, expected: 'an open log', received: 'a closed one', remedy: 'open it again' });
  if (writer.failure !== null) {
    const remedy = 'see to the cause that was reported then, and open the log again';
    throw logFault({
      code: 'log_stopped',
      path,
      expected: 'a log that can be written',
      received: 'a write that failed earlier',
      remedy,
      ...writer.failure,
    });
  }
  return work();
}

/** From here on a failure leaves the disk in a state that only recovery knows. */
async function orStop<Result>(writer: WriterState, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    writer.failure = { cause };
    throw cause;
  }
}

async function add(
  writer: WriterState,
  leaves: readonly Uint8Array[],
  { cursor = writer.log.state.cursor }: AddOptions,
): Promise<AddedBatch> {
  const { folder, log } = writer;
  if (log.state.frozenAt !== null) {
    const remedy = 'add to the log of the next period';
    throw logFault({
      code: 'log_frozen',
      path: folder,
      expected: 'a log that takes entries',
      received: `one frozen at ${log.state.frozenAt}`,
      remedy,
    });
  }
  const tooLong = leaves.findIndex((leaf) => leaf.length > largestEntry);
  if (tooLong !== -1) {
    const expected = `leaves of at most ${largestEntry} bytes`;
    throw logFault({
      code: 'leaf_refused',
      path: folder,
      expected,
      received: `${leaves[tooLong]?.length ?? 0} in leaf ${tooLong}`,
      remedy: 'add less in one leaf',
    });
  }
  if (leaves.length > 0) writer.log = await orStop(writer, addBatch(writer, { log, leaves, cursor }));
  else if (cursor !== log.state.cursor) {
    const state = { ...log.state, cursor };
    await orStop(writer, writer.storage.writeState(state));
    writer.log = { ...log, state };
  }
  return { positions: leaves.map((_, index) => log.state.size + BigInt(index)), checkpoint: writer.log.note };
}

async function proof(writer: WriterState, position: bigint, size: bigint) {
  refuseUnknown(writer, { position, last: size - 1n });
  refuseUnknown(writer, { position: size, last: writer.log.state.size });
  return inclusionProofFromTiles((tile) => readTile(writer.storage, tile), position, size);
}

async function readEntry(writer: WriterState, position: bigint): Promise<Uint8Array> {
  const { storage, log } = writer;
  refuseUnknown(writer, { position, last: log.state.size - 1n });
  const tile = tileHolding({ level: 0, index: position }, log.state.size);
  const place = Number(position & 0xffn);
  const entry = (await readBundle(storage, tile))[place] ?? new Uint8Array();
  const hash = (await readTile(storage, tile)).subarray(place * hashSize, (place + 1) * hashSize);
  if (sameBytes(hashLeaf(entry), hash)) return entry;
  throw logCorrupt(join(storage.folder, entryBundlePath(tile)), `the entry ${String(position)} of the tree`, 'another entry');
}

async function publishCosigned(writer: WriterState, note: string): Promise<void> {
  const { origin, signer, log, storage } = writer;
  const checkpoint = await verifyCheckpoint(note, { origin, key: signer });
  const isOurs = typeof checkpoint !== 'string' && checkpoint.size === log.state.size && sameBytes(checkpoint.root, log.state.root);
  if (!isOurs) {
    const [path, expected] = [join(storage.folder, 'checkpoint'), `the checkpoint of ${String(log.state.size)} with more signatures`];
    throw logFault({ code: 'log_foreign', path, expected, received: 'another note', remedy: 'cosign the checkpoint that is published' });
  }
  await orStop(writer, storage.writeCheckpoint(note));
  writer.log = { ...log, note };
}

async function freeze(writer: WriterState): Promise<string> {
  const { log, storage, now } = writer;
  if (log.state.frozenAt !== null) return log.note;
  const state = { ...log.state, frozenAt: now().toISOString() };
  await orStop(writer, storage.writeState(state));
  writer.log = { ...log, state };
  return log.note;
}

function refuseUnknown({ folder, log }: WriterState, { position, last }: { readonly position: bigint; readonly last: bigint }): void {
  if (position >= 0n && position <= last && last <= log.state.size) return;
  const expected = `at most ${String(last)}, in a tree of ${String(log.state.size)}`;
  throw logFault({ code: 'position_unknown', path: folder, expected, received: String(position), remedy: 'ask for what is published' });
}
