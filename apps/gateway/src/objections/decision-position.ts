import { fullWidth, parseLeaf } from '@parlance/log';
import { nodeFiles, readBundle } from '@parlance/log/node';
import { type PublishedLog } from './rule-position.ts';

/** A decision as its leaf names it. */
interface NamedDecision {
  readonly id: string;
  /** `YYYY-MM-DD`: no leaf of it is older. */
  readonly day: string;
}

/** Where a log tells a decision. `before`: it is not there, and the log has leaves of an earlier day, so that no log before it can have it. */
type DecisionPlace = bigint | 'before' | null;

/** Looks from the end, where what was stated lately stands. Throws `log_corrupt`. */
export async function decisionPosition({ folder, size }: PublishedLog, { id, day }: NamedDecision): Promise<DecisionPlace> {
  const width = BigInt(fullWidth);
  for (let index = (size + width - 1n) / width - 1n; index >= 0n; index--) {
    const start = index * width;
    const entries = await readBundle({ files: nodeFiles, folder }, { index, width: Number(size - start < width ? size - start : width) });
    const leaves = entries.map((entry) => {
      const parsed = parseLeaf(entry);
      return parsed.ok ? parsed.value : null;
    });
    const place = leaves.findIndex((leaf) => leaf?.leaf === 'amend' && leaf.decision === id);
    if (place !== -1) return start + BigInt(place);
    // Batches stand in the order of their hours.
    if (leaves.some((leaf) => leaf?.leaf === 'tally' && leaf.period.slice(0, 10) < day)) return 'before';
  }
  return null;
}
