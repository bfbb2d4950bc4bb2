import { type PackIssue, shown } from '@parlance/pack';
import { type CheckedFolder, errorsIn } from './check-folder.ts';
import { type Palette } from './palette.ts';

/** For people: issues by file, then a line that sums up. What could not be seen or would move a cursor is spelled out. */
export function checkText(checked: readonly CheckedFolder[], palette: Palette): string {
  const parts = checked.map((folder) => folderText(folder, palette));
  return [...parts, ...(checked.length > 1 ? [totalText(checked, palette)] : [])].join('\n');
}

function folderText(checked: CheckedFolder, palette: Palette): string {
  const files = [...new Set(checked.issues.map(({ file }) => file))];
  const blocks = files.map((file) =>
    fileText(
      pathOf(checked.folder, file),
      checked.issues.filter((issue) => issue.file === file),
      palette,
    ),
  );
  return [...blocks, `${summary(checked, palette)}\n`].join('\n');
}

function fileText(path: string, issues: readonly PackIssue[], palette: Palette): string {
  return [palette.file(path), ...issues.map((issue) => issueText(issue, palette)), ''].join('\n');
}

export function issueText(issue: PackIssue, palette: Palette): string {
  const colour = issue.severity === 'error' ? palette.error : palette.warning;
  return [
    `  ${issue.line}:${issue.column}  ${colour(issue.severity)}  ${issue.rule}  ${safe(issue.path)}`.trimEnd(),
    `    expected ${safe(issue.expected)}, received ${safe(issue.received)}`,
    `    ${palette.faint(safe(issue.mend))}`,
  ].join('\n');
}

/** `packs/ee: 0 issues, 2 warnings` and, where nothing was found, in how much. */
export function summary({ folder, issues, looked, isThere }: CheckedFolder, palette: Palette): string {
  const errors = errorsIn(issues).length;
  const counts = `${counted(errors, 'issue')}, ${counted(issues.length - errors, 'warning')}`;
  const line = `${safe(folder)}: ${errors === 0 ? palette.good(counts) : palette.error(counts)}`;
  if (errors > 0 || !isThere) return line;
  return `${line} in ${counted(looked.files, 'file')}, ${counted(looked.texts, 'text')} and ${counted(looked.rules, 'rule')}`;
}

function totalText(checked: readonly CheckedFolder[], palette: Palette): string {
  const issues = checked.flatMap((folder) => folder.issues);
  const errors = errorsIn(issues).length;
  const counts = `${counted(errors, 'issue')}, ${counted(issues.length - errors, 'warning')}`;
  return `${counted(checked.length, 'pack')}: ${errors === 0 ? palette.good(counts) : palette.error(counts)}\n`;
}

export function pathOf(folder: string, file: string): string {
  return safe(file === '.' ? folder : `${folder.replace(/\/+$/, '')}/${file}`);
}

function safe(text: string): string {
  return shown(text, 2000);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
