import { type Checkpoint, parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { verifyNote } from '../note/verify-note.ts';
import { isSignedByLog, keysOf, type Policy } from '../policy/policy.ts';
import { consistencyProofFromTiles, type ReadTile } from '../tile/tile-reader.ts';
import { sameBytes } from '../tree/hash.ts';
import { verifyConsistency } from '../tree/verify.ts';

type GrowthStepName = 'one' | 'other' | 'log' | 'growth';

interface GrowthStep {
  readonly step: GrowthStepName;
  readonly ok: boolean;
  /** What was found: a fact, or the code of what is wrong. */
  readonly detail: string;
  readonly doesNotProve: string;
}

export type GrowthVerdict =
  /** The larger tree begins with all leaves of the smaller one; of one size, they are the same tree. */
  | { readonly kind: 'grew'; readonly log: string; readonly from: bigint; readonly to: bigint }
  /** The log signed two trees of one size: whoever holds both notes can show that it has two histories. */
  | { readonly kind: 'forked'; readonly log: string; readonly size: bigint }
  | { readonly kind: 'refused'; readonly step: GrowthStepName; readonly detail: string };

export interface GrowthVerification {
  readonly verdict: GrowthVerdict;
  /** Those that were made, up to the first that failed. */
  readonly steps: readonly GrowthStep[];
}

export interface GrowthOptions {
  readonly policy: Policy;
  /** Tiles of the larger tree, from whomever: they count only as far as they lead to both roots. */
  readonly readTile: ReadTile;
}

const doesNotProve: Readonly<Record<GrowthStepName, string>> = {
  one: 'that anybody else was shown this checkpoint',
  other: 'that anybody else was shown this checkpoint',
  log: 'that the operator has no other log',
  growth: 'that everybody is shown these two checkpoints; witnesses do',
};

/**
 * Whether a log has only grown between two of its checkpoints, given in any order (tlog-checkpoint; RFC 9162 section 2.1.4). Rejects with `ed25519_unsupported`, and with
 * what `readTile` rejects with.
 */
export async function verifyGrowth(notes: readonly [string, string], { policy, readTile }: GrowthOptions): Promise<GrowthVerification> {
  const steps: GrowthStep[] = [];
  const told = (step: GrowthStepName, ok: boolean, detail: string): void => {
    steps.push({ step, ok, detail, doesNotProve: doesNotProve[step] });
  };
  const refused = (step: GrowthStepName, detail: string): GrowthVerification => {
    told(step, false, detail);
    return { verdict: { kind: 'refused', step, detail }, steps };
  };
  const found: Checkpoint[] = [];
  for (const [place, step] of (['one', 'other'] as const).entries()) {
    const checkpoint = await checkpointOf(notes[place] ?? '', policy);
    if (typeof checkpoint === 'string') return refused(step, checkpoint);
    told(step, true, `${checkpoint.origin} of ${String(checkpoint.size)} leaves`);
    found.push(checkpoint);
  }
  const [older, newer] = found.sort((left, right) => (left.size < right.size ? -1 : 1));
  if (older === undefined || newer === undefined) throw new Error('two notes have two checkpoints');
  const { origin: log } = older;
  if (log !== newer.origin) return refused('log', 'another_log');
  told('log', true, log);
  if (older.size === newer.size && !sameBytes(older.root, newer.root)) return { verdict: { kind: 'forked', log, size: older.size }, steps };
  if (!(await isGrowth(older, newer, readTile))) return refused('growth', 'not_consistent');
  told('growth', true, `from ${String(older.size)} to ${String(newer.size)} leaves`);
  return { verdict: { kind: 'grew', log, from: older.size, to: newer.size }, steps };
}

/** The checkpoint, when a log of the policy signed it; else what is wrong. */
async function checkpointOf(note: string, policy: Policy): Promise<Checkpoint | string> {
  const verified = await verifyNote(note, keysOf(policy));
  if (!verified.ok) return verified.code;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return checkpoint.code;
  return isSignedByLog(policy, checkpoint.value.origin, verified.value.signatures) ? checkpoint.value : 'log_unknown';
}

async function isGrowth(older: Checkpoint, newer: Checkpoint, readTile: ReadTile): Promise<boolean> {
  const isProved = older.size > 0n && older.size < newer.size;
  const proof = isProved ? await consistencyProofFromTiles(readTile, older.size, newer.size) : [];
  return verifyConsistency(proof, { from: older.size, fromRoot: older.root, to: newer.size, toRoot: newer.root });
}
