import { encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { parseHashes } from '../encoding/hash-text.ts';
import { largestNote } from '../note/note.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { type Path } from '../tree/proof.ts';

/** tlog-witness, "add-checkpoint": the body that a log posts to a witness. */
export interface AddCheckpointRequest {
  readonly oldSize: bigint;
  readonly proof: Path;
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

export type RequestCode = 'request_too_long' | 'request_not_split' | 'request_old_size' | 'request_proof_too_long' | 'request_hash';

/** "The client MUST NOT send more than 63 consistency proof lines." */
const longestProof = 63;

/**
 *     old 20852014
 *     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
 *
 *     example.com/behind-the-sofa
 *     ...
 */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpointRequest): string {
  return `${[`old ${String(oldSize)}`, ...proof.map(encodeBase64)].join('\n')}\n\n${checkpoint}`;
}

export function parseAddCheckpoint(body: string): Parsed<AddCheckpointRequest, RequestCode> {
  if (body.length > largestNote) return refuse('request_too_long');
  const split = body.indexOf('\n\n');
  if (split < 0) return refuse('request_not_split');
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const oldSize = first.startsWith('old ') ? parseDecimal(first.slice('old '.length)) : undefined;
  if (oldSize === undefined) return refuse('request_old_size');
  if (lines.length > longestProof) return refuse('request_proof_too_long');
  const proof = parseHashes(lines);
  return proof === undefined ? refuse('request_hash') : accept({ oldSize, proof, checkpoint: body.slice(split + 2) });
}
