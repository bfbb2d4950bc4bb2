import { checkPack, type PackIssue } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { CodedError } from '@parlance/core';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';

interface CheckOptions {
  readonly json: boolean;
  readonly today: string;
}

export function packCheck(): Command {
  return new Command('check')
    .description('check a pack against the charter; shows every issue with file, line, rule and mend')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .option('--json', 'print one JSON object', false)
    .option('--today <date>', 'the day on which restrictions have to be in force, YYYY-MM-DD', new Date().toISOString().slice(0, 10))
    .addHelpText('after', '\nExit codes: 0 clean (warnings allowed), 1 issues, 2 wrong usage.')
    .action(async (folder: string, options: CheckOptions) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(options.today))
        throw new CodedError('bad_usage', `--today: expected YYYY-MM-DD, received ${options.today.slice(0, 40)}`);
      const { issues, pack } = checkPack(await readPackFolder(folder), { today: options.today });
      const errors = issues.filter(({ severity }) => severity === 'error');
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ok: errors.length === 0, pack: pack === null ? null : { id: pack.id, version: pack.version, digest: pack.digest }, issues }, null, 2)}\n`
          : report(folder, issues),
      );
      process.exitCode = errors.length === 0 ? clean : issuesFound;
    });
}

function report(folder: string, issues: readonly PackIssue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return [
    ...issues.map(issueText),
    `${folder}: ${errors} ${errors === 1 ? 'issue' : 'issues'}, ${issues.length - errors} ${issues.length - errors === 1 ? 'warning' : 'warnings'}`,
    '',
  ].join('\n');
}

function issueText(issue: PackIssue): string {
  return [
    `${issue.file}:${issue.line}:${issue.column} ${issue.severity} ${issue.rule} ${issue.path}`,
    `  expected ${issue.expected}, received ${issue.received}`,
    `  ${issue.mend}`,
    '',
  ].join('\n');
}
