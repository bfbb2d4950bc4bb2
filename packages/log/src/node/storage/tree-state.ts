import { z } from 'zod';
import { decodeBase64, encodeBase64 } from '../../encoding/base64.ts';

/** What the writer knows of its tree beyond what it has published. */
export interface TreeState {
  readonly size: bigint;
  readonly root: Uint8Array;
  /** The size of the checkpoint that stood when this was written: an older one is there only because it was put there. */
  readonly published: bigint;
  /** The journal position before which everything is in the tree. It changes in the same step as the size, so nothing is added twice. */
  readonly cursor: bigint;
  /** The size that a batch is about to reach; its files may be there already. */
  readonly growingTo: bigint | null;
  /** ISO 8601; null while the log takes entries. */
  readonly frozenAt: string | null;
}

const count = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,18})$/)
  .transform(BigInt);

const stored = z.object({
  size: z.int().nonnegative().transform(BigInt),
  root: z.string(),
  published: count,
  cursor: count,
  growingTo: count.nullable(),
  frozenAt: z.string().nullable(),
});

/**
 * One line of JSON, whose first two fields are those of Tessera's `treeState`.
 *
 * ```
 * {"size":300,"root":"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=","published":"256","cursor":"512","growingTo":null,"frozenAt":null}
 * ```
 */
export function encodeTreeState({ size, root, published, cursor, growingTo, frozenAt }: TreeState): Uint8Array {
  const fields = {
    published: String(published),
    cursor: String(cursor),
    growingTo: growingTo === null ? null : String(growingTo),
    frozenAt,
  };
  return new TextEncoder().encode(`${JSON.stringify({ size: Number(size), root: encodeBase64(root), ...fields })}\n`);
}

/** Null unless the bytes are, to the last one, what `encodeTreeState` writes. */
export function decodeTreeState(bytes: Uint8Array): TreeState | null {
  try {
    const { root, ...rest } = stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const hash = decodeBase64(root);
    const state = hash?.length === 32 ? { ...rest, root: hash } : null;
    return state !== null && Buffer.compare(encodeTreeState(state), bytes) === 0 ? state : null;
  } catch {
    return null;
  }
}
