import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '../../checkpoint/index.ts';
import { formatVerifierKey, parseNote, parseSignerKey, type VerifierKey, verifyNote } from '../../note/index.ts';
import { isQuorum, keysOf, type Policy } from '../../policy/index.ts';
import { type Files } from '../files/files.ts';
import { readCheckpoint } from '../storage/log-files.ts';
import { type ReportFault } from './audit-fault.ts';
import { type NotChecked } from './shard-audit.ts';

export interface KeySources {
  readonly files: Files;
  /** Folder of the shard, where the key of the operator may lie; null for a public tree alone. */
  readonly home: string | null;
  readonly tree: string;
  readonly policy: Policy | null;
}

/** What the checkpoint says of itself, before anybody has checked its signature. */
export async function claimedTree({ files, tree }: Pick<KeySources, 'files' | 'tree'>): Promise<Checkpoint | null> {
  const note = parseNote((await readCheckpoint({ files, folder: tree })) ?? '');
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  return checkpoint.ok ? checkpoint.value : null;
}

/** The name in it. */
export async function claimedOrigin(sources: Pick<KeySources, 'files' | 'tree'>): Promise<string | null> {
  return (await claimedTree(sources))?.origin ?? null;
}

/**
 * The key that the checkpoint must be signed with: the policy's, which is what the public relies on. A policy names the log of the present half-year; the key of an
 * earlier one is taken from its own folder where it lies there, and that is told.
 */
export async function auditKey(sources: KeySources, report: ReportFault, skip: (part: NotChecked) => void): Promise<VerifierKey | null> {
  const origin = await claimedOrigin(sources);
  const own = await ownKey(sources);
  const logs = sources.policy?.logs.map(({ key }) => key) ?? [];
  const named =
    logs.find(({ name }) => name === origin) ?? logs.find(({ name }) => name === own?.name) ?? (own === null ? logs[0] : undefined);
  if (named === undefined) {
    if (own !== null) skip({ part: 'policy', why: `it does not name ${own.name}; the key is taken from the folder of the log` });
    else
      report({
        path: 'policy',
        code: 'policy_without_log',
        expected: `the log ${origin ?? 'of this folder'}`,
        received: 'none with its name',
      });
    return own;
  }
  if (own !== null && formatVerifierKey(own) !== formatVerifierKey(named))
    report({ path: 'policy', code: 'policy_key_differs', expected: formatVerifierKey(own), received: formatVerifierKey(named) });
  return named;
}

/** The public half. */
async function ownKey({ files, home }: KeySources): Promise<VerifierKey | null> {
  const bytes = home === null ? null : await files.read(join(home, 'key'));
  if (bytes === null) return null;
  const signer = await parseSignerKey(new TextDecoder().decode(bytes).trim());
  return signer.ok ? signer.value : null;
}

/** Whether as many witnesses as the policy asks for have cosigned the checkpoint. */
export async function checkQuorum(
  { files, tree, policy }: KeySources,
  report: ReportFault,
  skip: (part: NotChecked) => void,
): Promise<void> {
  if (policy === null || policy.quorum === null) {
    skip({ part: 'witnesses', why: 'the policy names none, so nothing shows that everybody is shown the same log' });
    return;
  }
  const verified = await verifyNote((await readCheckpoint({ files, folder: tree })) ?? '', keysOf(policy));
  if (!verified.ok || !isQuorum(policy, verified.value.signatures))
    report({ path: 'checkpoint', code: 'quorum_not_met', expected: `cosignatures of ${policy.quorum}`, received: 'fewer' });
}
