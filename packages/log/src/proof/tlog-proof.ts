import { encodeBase64, decodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { parseHashes } from '../encoding/hash-text.ts';
import { largestNote } from '../note/note.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { type Path } from '../tree/proof.ts';

/** c2sp.org/tlog-proof@v1: that an entry stands in a log and who has seen it, offline. */
export interface TlogProof {
  /** Opaque and not authenticated: MUST NOT be trusted. Null when there is none. */
  readonly extra: Uint8Array | null;
  readonly index: bigint;
  readonly path: Path;
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

export type ProofCode = 'proof_header' | 'proof_extra' | 'proof_index' | 'proof_hash' | 'proof_too_long' | 'proof_not_split';

const header = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 - 1 leaves has no longer path. */
const longestPath = 63;

/**
 *     c2sp.org/tlog-proof@v1
 *     extra YWdlLXYxLjIuMQ==
 *     index 73894
 *     gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
 *
 *     example.com/fancylog
 *     ...
 */
export function formatProof({ extra, index, path, checkpoint }: TlogProof): string {
  const extraLine = extra === null ? [] : [`extra ${encodeBase64(extra)}`];
  return `${[header, ...extraLine, `index ${String(index)}`, ...path.map(encodeBase64)].join('\n')}\n\n${checkpoint}`;
}

/** Reads what `formatProof` writes. The checkpoint is cut off and not looked into: `verifyProof` does. */
export function parseProof(text: string): Parsed<TlogProof, ProofCode> {
  if (text.length > largestNote) return refuse('proof_too_long');
  const split = text.indexOf('\n\n');
  if (split < 0) return refuse('proof_not_split');
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== header) return refuse('proof_header');
  const extra = parseExtra(lines[0] ?? '');
  if (extra === undefined) return refuse('proof_extra');
  const [indexLine = '', ...hashes] = extra === null ? lines : lines.slice(1);
  const index = indexLine.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : undefined;
  if (index === undefined) return refuse('proof_index');
  if (hashes.length > longestPath) return refuse('proof_too_long');
  const path = parseHashes(hashes);
  return path === undefined ? refuse('proof_hash') : accept({ extra, index, path, checkpoint: text.slice(split + 2) });
}

/** Null for a line that is no extra line: "If no extra data is present, this line is omitted", so one without data is refused. */
function parseExtra(line: string): Uint8Array | null | undefined {
  if (!line.startsWith('extra ')) return null;
  const extra = decodeBase64(line.slice('extra '.length));
  return extra?.length === 0 ? undefined : extra;
}
