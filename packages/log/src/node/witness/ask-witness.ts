import { parseDecimal } from '../../encoding/decimal.ts';
import { decodeText } from '../../encoding/text.ts';
import { type NoteSignature } from '../../note/index.ts';
import { type PolicyWitness } from '../../policy/index.ts';
import { type Path } from '../../tree/index.ts';
import { acceptCosignatures, formatAddCheckpoint } from '../../witness/index.ts';
import { postCheckpoint, type PostText } from './post-checkpoint.ts';

/** The checkpoint that witnesses are asked to cosign, and what can be proved of it. */
export interface Submission {
  /** The note that the log signed. */
  readonly checkpoint: string;
  readonly size: bigint;
  readonly proofFrom: (size: bigint) => Promise<Path>;
  /** The size that the log has published by now: it may have grown while a witness was asked. */
  readonly presentSize: () => bigint;
}

export type AskedWitness =
  | { readonly kind: 'cosigned'; readonly cosignature: NoteSignature }
  /** No answer, or one that it could not give. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It does not know the log or its key, or cannot read the request. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** What it answered is not what c2sp.org/tlog-witness says, or its cosignature does not verify. */
  | { readonly kind: 'invalid'; readonly reason: string }
  /** It has another tree of this log than it said a moment ago, or already a later one. The next checkpoint settles it. */
  | { readonly kind: 'conflict'; readonly size: bigint }
  /** It says that it has seen a tree that this log does not have. Its word alone, so a reason to look and no evidence. */
  | { readonly kind: 'fork'; readonly reason: 'larger_tree' | 'other_root' | 'not_consistent'; readonly size: bigint | null };

export interface AskOptions {
  readonly fetch: PostText;
  readonly signal: AbortSignal;
}

/** Asks from the size that the witness is thought to have, and once more from the one that it says. Rejects only with the faults of the log itself. */
export async function askWitness(
  { submission, from, witness }: { readonly submission: Submission; readonly from: bigint; readonly witness: PolicyWitness },
  options: AskOptions,
): Promise<AskedWitness> {
  const first = await askFrom(from, { submission, witness }, options);
  if (first.kind !== 'elsewhere') return first;
  const second = await askFrom(first.size, { submission, witness }, options);
  return second.kind === 'elsewhere' ? { kind: 'conflict', size: second.size } : second;
}

interface Question {
  readonly submission: Submission;
  readonly witness: PolicyWitness;
}

/** The witness has a smaller tree, of another size than was asked from. */
interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly size: bigint;
}

async function askFrom(from: bigint, { submission, witness }: Question, options: AskOptions): Promise<AskedWitness | Elsewhere> {
  const { checkpoint, proofFrom } = submission;
  const body = formatAddCheckpoint({ oldSize: from, proof: await proofFrom(from), checkpoint });
  const posted = await postCheckpoint({ ...options, url: endpointOf(witness), body });
  if (posted.kind === 'unreachable') return posted;
  const { status } = posted;
  if (status === 200) return cosignatureIn(posted.body ?? '', checkpoint, witness);
  if (status === 409) return judgeConflict(sizeIn(posted.body ?? ''), from, submission);
  if (status === 422) return { kind: 'fork', reason: 'not_consistent', size: from };
  return { kind: status >= 400 && status < 500 ? 'refused' : 'unreachable', reason: `http_${status}` };
}

async function cosignatureIn(body: string, checkpoint: string, { key }: PolicyWitness): Promise<AskedWitness> {
  const accepted = await acceptCosignatures(checkpoint, body, [key]);
  if (!accepted.ok) return { kind: 'invalid', reason: accepted.code };
  const [cosignature] = accepted.value;
  return cosignature === undefined ? { kind: 'invalid', reason: 'key_unknown' } : { kind: 'cosigned', cosignature };
}

function judgeConflict(theirs: bigint | undefined, from: bigint, { size, presentSize }: Submission): AskedWitness | Elsewhere {
  if (theirs === undefined) return { kind: 'invalid', reason: 'size' };
  if (theirs > presentSize()) return { kind: 'fork', reason: 'larger_tree', size: theirs };
  if (theirs > size) return { kind: 'conflict', size: theirs };
  if (theirs !== from) return { kind: 'elsewhere', size: theirs };
  return from === size ? { kind: 'fork', reason: 'other_root', size } : { kind: 'invalid', reason: 'size' };
}

/** "The tree size ... in decimal, followed by a newline." */
function sizeIn(body: string): bigint | undefined {
  return body.endsWith('\n') ? parseDecimal(body.slice(0, -1)) : undefined;
}

/** The URL of a policy is its octets, one code unit each, and a submission prefix. */
function endpointOf({ url }: PolicyWitness): string {
  const prefix = decodeText(Uint8Array.from(url ?? '', (octet) => octet.charCodeAt(0))) ?? '';
  return `${prefix.replace(/\/+$/, '')}/add-checkpoint`;
}
