import { canonicalJson, digestOfJson, type JsonValue } from '@parlance/core';
import { z } from 'zod';
import { encodeBase64 } from '../../encoding/base64.ts';
import { parseDecimal } from '../../encoding/decimal.ts';
import { parseHash } from '../../encoding/hash-text.ts';
import { type WitnessedTree } from '../../witness/index.ts';

/** What a witness keeps: the largest tree that it cosigned of each log. */
export interface StoredTrees {
  /** How often the state was written. The mark beside it says the same, so that an older file shows. */
  readonly writes: bigint;
  /** By origin. */
  readonly trees: ReadonlyMap<string, WitnessedTree>;
}

const stored = z.object({
  writes: z.string(),
  trees: z.array(z.object({ origin: z.string(), size: z.string(), root: z.string() })),
});

/**
 * One line of canonical JSON. The digest is that of the other members: a digit that flipped would still be a size.
 *
 * ```
 * {"digest":"sha256:...","trees":[{"origin":"log.example/2026h2","root":"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=","size":"300"}],"writes":"7"}
 * ```
 */
export function encodeState({ writes, trees }: StoredTrees): Uint8Array {
  const byOrigin = [...trees].sort(([one], [other]) => (one < other ? -1 : 1));
  const members = {
    writes: String(writes),
    trees: byOrigin.map(([origin, { size, root }]) => ({ origin, size: String(size), root: encodeBase64(root) })),
  } satisfies JsonValue;
  return new TextEncoder().encode(`${canonicalJson({ ...members, digest: digestOfJson(members) })}\n`);
}

/** Null unless the bytes are, to the last one, what `encodeState` writes. */
export function decodeState(bytes: Uint8Array): StoredTrees | null {
  const parsed = stored.safeParse(jsonOf(bytes));
  if (!parsed.success) return null;
  const writes = parseDecimal(parsed.data.writes);
  const trees = parsed.data.trees.flatMap(({ origin, size, root }) => treeOf(origin, parseDecimal(size), parseHash(root)));
  if (writes === undefined || trees.length !== parsed.data.trees.length) return null;
  const state = { writes, trees: new Map(trees) };
  return Buffer.compare(encodeState(state), bytes) === 0 ? state : null;
}

/**
 * ```
 * 7
 * ```
 */
export function encodeMark(writes: bigint): Uint8Array {
  return new TextEncoder().encode(`${String(writes)}\n`);
}

export function decodeMark(bytes: Uint8Array): bigint | null {
  const [writes = '', rest] = new TextDecoder().decode(bytes).split('\n');
  return rest === '' ? (parseDecimal(writes) ?? null) : null;
}

function treeOf(origin: string, size: bigint | undefined, root: Uint8Array | undefined): readonly (readonly [string, WitnessedTree])[] {
  return size === undefined || root === undefined ? [] : [[origin, { size, root }]];
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
