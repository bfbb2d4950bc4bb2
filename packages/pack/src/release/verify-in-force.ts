import { historyBefore, type HistoryEntry, inForceOn } from './history.ts';
import { standingSteps } from './standing-steps.ts';
import { type InForceOptions, type VerifiedInForce, verifyOn } from './verify-step.ts';

/** Chooses what is in force today and verifies it: the step, the release of its pack, and that the history allows them. */
export async function verifyInForce(options: InForceOptions): Promise<VerifiedInForce> {
  const entry = inForceOn(options.history, options.today);
  if (entry === null) return { inForce: null, issues: [] };
  return verifyStep(entry, options);
}

/** Verifies one step against the steps before it, and these against those before them. */
export async function verifyStep(entry: HistoryEntry, options: InForceOptions): Promise<VerifiedInForce> {
  const standing = await standingSteps({ ...options, history: historyBefore(options.history, entry) });
  return verifyOn(entry, standing, options);
}
