import { basename, dirname } from 'node:path';
import { diskError } from '../disk-error.ts';
import { type Files, type OpenFile, type Renaming } from '../files.ts';
import {
  applyChange,
  type FileNode,
  type FolderNode,
  type Loss,
  type NameChange,
  newFile,
  newFolder,
  type Node,
  surviving,
  withEarlier,
} from './volume.ts';

/** `fails`: refused without effect. `short`: half of a write, then refused. `stops`: neither this operation nor any later one happens. */
export interface DiskFault {
  /** The first operation is number 1. */
  readonly at: number;
  readonly kind: 'fails' | 'short' | 'stops';
  readonly errno?: 'ENOSPC' | 'EROFS' | 'EIO';
  /** Every later operation that writes fails too, as on a disk that stays full. */
  readonly stays?: boolean;
}

export interface SimulatedDisk {
  readonly files: Files;
  /** How many operations were asked for. */
  operations(): number;
  failAt(fault: DiskFault | null): void;
  /** The machine lost its power; this is the disk after it runs again. Without loss: only the process ended, and started anew. */
  restart(loss: Loss | 'nothing', random: () => number): SimulatedDisk;
  /** Changes a file behind the back of everybody. */
  tamper(path: string, change: (bytes: Uint8Array) => Uint8Array | null): void;
  /** All files, with their paths. */
  everything(): ReadonlyMap<string, Uint8Array>;
}

/** A disk in memory with one empty folder `/`, which forgets what was not synced and fails when it is told to. */
export function simulatedDisk(root: FolderNode = newFolder(), earlier: readonly NameChange[] = []): SimulatedDisk {
  const disk: DiskState = { root, changes: [...earlier], operations: 0, fault: null };
  return {
    files: simulatedFiles(disk),
    operations: () => disk.operations,
    failAt(fault) {
      disk.operations = 0;
      disk.fault = fault;
    },
    restart(loss, random) {
      if (loss === 'nothing') return simulatedDisk(root, disk.changes);
      const chance = { lost: 0, kept: 1, mixed: 0.5 }[loss];
      settle(disk, () => random() < chance);
      return simulatedDisk(surviving(root, loss, random));
    },
    tamper(path, change) {
      const file = fileAt(disk, path);
      const bytes = change(file.bytes);
      if (bytes !== null) file.bytes = file.synced = bytes;
      else for (const which of ['seen', 'synced'] as const) folderAt(disk, dirname(path))[which].delete(basename(path));
    },
    everything: () => new Map(filesBelow(root, '')),
  };
}

interface DiskState {
  readonly root: FolderNode;
  changes: NameChange[];
  operations: number;
  fault: DiskFault | null;
}

function simulatedFiles(disk: DiskState): Files {
  const reading = { disk, writes: false };
  const writing = { disk, writes: true };
  return {
    read: (path) => step('read', path, { ...reading, run: () => readNode(disk, path) }),
    list: (path) => step('list', path, { ...reading, run: () => [...(lookUp(disk, path, 'folder')?.seen.keys() ?? [])].sort() }),
    makeFolder: (path) =>
      step('make the folder', path, {
        ...writing,
        run: () => {
          makeFolder(disk, path);
        },
      }),
    create: (path) => step('create', path, { ...writing, run: () => openFile(disk, path, createFile(disk, path)) }),
    open: (path) => step('open', path, { ...writing, run: () => openFile(disk, path, fileAt(disk, path)) }),
    rename: (from, to) => step('rename', from, { ...writing, run: () => rename(disk, from, to) }),
    remove: (path) =>
      step('remove', path, {
        ...writing,
        run: () => {
          removeNode(disk, path);
        },
      }),
    removeFolder: (path) =>
      step('remove the folder', path, {
        ...writing,
        run: () => {
          removeNode(disk, path);
        },
      }),
    syncFolder: (path) =>
      step('sync the folder', path, {
        ...writing,
        run: () => {
          syncFolder(disk, path);
        },
      }),
  };
}

function openFile(disk: DiskState, path: string, file: FileNode): OpenFile {
  const append = (bytes: Uint8Array) => {
    file.bytes = Uint8Array.from(Buffer.concat([file.bytes, bytes]));
  };
  return {
    append: (bytes) =>
      step('write', path, {
        ...{ disk, writes: true },
        run: () => {
          append(bytes);
        },
        short: () => {
          append(bytes.subarray(0, bytes.length >> 1));
        },
      }),
    sync: () =>
      step('sync', path, {
        ...{ disk, writes: true },
        run: () => {
          if (!file.isLost) file.synced = file.bytes;
        },
        short: () => {
          file.isLost = true;
        },
      }),
    close: () => step('close', path, { disk, writes: false, run: () => undefined }),
  };
}

