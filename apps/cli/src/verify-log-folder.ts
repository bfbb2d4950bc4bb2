import { CodedError } from '@parlance/core';
import { checkLog, type LogIssue, nodeFiles } from '@parlance/log/node';
import { type Policy } from '@parlance/log/verify';

export interface FolderCheck {
  readonly origin: string;
  readonly issues: readonly LogIssue[];
  /** Leaves of the signed checkpoint; null when there is none that verifies. */
  readonly size: bigint | null;
  /** Base64. */
  readonly root: string | null;
}

/** Re-hashes every byte of a log folder and holds it against the checkpoint, for the one log that the policy names. */
export async function verifyLogFolder(folder: string, policy: Policy): Promise<FolderCheck> {
  const [log, ...more] = policy.logs;
  if (log === undefined || more.length > 0)
    throw new CodedError('bad_usage', `--policy: expected exactly one log line to check a folder with, received ${policy.logs.length}`);
  const { issues, size, root } = await checkLog({ files: nodeFiles, folder, origin: log.key.name, key: log.key });
  return { origin: log.key.name, issues, size, root: root === null ? null : Buffer.from(root).toString('base64') };
}
