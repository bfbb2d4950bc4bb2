import { type PackIssue } from '@parlance/pack';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';

/** What a command on releases found: issues, and what it did, as text and as facts for `--json`. */
export interface Outcome {
  readonly issues: readonly PackIssue[];
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function hasErrors(issues: readonly PackIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

/** Prints an outcome and sets the exit code. */
export function finish({ issues, text, facts }: Outcome, asJson: boolean): void {
  const ok = !hasErrors(issues);
  process.stdout.write(asJson ? jsonText({ ok, ...facts, issues }) : [...issues.map(issueText), text, ''].join('\n'));
  process.exitCode = ok ? clean : issuesFound;
}

function issueText({ file, line, column, severity, rule, code, path, expected, received, mend }: PackIssue): string {
  const place = rule === 'S14' ? file : `${file}:${line}:${column}`;
  return `${[place, severity, rule, code, path].join(' ').trim()}\n  expected ${expected}; received ${received}\n  ${mend}\n`;
}
