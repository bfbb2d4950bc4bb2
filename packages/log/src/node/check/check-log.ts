import { join } from 'node:path';
import { type Checkpoint } from '../../checkpoint/index.ts';
import { sameBytes } from '../../tree/index.ts';
import { type Files } from '../files/files.ts';
import { checkpointFile, type LogFiles, readCheckpoint, stateFile } from '../storage/log-files.ts';
import { decodeTreeState, type TreeState } from '../storage/tree-state.ts';
import { type LogIdentity, verifyCheckpoint } from '../writer/signed-checkpoint.ts';
import { checkNames } from './check-names.ts';
import { checkTree } from './check-tree.ts';
import { type LogIssue, type LogIssueCode, type Report } from './log-issue.ts';

export interface CheckLogOptions extends LogIdentity {
  readonly files: Files;
  readonly folder: string;
}

export interface LogCheck {
  /** None when every byte is as the signed checkpoint says. */
  readonly issues: readonly LogIssue[];
  /** Of the checkpoint; null when there is none that verifies. */
  readonly size: bigint | null;
  readonly root: Uint8Array | null;
}

/** Looks at every byte: each entry is re-hashed, each tile made anew and compared, roots and signature verified. Writes nothing; also for a copy of a log. */
export async function checkLog({ files, folder, origin, key }: CheckLogOptions): Promise<LogCheck> {
  const log = { files, folder };
  const issues: LogIssue[] = [];
  const report = (issue: LogIssue) => issues.push(issue);
  const checkpoint = await checkpointOf(log, { origin, key }, report);
  const state = await stateOf(log, checkpoint, report);
  // The tree that is on the disk may be one batch ahead of the one that is published.
  const { size, root } = state ?? checkpoint ?? { size: 0n, root: null };
  const partials = await checkNames(log, { size, growingTo: state?.growingTo ?? size }, report);
  const heads = headsOf(state, checkpoint);
  const roots = await checkTree({ log, report, size, root, partials, wanted: new Set(heads.map((head) => head.size)) });
  for (const head of heads.filter((one) => isOther(one.root, roots.get(one.size)))) {
    report({ path: head.path, code: head.code, expected: `the root of the ${String(head.size)} entries`, received: 'another root' });
  }
  return { issues, size: checkpoint?.size ?? null, root: checkpoint?.root ?? null };
}

interface Head {
  readonly path: string;
  readonly code: LogIssueCode;
  readonly size: bigint;
  readonly root: Uint8Array;
}

function headsOf(state: TreeState | null, checkpoint: Checkpoint | null): readonly Head[] {
  return [
    ...(state === null ? [] : [{ ...state, path: stateFile, code: 'state_root' as const }]),
    ...(checkpoint === null ? [] : [{ ...checkpoint, path: checkpointFile, code: 'checkpoint_root' as const }]),
  ];
}

async function checkpointOf(log: LogFiles, identity: LogIdentity, report: Report): Promise<Checkpoint | null> {
  const note = await readCheckpoint(log);
  const found = note === null ? null : await verifyCheckpoint(note, identity);
  if (found !== null && typeof found !== 'string') return found;
  const expected = `a checkpoint of ${identity.origin} signed by ${identity.key.name}`;
  report({
    path: checkpointFile,
    code: found === null ? 'checkpoint_missing' : 'checkpoint_refused',
    expected,
    received: found ?? 'no file',
  });
  return null;
}

async function stateOf({ files, folder }: LogFiles, checkpoint: Checkpoint | null, report: Report): Promise<TreeState | null> {
  const bytes = await files.read(join(folder, stateFile));
  const state = bytes === null ? null : decodeTreeState(bytes);
  if (state === null) {
    const code = bytes === null ? 'state_missing' : 'state_malformed';
    report({ path: stateFile, code, expected: 'size and root of the tree', received: bytes === null ? 'no file' : 'something else' });
    return null;
  }
  if (checkpoint === null || state.size >= checkpoint.size) return state;
  const expected = `a tree of at least ${String(checkpoint.size)}, as published`;
  report({ path: stateFile, code: 'state_behind_checkpoint', expected, received: String(state.size) });
  return null;
}

/** A root that could not be computed has been reported with its cause. */
function isOther(root: Uint8Array, computed: Uint8Array | undefined): boolean {
  return computed !== undefined && !sameBytes(root, computed);
}
