import { dirname, join } from 'node:path';
import { emptyRoot, sameBytes } from '../../tree/index.ts';
import { type WitnessedTree } from '../../witness/index.ts';
import { type Files } from '../files/files.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { type FolderLock, type LockOptions, lockFolder } from '../lock/folder-lock.ts';
import { inTurn } from '../writer/in-turn.ts';
import { witnessFault } from './witness-fault.ts';
import { decodeMark, decodeState, encodeMark, encodeState, type StoredTrees } from './witness-state.ts';

/** The memory of a witness, for its one owner. */
export interface WitnessStore {
  /** The latest tree that was cosigned; the empty one for a log that never was. */
  tree(origin: string): WitnessedTree;
  /**
   * Puts `to` in the place of `from`, and lets `act` run when it is on the disk and while it is still the latest: nothing is cosigned anywhere else. Null, and
   * nothing is stored and nothing run, when `from` is not the latest any more. After a write that failed nothing is stored or run with `witness_stopped`, until
   * the folder is opened again. Throws `witness_lost`, `witness_closed` and the `disk_...` codes too.
   */
  advance<Result>(growth: TreeGrowth, act: () => Promise<Result>): Promise<Result | null>;
  /** Waits for what is under way, and lets another process own the folder. */
  close(): Promise<void>;
}

interface TreeGrowth {
  readonly origin: string;
  readonly from: WitnessedTree;
  readonly to: WitnessedTree;
}

export interface WitnessStoreOptions extends Pick<LockOptions, 'owner' | 'takeOver'> {
  readonly files: Files;
  /** Its own folder, which is made inside one that is there. */
  readonly folder: string;
  /** False when this witness is known to have been there before: then a folder without its state is refused. */
  readonly mayBeNew?: boolean;
}

/**
 * Opens the folder of a witness. Throws `log_owned`, `witness_corrupt`, `witness_rolled_back` and the `disk_...` codes.
 *
 * ```
 * state       witness-state.ts
 * mark        how often the state was written; on the disk before anything is cosigned
 * owner-<n>/  lock/folder-lock.ts
 * ```
 *
 * One of the two files put back shows. Both put back together do not: no folder can tell that it is a copy.
 */
export async function openWitnessStore(options: WitnessStoreOptions): Promise<WitnessStore> {
  const { files, folder } = options;
  await files.makeFolder(folder);
  await files.syncFolder(dirname(folder));
  const lock = await lockFolder(options);
  try {
    const { trees, marked } = await readStored(options);
    // Written anew in any case: an earlier process may have put a file there without being able to sync it, or only one of the two. The number is the one after
    // the mark, so that openings that crash one after the other do not leave the mark behind.
    const stored = { trees, writes: marked + 1n };
    await write({ files, folder, lock }, stored);
    return storeOf({ files, folder, lock, stored, failure: null, isClosed: false });
  } catch (error) {
    await lock.release().catch(() => undefined);
    throw error;
  }
}

interface WitnessFolder {
  readonly files: Files;
  readonly folder: string;
  readonly lock: FolderLock;
}

interface StoreState extends WitnessFolder {
  stored: StoredTrees;
  failure: { readonly cause: unknown } | null;
  isClosed: boolean;
}

const unseen: WitnessedTree = { size: 0n, root: emptyRoot };

function storeOf(store: StoreState): WitnessStore {
  const turn = inTurn();
  const tree = (origin: string) => store.stored.trees.get(origin) ?? unseen;
  return {
    tree,
    advance: ({ origin, from, to }, act) =>
      turn(async () => {
        refuseUnusable(store);
        const latest = tree(origin);
        if (!isSameTree(latest, from)) return null;
        if (!isSameTree(latest, to)) await replace(store, origin, to);
        return act();
      }),
    close: () =>
      turn(async () => {
        if (store.isClosed) return;
        store.isClosed = true;
        await store.lock.release();
      }),
  };
}

