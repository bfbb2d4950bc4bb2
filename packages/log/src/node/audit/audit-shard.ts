import { join } from 'node:path';
import { type VerifierKey } from '../../note/index.ts';
import { type Policy } from '../../policy/index.ts';
import { checkLog, type LogCheck } from '../check/check-log.ts';
import { type Files } from '../files/files.ts';
import { readState, stateFile } from '../storage/log-files.ts';
import { auditBatches } from './audit-batches.ts';
import { type AuditFault } from './audit-fault.ts';
import { auditKey, checkQuorum, claimedOrigin, type KeySources } from './audit-key.ts';
import { type NotChecked, type ShardAudit } from './shard-audit.ts';

export interface AuditShardOptions {
  readonly files: Files;
  /** Folder of a shard, with `tree/`, `receipts/`, `journal/`; null for a public tree alone. */
  readonly home: string | null;
  /** Folder with the checkpoint and the tiles. */
  readonly tree: string;
  /** Folders with the trees of other logs, in which rules stand that decisions of this one are about. */
  readonly others?: readonly string[];
  /** What the public relies on; null to take the key from the folder of the shard. */
  readonly policy: Policy | null;
  /** POSIX seconds. */
  readonly now: bigint;
}

const nothing = {
  batches: 0,
  answers: 0,
  omissions: { tallies: 0, leaves: 0, notices: null },
  additions: { tallies: 0, leaves: 0, notices: null },
} as const;

/**
 * Checks everything about one log that can be checked with what is there, and says what could not be. It reads only, and believes nothing but the policy. To be run on a
 * copy, or while no server writes to the folder. Rejects with a `disk_...` code.
 */
export async function auditShard(options: AuditShardOptions): Promise<ShardAudit> {
  const faults = new Map<string, AuditFault>();
  const notChecked: NotChecked[] = [];
  // The leaves and the receipts of a batch may tell of the same fault.
  const report = (fault: AuditFault): void =>
    void faults.set(`${fault.code} ${fault.path}`, faults.get(`${fault.code} ${fault.path}`) ?? fault);
  const skip = (part: NotChecked): void => void notChecked.push(part);
  const end = async (rest: Omit<ShardAudit, 'origin' | 'faults' | 'notChecked'>): Promise<ShardAudit> => ({
    origin: await claimedOrigin(options),
    ...rest,
    faults: [...faults.values()],
    notChecked,
  });
  const key = await auditKey(options, report, skip);
  if (key === null) {
    skip({ part: 'leaves', why: 'without the key of the log nothing shows that they are those of the log' });
    return end({ size: null, ...nothing });
  }
  const tree = await checkTree(options, key);
  for (const issue of tree.issues) report(issue);
  if (tree.skipped !== null) skip(tree.skipped);
  if (tree.size === null || tree.issues.some(({ code }) => code === 'checkpoint_root' || code.startsWith('bundle_'))) {
    skip({ part: 'leaves', why: 'they are not those that were signed; mend the tree first' });
    return end({ size: tree.size, ...nothing });
  }
  await checkQuorum(options, report, skip);
  return end({ size: tree.size, ...(await auditBatches({ ...options, size: tree.size, key, cursor: tree.cursor, report, skip })) });
}

type AuditedTree = Pick<LogCheck, 'issues' | 'size'> & { readonly cursor: bigint | null; readonly skipped: NotChecked | null };

/** Every byte against the checkpoint. What the writer keeps for itself is no part of a public copy. */
async function checkTree({ files, home, tree }: KeySources, key: VerifierKey): Promise<AuditedTree> {
  const { issues, size } = await checkLog({ files, folder: tree, origin: key.name, key });
  const isPublicCopy = home === null && (await files.read(join(tree, stateFile))) === null;
  const left = isPublicCopy ? issues.filter(({ code }) => code !== 'state_missing') : issues;
  const isReadable = !issues.some(({ code }) => code.startsWith('state_m'));
  const cursor = isReadable ? ((await readState({ files, folder: tree }))?.cursor ?? null) : null;
  const skipped = isPublicCopy ? ({ part: 'state', why: 'a public copy has none' } as const) : null;
  return { issues: left, size, cursor, skipped };
}
