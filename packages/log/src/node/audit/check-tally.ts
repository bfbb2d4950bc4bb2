import { type LeafOf } from '../../leaf/index.ts';
import { type AuditFaultCode, type ReportFault } from './audit-fault.ts';
import { checkCoarse } from './check-coarse.ts';
import { type LeafBatch } from './leaf-batches.ts';

/** Holds a tally against the leaves before it, and its hour against that of the tally before. */
export function checkTally(batch: LeafBatch, before: string, report: ReportFault): void {
  const { tally, mediations, isBroken } = batch;
  const path = tallyPath(tally.position);
  if (tally.leaf.period < before)
    report({ path, code: 'period_back', expected: `${before} or later, as the tally before`, received: tally.leaf.period });
  checkLeavesTwice(batch, report);
  for (const { position, leaf } of mediations) {
    if (leaf.period === tally.leaf.period || leaf.period === tally.leaf.period.slice(0, leaf.period.length)) continue;
    report({ path: `leaf ${String(position)}`, code: 'period_differs', expected: tally.leaf.period, received: leaf.period });
  }
  if (isBroken) return;
  const missing = tally.leaf.changed - mediations.length;
  // Where a leaf is missing, nobody can tell what it shared with the others.
  if (missing <= 0) checkCoarse(batch, report);
  if (missing !== 0) {
    const code = missing > 0 ? 'mediation_missing' : 'mediation_excess';
    report({ path, code, expected: `${tally.leaf.changed} mediation leaves since the tally before`, received: String(mediations.length) });
    return;
  }
  for (const { code, expected, received } of differencesOf(
    tally.leaf,
    countsOf(mediations.map(({ leaf }) => leaf)),
    tally.leaf.answers - mediations.length,
  )) {
    report({ path, code, expected: `${expected}, as its leaves have`, received });
  }
}

export function tallyPath(position: bigint): string {
  return `tally ${String(position)}`;
}

export interface Counts {
  readonly omissions: number;
  readonly additions: number;
  readonly endings: ReadonlyMap<string, number>;
}

/** Of leaves or of records alike. */
export function countsOf(changed: readonly Changed[]): Counts {
  const endings = new Map<string, number>();
  for (const { ending } of changed) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  const edits = changed.flatMap((each) => each.edits);
  const sum = (kind: 'omit' | 'add'): number => edits.reduce((total, edit) => (edit.kind === kind ? total + edit.count : total), 0);
  return { omissions: sum('omit'), additions: sum('add'), endings };
}

/** What leaves and records have in common. */
interface Changed {
  readonly ending: string;
  readonly edits: readonly { readonly kind: 'omit' | 'add' | 'unjudged'; readonly count: number }[];
}

export interface Difference {
  readonly code: AuditFaultCode;
  readonly expected: string;
  readonly received: string;
}

/** `unchanged`: answers without a leaf of their own, which all ended as done. */
export function differencesOf(tally: LeafOf<'tally'>, counts: Counts, unchanged: number): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (code: AuditFaultCode, expected: number, received: number): void => {
    if (expected !== received) found.push({ code, expected: String(expected), received: String(received) });
  };
  compare('tally_omissions', counts.omissions, tally.omissions);
  compare('tally_additions', counts.additions, tally.additions);
  const endings = new Map<string, number>([...counts.endings, ['done', (counts.endings.get('done') ?? 0) + unchanged]]);
  const told = new Map<string, number>(Object.entries(tally.endings));
  for (const ending of new Set([...endings.keys(), ...told.keys()])) {
    const [expected, received] = [endings.get(ending) ?? 0, told.get(ending) ?? 0];
    if (expected === received) continue;
    found.push({ code: 'tally_endings', expected: `${expected} ${ending}`, received: String(received) });
    break;
  }
  return found;
}

/** Two leaves are never alike: each commits with numbers of its own. */
function checkLeavesTwice({ mediations }: LeafBatch, report: ReportFault): void {
  const seen = new Map<string, bigint>();
  for (const { position, bytes } of mediations) {
    const text = Buffer.from(bytes).toString('latin1');
    const first = seen.get(text);
    if (first === undefined) seen.set(text, position);
    else
      report({
        path: `leaf ${String(position)}`,
        code: 'leaf_twice',
        expected: 'a leaf that is not there yet',
        received: `leaf ${String(first)} again`,
      });
  }
}
