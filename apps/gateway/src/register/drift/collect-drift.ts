import { CodedError } from '@parlance/core';
import { type LeafOf } from '@parlance/log';
import { groupsOf, toldClasses } from '../cube/told-classes.ts';
import { factsReader, type LeafFacts, type MediationFacts } from '../facts/read-facts.ts';
import { addTally, decided, isElsewhere, nameOfDecision } from '../facts/totals.ts';
import { countMediation, type MonthFacts, newMonth } from '../report/month-facts.ts';
import { type ReadOptions, type ReadPlace, readTree } from '../report/read-tree.ts';
import { entryAt, type TreeSource } from '../report/tree-source.ts';
import { type RegisterDecision } from '../../store/register-row.ts';
import { type DriftInput } from './make-drift.ts';

/** What a log tells of every month up to one, its last batch included. */
export interface CollectedDrift {
  readonly log: string;
  /** Leaves up to there. */
  readonly size: bigint;
  readonly months: ReadonlyMap<string, MonthFacts>;
  readonly answers: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, RegisterDecision>;
}

interface Collecting {
  readonly source: TreeSource;
  readonly read: (bytes: Uint8Array) => LeafFacts;
  readonly until: string | null;
  readonly months: Map<string, MonthFacts>;
  readonly answers: Map<string, number>;
  readonly decisions: Map<string, RegisterDecision>;
  readonly struck: Set<string>;
  size: bigint;
  /** What has been read since the last tally. */
  mediations: MediationFacts[];
  amends: { readonly leaf: LeafOf<'amend'>; readonly position: bigint }[];
}

interface CollectOptions extends ReadOptions {
  /** Null: everything. Else what came behind the last batch of this month is left out, so that a longer log gives the same. */
  readonly until: string | null;
}

/** Reads a log to its end and checks it against its checkpoint. Throws `log_corrupt`, and `report_leaf` for an entry that is none. */
export async function collectDrift(source: TreeSource, { until, ...options }: CollectOptions): Promise<CollectedDrift> {
  const state: Collecting = {
    ...{ source, until, read: factsReader(), months: new Map(), answers: new Map(), decisions: new Map(), struck: new Set() },
    ...{ size: 0n, mediations: [], amends: [] },
  };
  const { origin, size } = await readTree(source, options, (bytes, at) => take(state, bytes, at));
  if (until === null) {
    await settle(state, { origin, size });
    state.size = size;
  }
  const { months, answers, decisions } = state;
  return { log: origin, size: state.size, months, answers, decisions };
}

async function take(state: Collecting, bytes: Uint8Array, log: ReadPlace): Promise<void> {
  const position = log.tree.size - 1n;
  const facts = state.read(bytes);
  if (facts.kind === 'refused') throw refused(state.source, position, facts.issue.code);
  if (facts.kind === 'mediation') state.mediations.push(facts);
  else if (facts.leaf.leaf === 'amend') state.amends.push({ leaf: facts.leaf, position });
  if (facts.kind !== 'leaf' || facts.leaf.leaf !== 'tally') return;
  if (state.until !== null && facts.leaf.period.slice(0, state.until.length) > state.until) {
    [state.mediations, state.amends] = [[], []];
    return;
  }
  addTally(state.answers, facts.leaf);
  await settle(state, log);
  state.size = log.tree.size;
}

type ReadLog = Pick<ReadPlace, 'origin' | 'size'>;

/** Counts what came before a tally, in its order: what is corrected stands before its correction. */
async function settle(state: Collecting, log: ReadLog): Promise<void> {
  const { mediations, amends } = state;
  [state.mediations, state.amends] = [[], []];
  for (const facts of mediations) count(state, facts, 1);
  for (const { leaf, position } of amends) await amend(state, { leaf, position, log });
}

function count({ months }: Collecting, facts: MediationFacts, by: 1 | -1): void {
  const month = months.get(facts.month) ?? newMonth(facts.month);
  months.set(facts.month, month);
  countMediation(month, facts, by);
}

interface Amending {
  readonly leaf: LeafOf<'amend'>;
  readonly position: bigint;
  readonly log: ReadLog;
}

async function amend(state: Collecting, { leaf, position, log: { origin, size } }: Amending): Promise<void> {
  const about = BigInt(leaf.position);
  if (isElsewhere(leaf, origin)) {
    decide(state, decided(leaf, 'elsewhere', position));
    return;
  }
  // What is corrected or decided about stands before.
  if (about >= position) return;
  const facts = state.read(await entryAt(state.source, about, size));
  if (facts.kind === 'refused') throw refused(state.source, about, facts.issue.code);
  if (facts.kind === 'leaf') decide(state, decided(leaf, facts.leaf, position));
  if (facts.kind !== 'mediation' || (leaf.outcome !== 'withdrawn' && leaf.outcome !== 'replaced')) return;
  if (state.struck.has(leaf.position)) return;
  state.struck.add(leaf.position);
  count(state, facts, -1);
}

function decide({ decisions }: Collecting, told: readonly RegisterDecision[]): void {
  for (const decision of told) if (!decisions.has(decision.decision)) decisions.set(decision.decision, decision);
}

function refused({ name }: TreeSource, position: bigint, code: string): CodedError<'report_leaf'> {
  return new CodedError('report_leaf', `${name}: entry ${String(position)} is no leaf (${code}); parlance log audit says more`);
}

/** What several logs tell together, as the register has it. */
export function driftInput(collected: readonly CollectedDrift[]): DriftInput {
  const answers = new Map<string, number>();
  for (const each of collected) for (const [month, more] of each.answers) answers.set(month, (answers.get(month) ?? 0) + more);
  const decided = new Map<string, { rule: string; outcome: RegisterDecision['outcome']; count: number }>();
  for (const { rule, outcome } of decidedOnce(collected)) {
    const known = decided.get(`${outcome} ${rule}`) ?? { rule, outcome, count: 0 };
    decided.set(`${outcome} ${rule}`, { ...known, count: known.count + 1 });
  }
  const cells = collected.flatMap(({ months }) => [...months.values()].flatMap((month) => [...month.cells.values()]));
  return {
    ...{ answers, decisions: [...decided.values()], months: [...groupsOf(cells, ({ month }) => month).values()].map(toldClasses) },
    sizes: new Map(collected.map(({ log, size }) => [log, size])),
  };
}

/** Each decision as the first log by its name tells it. */
function decidedOnce(collected: readonly CollectedDrift[]): readonly RegisterDecision[] {
  const first = new Map<string, RegisterDecision>();
  for (const { log, decisions } of collected.toSorted((left, right) => (left.log < right.log ? -1 : 1)))
    for (const decision of decisions.values()) {
      const name = nameOfDecision(log, decision);
      if (!first.has(name)) first.set(name, decision);
    }
  return [...first.values()];
}
