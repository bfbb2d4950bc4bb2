import { canonicalJson } from '@parlance/core';
import { type LeafOf } from '../../leaf/index.ts';
import { type AuditFaultCode, type ReportFault } from './audit-fault.ts';
import { type LeafAt } from './walk-leaves.ts';

type Rule = LeafOf<'rule'>;
type Mediation = LeafOf<'mediation'>;
type Edit = Mediation['edits'][number];

/** What the log has made public so far; a change is held against it in the order of the leaves, so that nothing is justified afterwards. */
export interface RulesInForce {
  publish(leaf: LeafOf<'release'>): void;
  publishRule(at: LeafAt<'rule'>): void;
  check(at: LeafAt<'mediation'>): void;
}

export function rulesInForce(report: ReportFault): RulesInForce {
  const released = new Set<string>();
  const rules = new Map<string, readonly Rule[]>();
  const requireRelease = (path: string, name: string): void => {
    if (released.has(name)) return;
    report({ path, code: 'release_missing', expected: `a release of ${name} before`, received: 'none' });
  };
  return {
    publish({ subject, id, version, digest }) {
      released.add(subject === 'charter' ? charterName({ version, digest }) : `${subject} ${id}@${version} ${digest}`);
    },
    publishRule({ position, leaf }) {
      if (leaf.pack !== null) requireRelease(`leaf ${String(position)}`, packName(leaf.pack));
      const name = `${leaf.id}@${leaf.version}`;
      rules.set(name, [...(rules.get(name) ?? []), leaf]);
    },
    check({ position, leaf }) {
      const path = `leaf ${String(position)}`;
      requireRelease(path, packName(leaf.pack));
      requireRelease(path, charterName(leaf.charter));
      for (const edit of leaf.edits) {
        const [fault = null] = faultsOf(edit, leaf, rules.get(edit.rule) ?? []);
        if (fault !== null) report({ path, ...fault });
      }
    },
  };
}

function packName({ id, version, digest }: Mediation['pack']): string {
  return `pack ${id}@${version} ${digest}`;
}

function charterName({ version, digest }: Mediation['charter']): string {
  return `charter ${version} ${digest}`;
}

interface RuleFault {
  readonly code: AuditFaultCode;
  readonly expected: string;
  readonly received: string;
}

/** A rule may have been published more than once under one name: one of them must be the one that was applied. */
function faultsOf(edit: Edit, leaf: Mediation, rules: readonly Rule[]): readonly (RuleFault | null)[] {
  if (rules.length === 0) return [{ code: 'rule_missing', expected: `a rule ${edit.rule} before`, received: 'none' }];
  const found = rules.map((rule) => differenceOf(edit, leaf, rule));
  return found.includes(null) ? [] : found.slice(-1);
}

/** The authority is not compared: a rule names it in every language of its pack, and the reader is told it in one. */
function differenceOf(edit: Edit, { period, pack }: Mediation, rule: Rule): RuleFault | null {
  const differs = (code: AuditFaultCode, expected: string, received: string): RuleFault => ({
    code,
    expected: `${expected}, as the rule ${edit.rule} has it`,
    received,
  });
  if (purposeOf(edit) !== purposeOf(rule)) return differs('rule_type_differs', purposeOf(rule), purposeOf(edit));
  if (edit.cause !== rule.cause) return differs('rule_cause_differs', rule.cause, edit.cause);
  if (canonicalJson(edit.basis) !== canonicalJson(rule.basis)) return differs('rule_basis_differs', 'the basis', 'another basis');
  if (rule.pack !== null && rule.pack.id !== pack.id) return differs('rule_pack_differs', `the pack ${rule.pack.id}`, pack.id);
  if (rule.in_force > period.slice(0, rule.in_force.length))
    return differs('rule_not_in_force', `nothing before ${rule.in_force}`, period.slice(0, rule.in_force.length));
  return null;
}

/** A rule that leaves something out may also say that it could not be judged. */
function purposeOf(change: Edit | Rule): string {
  return change.kind === 'add' ? `add ${change.purpose}` : `omit ${change.type}`;
}
