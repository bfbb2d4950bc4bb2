import { type Leaf, type LeafKind } from '../../leaf/index.ts';
import { type ReportFault } from './audit-fault.ts';
import { checkTally } from './check-tally.ts';
import { rulesInForce } from './rules-in-force.ts';
import { type LeafAt } from './walk-leaves.ts';

/** The leaves of one batch: a mediation leaf per changed answer, then the tally. */
export interface LeafBatch {
  readonly mediations: readonly LeafAt<'mediation'>[];
  readonly tally: LeafAt<'tally'>;
  /** Some leaf could not be read, so that counts say nothing. */
  readonly isBroken: boolean;
}

export interface LeafBatches {
  /** The batch that this leaf ends, or null. */
  next(at: { readonly position: bigint; readonly bytes: Uint8Array; readonly leaf: Leaf | null }): LeafBatch | null;
  /** After the last leaf. */
  end(): void;
}

export interface NamedTree {
  readonly origin: string;
  readonly size: bigint;
}

/** Everything that the public can check, leaf after leaf, with the memory of one batch and of the rules. */
export function leafBatches(report: ReportFault, { origin, size }: NamedTree): LeafBatches {
  const rules = rulesInForce(report);
  let mediations: LeafAt<'mediation'>[] = [];
  let isBroken = false;
  const decisions = new Set<string>();
  let period = '';
  return {
    next({ position, bytes, leaf }) {
      const at = { position, bytes };
      if (leaf === null) isBroken = true;
      else if (leaf.leaf === 'release') rules.publish(leaf);
      else if (leaf.leaf === 'rule') rules.publishRule({ ...at, leaf });
      else if (leaf.leaf === 'mediation') {
        rules.check({ ...at, leaf });
        mediations.push({ ...at, leaf });
      } else if (leaf.leaf === 'tally') {
        const batch: LeafBatch = { mediations, tally: { ...at, leaf }, isBroken };
        checkTally(batch, period, report);
        [mediations, isBroken, period] = [[], false, leaf.period];
        return batch;
      } else if (leaf.leaf === 'amend') {
        checkAmend({ ...at, leaf }, { origin, size }, report);
        checkDecision({ ...at, leaf }, decisions, report);
      }
      if (leaf !== null && leaf.leaf !== 'mediation' && mediations.length > 0) outOfPlace(position, leaf.leaf, report);
      return null;
    },
    end() {
      const [first] = mediations;
      if (first === undefined) return;
      const path = `leaf ${String(first.position)}`;
      report({ path, code: 'tally_missing', expected: 'a tally after the changed answers', received: 'the end of the log' });
    },
  };
}

/** A batch is added in one piece. */
function outOfPlace(position: bigint, kind: LeafKind, report: ReportFault): void {
  report({
    path: `leaf ${String(position)}`,
    code: 'leaf_out_of_place',
    expected: 'mediation leaves up to their tally',
    received: `a leaf of kind ${kind}`,
  });
}

function checkAmend({ position, leaf }: LeafAt<'amend'>, { origin, size }: NamedTree, report: ReportFault): void {
  const path = `leaf ${String(position)}`;
  if (leaf.log === origin) report({ path, code: 'amend_own_log', expected: 'the name of another log', received: 'that of this one' });
  if (leaf.log !== undefined) return;
  if (BigInt(leaf.position) < position && (leaf.replacement === null || BigInt(leaf.replacement) < size)) return;
  report({ path, code: 'amend_unknown', expected: 'positions of leaves that are there', received: 'a position that is not' });
}

function checkDecision({ position, leaf: { decision } }: LeafAt<'amend'>, seen: Set<string>, report: ReportFault): void {
  if (decision === undefined) return;
  if (seen.has(decision)) {
    const path = `leaf ${String(position)}`;
    report({ path, code: 'decision_twice', expected: 'one leaf for each decision', received: 'a second one' });
  }
  seen.add(decision);
}
