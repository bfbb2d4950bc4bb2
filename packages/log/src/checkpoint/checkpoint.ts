import { CodedError } from '@parlance/core';
import { encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { parseHash } from '../encoding/hash-text.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { emptyRoot, sameBytes } from '../tree/hash.ts';

/** tlog-checkpoint, "Note text": what a log says that its tree is. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Opaque lines, NOT RECOMMENDED: no monitor can audit them. */
  readonly extensions: readonly string[];
}

export type CheckpointCode = 'checkpoint_lines' | 'checkpoint_origin' | 'checkpoint_size' | 'checkpoint_root' | 'checkpoint_extension';

/**
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * "at least three non-empty lines", each with its newline. The root of an empty tree can only be the hash of nothing.
 */
export function parseCheckpoint(noteText: string): Parsed<Checkpoint, CheckpointCode> {
  if (!noteText.endsWith('\n')) return refuse('checkpoint_lines');
  const [origin, sizeText, rootText, ...extensions] = noteText.slice(0, -1).split('\n');
  if (origin === undefined || sizeText === undefined || rootText === undefined) return refuse('checkpoint_lines');
  if (origin === '') return refuse('checkpoint_origin');
  const size = parseDecimal(sizeText);
  if (size === undefined) return refuse('checkpoint_size');
  const root = parseHash(rootText);
  if (root === undefined || (size === 0n && !sameBytes(root, emptyRoot))) return refuse('checkpoint_root');
  if (extensions.includes('')) return refuse('checkpoint_extension');
  return accept({ origin, size, root, extensions });
}

/** Throws `checkpoint_malformed` when the checkpoint could not be read again. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), ...extensions];
  const text = lines.map((line) => `${line}\n`).join('');
  const parsed = parseCheckpoint(text);
  if (!parsed.ok || parsed.value.origin !== origin || parsed.value.extensions.length !== extensions.length) {
    throw new CodedError('checkpoint_malformed', 'no checkpoint has this origin, size, root or extension');
  }
  return text;
}
