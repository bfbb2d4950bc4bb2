import { type AuditFaultCode, type ReportFault } from './audit-fault.ts';
import { type LeafBatch } from './leaf-batches.ts';
import { type LeafAt } from './walk-leaves.ts';

/** Fewer answers than this may not stand alone in what the log tells of them. */
const fewest = 10;

/** An hour, a language, a sector in a language, and a size in both stand in a leaf only where ten leaves of the batch share them. One fault for each value, at its first leaf. */
export function checkCoarse({ mediations }: LeafBatch, report: ReportFault): void {
  const check = (code: AuditFaultCode, valueOf: (leaf: LeafAt<'mediation'>['leaf']) => string | null): void => {
    const cells = new Map<string, readonly bigint[]>();
    for (const { position, leaf } of mediations) {
      const value = valueOf(leaf);
      if (value !== null) cells.set(value, [...(cells.get(value) ?? []), position]);
    }
    for (const [value, positions] of cells) {
      if (positions.length >= fewest) continue;
      report({
        path: `leaf ${String(positions[0])}`,
        code,
        expected: `at least ${fewest} leaves of the batch with ${value}, or null`,
        received: String(positions.length),
      });
    }
  };
  check('coarse_period', ({ period }) => (period.includes('T') ? period : null));
  check('coarse_language', ({ language }) => language);
  check('coarse_sector', (leaf) => (isTold(leaf.sector) ? groupOf(leaf) : null));
  // What is not told beside it can be told by subtraction.
  const languages = new Set(mediations.flatMap(({ leaf }) => (isTold(leaf.sector) ? [leaf.language] : [])));
  check('coarse_sector', (leaf) => (isTold(leaf.sector) || !languages.has(leaf.language) ? null : groupOf(leaf)));
  check('coarse_size', (leaf) => (leaf.size === null ? null : `${groupOf(leaf)} ${leaf.size}`));
}

type Mediation = LeafAt<'mediation'>['leaf'];

function isTold(sector: Mediation['sector']): boolean {
  return sector !== undefined && sector !== null;
}

function groupOf({ language, sector }: Mediation): string {
  return `${language ?? 'no language'}, ${sector ?? 'no sector'}`;
}
