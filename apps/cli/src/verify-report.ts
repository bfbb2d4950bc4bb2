import { type Verdict, type Verification } from '@parlance/log/verify';
import { type FolderCheck } from './verify-log-folder.ts';

/** One line per step, and under it what the step does not prove. */
export function receiptReport({ steps, verdict }: Verification): string {
  const lines = steps.flatMap(({ step, ok, detail, doesNotProve }) => [
    `${ok ? 'ok  ' : 'FAIL'} ${step}: ${detail}`,
    ...(ok ? [`       does not prove ${doesNotProve}`] : []),
  ]);
  return [...lines, '', verdictLine(verdict), ''].join('\n');
}

function verdictLine(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'proved':
      return `proved: leaf ${String(verdict.position)} of ${verdict.log}, ${verdict.witnesses} witnesses cosigned`;
    case 'promised':
      return `promised until ${new Date(Number(verdict.until) * 1000).toISOString()}: not proved yet; ask again after that`;
    case 'refused':
      return `refused at the step ${verdict.step}: ${verdict.detail}`;
  }
}

export function logReport(folder: string, { origin, issues, size, root }: FolderCheck): string {
  const found = issues.map(({ path, expected, received }) => `FAIL ${path}: expected ${expected}, received ${received}`);
  const head =
    size === null
      ? `${folder}: no checkpoint that verifies for ${origin}`
      : `${folder}: ${origin}, ${String(size)} leaves, root ${root ?? '-'}`;
  const end =
    issues.length === 0
      ? [
          'every entry and tile is as the signed checkpoint says',
          '       does not prove that everybody is shown the same log; witnesses do',
        ]
      : [];
  return [head, ...found, ...end, ''].join('\n');
}