interface Step<Result> {
  readonly disk: DiskState;
  readonly writes: boolean;
  readonly run: () => Result;
  /** What is left behind when it fails halfway. */
  readonly short?: () => void;
}

async function step<Result>(operation: string, path: string, { disk, writes, run, short }: Step<Result>): Promise<Result> {
  // An operation takes its time, so that others come in between.
  await Promise.resolve();
  disk.operations += 1;
  const { fault, operations } = disk;
  if (fault === null || operations < fault.at) return run();
  if (fault.kind === 'stops') throw diskError({ operation, path, errno: 'EIO' });
  const isHit = operations === fault.at || (fault.stays === true && writes);
  if (!isHit) return run();
  if (fault.kind === 'short') short?.();
  throw diskError({ operation, path, errno: fault.errno ?? 'EIO' });
}

function settle(disk: DiskState, isWanted: (change: NameChange) => boolean): void {
  const settled = withEarlier(disk.changes, isWanted);
  for (const change of disk.changes) if (settled.has(change)) applyChange(change, 'synced');
  disk.changes = disk.changes.filter((change) => !settled.has(change));
}

function change(disk: DiskState, places: NameChange['places']): void {
  applyChange({ places }, 'seen');
  disk.changes.push({ places });
}

function syncFolder(disk: DiskState, path: string): void {
  const folder = folderAt(disk, path);
  settle(disk, ({ places }) => places.some((place) => place.folder === folder));
}

function makeFolder(disk: DiskState, path: string): void {
  const folder = folderAt(disk, dirname(path));
  if (!folder.seen.has(basename(path))) change(disk, [{ folder, name: basename(path), node: newFolder() }]);
}

function createFile(disk: DiskState, path: string): FileNode {
  const folder = folderAt(disk, dirname(path));
  const there = folder.seen.get(basename(path));
  if (there?.kind === 'file') {
    there.bytes = new Uint8Array();
    there.isLost = false;
    return there;
  }
  const node = newFile();
  change(disk, [{ folder, name: basename(path), node }]);
  return node;
}

function rename(disk: DiskState, from: string, to: string): Renaming {
  const source = lookUp(disk, dirname(from), 'folder');
  const node = source?.seen.get(basename(from));
  if (source === null || node === undefined) return 'gone';
  const target = folderAt(disk, dirname(to));
  const there = target.seen.get(basename(to));
  if (there?.kind === 'folder' && there.seen.size > 0) return 'taken';
  change(disk, [
    { folder: source, name: basename(from), node: null },
    { folder: target, name: basename(to), node },
  ]);
  return 'done';
}

function removeNode(disk: DiskState, path: string): void {
  const folder = lookUp(disk, dirname(path), 'folder');
  const node = folder?.seen.get(basename(path));
  if (folder === null || node === undefined) return;
  if (node.kind === 'folder' && node.seen.size > 0) throw diskError({ operation: 'remove', path, errno: 'ENOTEMPTY' });
  change(disk, [{ folder, name: basename(path), node: null }]);
}

function readNode(disk: DiskState, path: string): Uint8Array | null {
  return lookUp(disk, path, 'file')?.bytes.slice() ?? null;
}

function lookUp<Kind extends Node['kind']>(disk: DiskState, path: string, kind: Kind): Extract<Node, { kind: Kind }> | null;
function lookUp(disk: DiskState, path: string, kind: Node['kind']): Node | null {
  let node: Node | undefined = disk.root;
  for (const name of path.split('/').filter((part) => part !== '')) {
    node = node?.kind === 'folder' ? node.seen.get(name) : undefined;
  }
  return node?.kind === kind ? node : null;
}

function folderAt(disk: DiskState, path: string): FolderNode {
  const folder = lookUp(disk, path, 'folder');
  if (folder === null) throw diskError({ operation: 'find', path, errno: 'ENOENT' });
  return folder;
}

function fileAt(disk: DiskState, path: string): FileNode {
  const file = lookUp(disk, path, 'file');
  if (file === null) throw diskError({ operation: 'find', path, errno: 'ENOENT' });
  return file;
}

function filesBelow(folder: FolderNode, path: string): readonly (readonly [string, Uint8Array])[] {
  return [...folder.seen].flatMap(([name, node]) =>
    node.kind === 'file' ? [[`${path}/${name}`, node.bytes] as const] : filesBelow(node, `${path}/${name}`),
  );
}
