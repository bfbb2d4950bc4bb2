import { type AuditOptions, batchEvidence } from './batch-evidence.ts';
import { inForceName } from '../../leaf/index.ts';
import { decisionChecks } from './check-decisions.ts';
import { checkInForce } from './check-in-force.ts';
import { countsOf } from './check-tally.ts';
import { type LeafBatch, leafBatches } from './leaf-batches.ts';
import { type ShardAudit } from './shard-audit.ts';
import { walkLeaves } from './walk-leaves.ts';
import { type AuditedReceipt } from './batch-file.ts';

type Totals = Pick<ShardAudit, 'batches' | 'answers' | 'omissions' | 'additions'>;

/** Follows the leaves once; at each tally the receipts of its batch are at hand, and what the journal has of them. */
export async function auditBatches(options: AuditOptions): Promise<Totals> {
  const { files, tree, size, report } = options;
  const evidence = await batchEvidence(options);
  const batches = leafBatches(report, { origin: options.key.name, size });
  const decisions = await decisionChecks(options);
  const published = new Set<string>();
  const tallies: bigint[] = [];
  const totals = newTotals(evidence !== null);
  for await (const at of walkLeaves({ files, folder: tree }, size, report)) {
    if (at.leaf?.leaf === 'rule' || at.leaf?.leaf === 'release') published.add(inForceName(at.leaf));
    await decisions.check(at);
    const batch = batches.next(at);
    if (batch === null) continue;
    tallies.push(batch.tally.position);
    addLeaves(totals, batch);
    addNotices(totals, (await evidence?.inBatch(batch)) ?? []);
  }
  batches.end();
  decisions.end(options.skip);
  await evidence?.end(tallies);
  if (options.home === null || !(await checkInForce({ files, home: options.home }, published, report)))
    options.skip({ part: 'in-force', why: 'there is no such file' });
  return totals;
}

interface RunningTotals {
  batches: number;
  answers: number;
  readonly omissions: { tallies: number; leaves: number; notices: number | null };
  readonly additions: { tallies: number; leaves: number; notices: number | null };
}

function newTotals(hasReceipts: boolean): RunningTotals {
  const none = () => ({ tallies: 0, leaves: 0, notices: hasReceipts ? 0 : null });
  return { batches: 0, answers: 0, omissions: none(), additions: none() };
}

function addLeaves(totals: RunningTotals, { mediations, tally }: LeafBatch): void {
  const counts = countsOf(mediations.map(({ leaf }) => leaf));
  totals.batches += 1;
  totals.answers += tally.leaf.answers;
  totals.omissions.tallies += tally.leaf.omissions;
  totals.omissions.leaves += counts.omissions;
  totals.additions.tallies += tally.leaf.additions;
  totals.additions.leaves += counts.additions;
}

function addNotices({ omissions, additions }: RunningTotals, receipts: readonly AuditedReceipt[]): void {
  const counts = countsOf(receipts.map(({ record }) => record));
  if (omissions.notices !== null) omissions.notices += counts.omissions;
  if (additions.notices !== null) additions.notices += counts.additions;
}
