import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  fullWidth,
  hashLeaf,
  isSignedByLog,
  keysOf,
  parseCheckpoint,
  parseNote,
  type Policy,
  rootOf,
  sameBytes,
  verifyNote,
} from '@parlance/log';
import { type TreeSource, treeFault } from './tree-source.ts';

export interface ReadOptions {
  /** Whose signature the checkpoint must have; null: nobody's is asked for. */
  readonly policy: Policy | null;
  /** Told now and then. */
  readonly onProgress?: (done: bigint, size: bigint) => void;
}

/** The tree that ends with an entry, the size of the whole, and its log. */
export interface ReadPlace {
  readonly origin: string;
  readonly tree: Frontier;
  readonly size: bigint;
}

const progressEvery = 65_536n;

/** Every entry of a tree in its order, each hashed; at the end the root must be that of the checkpoint. Throws `log_corrupt`. */
export async function readTree(
  source: TreeSource,
  { policy, onProgress }: ReadOptions,
  onLeaf: (bytes: Uint8Array, at: ReadPlace) => Promise<void>,
): Promise<{ readonly origin: string; readonly size: bigint }> {
  const { origin, size, root } = await readHead(source, policy);
  let tree = emptyFrontier;
  for (let start = 0n; start < size; start += BigInt(fullWidth)) {
    const width = Number(size - start < fullWidth ? size - start : fullWidth);
    for (const entry of await source.bundle({ index: start / BigInt(fullWidth), width })) {
      tree = appendLeaf(tree, hashLeaf(entry));
      await onLeaf(entry, { origin, tree, size });
    }
    if (start > 0n && start % progressEvery === 0n) onProgress?.(start, size);
  }
  if (!sameBytes(rootOf(tree), root))
    throw treeFault(source, 'the entries that its checkpoint was signed over', 'others: some were changed, or are missing');
  return { origin, size };
}

async function readHead(source: TreeSource, policy: Policy | null) {
  const text = await source.checkpoint();
  const note = parseNote(text);
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!head.ok) throw treeFault(source, 'a checkpoint', `something else (${head.code})`);
  if (policy === null) return head.value;
  const verified = await verifyNote(text, keysOf(policy));
  if (!verified.ok || !isSignedByLog(policy, head.value.origin, verified.value.signatures))
    throw treeFault(source, 'a checkpoint that the log of the policy has signed', 'another');
  return head.value;
}
