import { type GrowthVerdict, type GrowthVerification } from '@parlance/log';
import { type Verdict, type Verification } from '@parlance/log/verify';
import { type FolderCheck } from './verify-log-folder.ts';

/** One line per step, and under it what the step does not prove. */
export function receiptReport({ steps, verdict }: Verification): string {
  return [...stepLines(steps), '', verdictLine(verdict), ''].join('\n');
}

/** The same for two checkpoints of a log. */
export function growthReport({ steps, verdict }: GrowthVerification): string {
  return [...stepLines(steps), '', growthLine(verdict), ''].join('\n');
}

function stepLines(steps: (Verification | GrowthVerification)['steps']): readonly string[] {
  return steps.flatMap(({ step, ok, detail, doesNotProve }) => [
    `${ok ? 'ok  ' : 'FAIL'} ${step}: ${detail}`,
    ...(ok ? [`       does not prove ${doesNotProve}`] : []),
  ]);
}

function growthLine(verdict: GrowthVerdict): string {
  switch (verdict.kind) {
    case 'grew':
      return `grew: ${verdict.log} has at ${String(verdict.to)} leaves all that it had at ${String(verdict.from)}, in the same order`;
    case 'forked':
      return `forked: ${verdict.log} signed two different trees of ${String(verdict.size)} leaves; keep both files, they are the evidence`;
    case 'refused':
      return `refused at the step ${verdict.step}: ${verdict.detail}${verdict.step === 'growth' ? '; either the log has forked or these are not its tiles: parlance verify <folder> tells' : ''}`;
  }
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
