import { type HistoryEntry, inForceOn } from './history.ts';
import { standingBefore } from './standing-steps.ts';
import { type InForceOptions, type VerifiedInForce, verifyOn } from './verify-step.ts';

/** Chooses what is in force today and verifies it: the step, the release of its pack, and that the history allows them. */
export async function verifyInForce(options: InForceOptions): Promise<VerifiedInForce> {
  const entry = inForceOn(options.history, options.today);
  if (entry === null) return { inForce: null, issues: [] };
  return verifyStep(entry, options);
}

/** Verifies one step against the one before, and this against those before it, as far as its verdict depends on them. */
export async function verifyStep(entry: HistoryEntry, options: InForceOptions): Promise<VerifiedInForce> {
  return verifyOn(entry, await standingBefore(entry, options), options);
}
