import { addJudged, checkPack, inOrder, type LookedAt, type Pack, type PackFiles, type PackIssue } from '@parlance/pack';
import { inspectPackFolder } from '@parlance/pack/node';
import { badUsage, clean, issuesFound } from '../exit-codes.ts';

/** What a check found out about one folder. */
export interface CheckedFolder {
  /** As it was named on the command line. */
  readonly folder: string;
  /** False when there is no such folder, so that nothing was checked. */
  readonly isThere: boolean;
  /** In order of file and line. */
  readonly issues: readonly PackIssue[];
  /** Null when any issue is an error. */
  readonly pack: Pack | null;
  readonly looked: LookedAt;
}

/** What a model finds in the files of a pack. */
export type FolderJudge = (files: PackFiles) => Promise<readonly PackIssue[]>;

const noJudge: FolderJudge = () => Promise.resolve([]);

export async function checkFolder(folder: string, today: string, judge = noJudge): Promise<CheckedFolder> {
  const { files, issues: faults } = await inspectPackFolder(folder);
  const isThere = !faults.some(({ code, file }) => file === '.' && (code === 'pack_not_found' || code === 'pack_link'));
  if (!isThere) return { folder, isThere, issues: faults, pack: null, looked: { files: 0, texts: 0, rules: 0 } };
  const { issues, pack, looked } = addJudged(checkPack(files, { today }), await judge(files));
  if (faults.length === 0) return { folder, isThere, issues, pack, looked };
  // A file that is there and cannot be read is not missing.
  const unread = new Set(faults.map(({ file }) => file));
  const others = issues.filter(({ file, code }) => code !== 'missing-file' || !unread.has(file));
  return { folder, isThere, issues: inOrder([...faults, ...others]), pack: null, looked };
}

export function errorsIn(issues: readonly PackIssue[]): readonly PackIssue[] {
  return issues.filter(({ severity }) => severity === 'error');
}

export function exitCodeOf(checked: readonly CheckedFolder[]): number {
  if (checked.some(({ isThere }) => !isThere)) return badUsage;
  return checked.every(({ issues }) => errorsIn(issues).length === 0) ? clean : issuesFound;
}
