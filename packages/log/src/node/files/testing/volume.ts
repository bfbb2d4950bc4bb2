/** What a disk holds, twice: as running programs see it, and as it would be found after a loss of power. */
export type Node = FileNode | FolderNode;

export interface FileNode {
  readonly kind: 'file';
  bytes: Uint8Array;
  synced: Uint8Array;
  /** After a sync that failed, the operating system takes the pages for clean: no later sync writes them. */
  isLost: boolean;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly seen: Map<string, Node>;
  readonly synced: Map<string, Node>;
}

/** A change of names that is seen at once and that reaches the disk as one. */
export interface NameChange {
  readonly places: readonly { readonly folder: FolderNode; readonly name: string; readonly node: Node | null }[];
}

/** What becomes of everything that was not synced when the power goes. */
export type Loss = 'lost' | 'kept' | 'mixed';

export function newFolder(): FolderNode {
  return { kind: 'folder', seen: new Map(), synced: new Map() };
}

export function newFile(): FileNode {
  return { kind: 'file', bytes: new Uint8Array(), synced: new Uint8Array(), isLost: false };
}

export function applyChange({ places }: NameChange, which: 'seen' | 'synced'): void {
  for (const { folder, name, node } of places) {
    if (node === null) folder[which].delete(name);
    else folder[which].set(name, node);
  }
}

/** The changes that reach the disk when those that are wanted do: a later change of a name never overtakes an earlier one. */
export function withEarlier(changes: readonly NameChange[], isWanted: (change: NameChange) => boolean): ReadonlySet<NameChange> {
  const chosen = new Set<NameChange>();
  for (const change of changes.toReversed()) {
    const isNeeded = [...chosen].some((later) => later.places.some((place) => change.places.some((other) => isSame(place, other))));
    if (isNeeded || isWanted(change)) chosen.add(change);
  }
  return chosen;
}

function isSame(one: NameChange['places'][number], other: NameChange['places'][number]): boolean {
  return one.folder === other.folder && one.name === other.name;
}

/** The folder as it is found when the machine runs again. */
export function surviving(folder: FolderNode, loss: Loss, random: () => number): FolderNode {
  const found = newFolder();
  for (const [name, node] of [...folder.synced].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const node2 = node.kind === 'folder' ? surviving(node, loss, random) : survivingFile(node, loss, random);
    found.seen.set(name, node2);
    found.synced.set(name, node2);
  }
  return found;
}

function survivingFile(file: FileNode, loss: Loss, random: () => number): FileNode {
  const bytes = loss === 'lost' ? file.synced : loss === 'kept' ? file.bytes : tornBytes(file, random);
  return { kind: 'file', bytes, synced: bytes, isLost: false };
}

/** The length may have reached the disk before the bytes, and one page before another. */
function tornBytes({ bytes, synced }: FileNode, random: () => number): Uint8Array {
  const page = 512;
  const start = bytes.length >= synced.length && synced.every((byte, index) => bytes[index] === byte) ? synced.length : 0;
  const torn = bytes.slice(0, start + Math.floor(random() * (bytes.length - start + 1)));
  for (let at = start; at < torn.length; at += page - (at % page)) {
    if (random() < 0.3) torn.fill(0, at, at + page - (at % page));
  }
  return torn;
}