async function replace(store: StoreState, origin: string, tree: WitnessedTree): Promise<void> {
  const { writes, trees } = store.stored;
  const stored = { writes: writes + 1n, trees: new Map([...trees, [origin, tree]]) };
  try {
    await write(store, stored);
  } catch (cause) {
    store.failure = { cause };
    throw cause;
  }
  store.stored = stored;
}

/** The mark comes second: a state that is one write ahead of it is what a crash leaves, and was not cosigned. */
async function write({ files, folder, lock }: WitnessFolder, stored: StoredTrees): Promise<void> {
  const put = (name: string, bytes: Uint8Array) =>
    writeAtomically(files, { path: join(folder, name), temporary: lock.temporary(name), bytes });
  try {
    const isPut = (await put('state', encodeState(stored))) && (await put('mark', encodeMark(stored.writes)));
    if (!isPut) throw lost(folder);
  } catch (error) {
    // The folder for its temporary files was taken away together with the lock.
    throw (await lock.isHeld().catch(() => true)) ? error : lost(folder);
  }
}

interface FoundTrees extends Pick<StoredTrees, 'trees'> {
  readonly marked: bigint;
}

async function readStored({ files, folder, mayBeNew = true }: WitnessStoreOptions): Promise<FoundTrees> {
  const [statePath, markPath] = [join(folder, 'state'), join(folder, 'mark')];
  const [state, mark] = [await files.read(statePath), await files.read(markPath)];
  if (state === null) {
    if (mark === null && mayBeNew) return { trees: new Map(), marked: 0n };
    throw rolledBack(statePath, 'the trees that this witness cosigned', 'no file');
  }
  const stored = decodeState(state);
  if (stored === null) throw corrupt(statePath, 'the trees that this witness cosigned, and their digest');
  const { trees, writes } = stored;
  // Nothing is cosigned before the first mark is there.
  if (mark === null && trees.size === 0) return { trees, marked: 0n };
  if (mark === null) throw rolledBack(markPath, `the mark of write ${String(writes)}`, 'no file');
  const marked = readMark(markPath, mark);
  if (writes < marked) throw rolledBack(statePath, `the state of write ${String(marked)}`, `that of ${String(writes)}`);
  if (writes > marked + 1n) throw rolledBack(markPath, `the mark of write ${String(writes)}`, `that of ${String(marked)}`);
  return { trees, marked };
}

function readMark(path: string, bytes: Uint8Array): bigint {
  const mark = decodeMark(bytes);
  if (mark === null) throw corrupt(path, 'a number of writes');
  return mark;
}

function refuseUnusable({ folder, failure, isClosed }: StoreState): void {
  if (isClosed) {
    throw witnessFault({
      code: 'witness_closed',
      path: folder,
      expected: 'an open folder',
      received: 'a closed one',
      remedy: 'open it again',
    });
  }
  if (failure === null) return;
  const remedy = 'see to the cause that was reported then, and start the witness again';
  throw witnessFault({
    ...{ code: 'witness_stopped', path: folder, expected: 'a folder that can be written', received: 'a write that failed earlier', remedy },
    ...failure,
  });
}

function isSameTree(one: WitnessedTree, other: WitnessedTree): boolean {
  return one.size === other.size && sameBytes(one.root, other.root);
}

function corrupt(path: string, expected: string) {
  const remedy =
    'nothing is cosigned; restore the newest copy only if nothing was cosigned after it, otherwise retire this witness and its key';
  return witnessFault({ code: 'witness_corrupt', path, expected, received: 'something else', remedy });
}

function rolledBack(path: string, expected: string, received: string) {
  const remedy = 'put the newest files back; if they are lost, retire this witness and its key, because it could cosign a fork';
  return witnessFault({ code: 'witness_rolled_back', path, expected, received, remedy });
}

function lost(folder: string) {
  const remedy = 'stop this process: another one has taken over, and goes on from what is on the disk';
  return witnessFault({ code: 'witness_lost', path: folder, expected: 'to be its owner', received: 'another owner', remedy });
}
