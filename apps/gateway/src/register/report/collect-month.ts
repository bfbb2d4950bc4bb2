import { CodedError } from '@parlance/core';
import { type Frontier, type LeafOf, rootOf } from '@parlance/log';
import { factsReader, type LeafFacts, type MediationFacts } from '../facts/read-facts.ts';
import { decided, isElsewhere } from '../facts/totals.ts';
import { type RegisterDecision } from '../../store/register-row.ts';
import { entryAt, type TreeSource } from './tree-source.ts';
import { type ReadOptions, type ReadPlace, readTree } from './read-tree.ts';
import { addBatch, type Batch, countMediation, type MonthFacts, newMonth } from './month-facts.ts';

/** A decision about an objection. */
export interface ReportedDecision {
  /** In which the log told it first. */
  readonly month: string;
  readonly outcome: RegisterDecision['outcome'];
}

/** A month of one log, the month before it, and the tree that both were read from. */
export interface CollectedMonth {
  readonly present: MonthFacts;
  readonly before: MonthFacts;
  /** The tree that ends with the last batch of the month; null where the log has none of it. */
  readonly head: { readonly log: string; readonly size: string; readonly root: string } | null;
  /** Decisions of the month and of all before it, by what names each: one that is told twice counts where it was told first. */
  readonly decisions: ReadonlyMap<string, ReportedDecision>;
  /** Months of which the log has batches. */
  readonly months: readonly string[];
}

/** `2026-11` to `2026-10`. */
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number > 1 ? `${year}-${String(number - 1).padStart(2, '0')}` : `${String(year - 1).padStart(4, '0')}-12`;
}

type Reader = (bytes: Uint8Array) => LeafFacts;

interface Collecting {
  readonly source: TreeSource;
  readonly read: Reader;
  readonly present: MonthFacts;
  readonly before: MonthFacts;
  readonly months: Set<string>;
  readonly struck: Set<string>;
  readonly rules: Map<string, LeafOf<'rule'>>;
  readonly decisions: Map<string, ReportedDecision>;
  mediations: MediationFacts[];
  others: Batch['others'][number][];
  /** Decisions that no tally has followed yet. */
  decided: readonly RegisterDecision[];
  end: Frontier | null;
}

/** Reads a log to its end, checks it against its checkpoint, and takes from it what it tells of a month. Throws `log_corrupt`, and `report_leaf` for an entry that is none. */
export async function collectMonth(source: TreeSource, month: string, options: ReadOptions): Promise<CollectedMonth> {
  const present = newMonth(month);
  const before = newMonth(monthBefore(month));
  const state: Collecting = {
    ...{ source, read: factsReader(), present, before, months: new Set(), struck: new Set() },
    ...{ rules: new Map(), decisions: new Map(), mediations: [], others: [], decided: [], end: null },
  };
  const { origin } = await readTree(source, options, (bytes, at) => take(state, bytes, at));
  const { end, decisions } = state;
  const head = end === null ? null : { log: origin, size: String(end.size), root: Buffer.from(rootOf(end)).toString('base64') };
  return { present, before, head, decisions, months: [...state.months].toSorted() };
}

async function take(state: Collecting, bytes: Uint8Array, at: ReadPlace): Promise<void> {
  const facts = state.read(bytes);
  if (facts.kind === 'refused')
    throw new CodedError(
      'report_leaf',
      `${state.source.name}: entry ${String(at.tree.size - 1n)} is no leaf (${facts.issue.code}); parlance log audit says more`,
    );
  if (facts.kind === 'mediation') state.mediations.push(facts);
  else if (facts.leaf.leaf !== 'tally') keep(state, facts.leaf, at);
  else await close(state, { tally: facts.leaf, mediations: state.mediations, others: state.others }, at);
}

function keep(state: Collecting, leaf: Batch['others'][number], { origin, tree }: ReadPlace): void {
  const position = tree.size - 1n;
  state.others.push(leaf);
  if (leaf.leaf === 'rule') state.rules.set(String(position), leaf);
  // What is decided about stands before the decision.
  if (leaf.leaf !== 'amend') return;
  const about = isElsewhere(leaf, origin) ? 'elsewhere' : (state.rules.get(leaf.position) ?? null);
  state.decided = [...state.decided, ...decided(leaf, about, position)];
}

async function close(state: Collecting, batch: Batch, at: ReadPlace): Promise<void> {
  const told = state.decided;
  [state.mediations, state.others, state.decided] = [[], [], []];
  const name = batch.tally.period.slice(0, '2026-11'.length);
  state.months.add(name);
  // What was corrected later belongs to later reports.
  if (name > state.present.month) return;
  const month = [state.present, state.before].find((each) => each.month === name);
  if (month !== undefined) addBatch(month, batch);
  if (name === state.present.month) state.end = at.tree;
  for (const { decision, outcome } of told) if (!state.decisions.has(decision)) state.decisions.set(decision, { month: name, outcome });
  for (const leaf of batch.others)
    if (leaf.leaf === 'amend' && (leaf.outcome === 'withdrawn' || leaf.outcome === 'replaced'))
      await strike(state, BigInt(leaf.position), at);
}

async function strike(state: Collecting, position: bigint, { tree, size }: ReadPlace): Promise<void> {
  if (position >= tree.size || state.struck.has(String(position))) return;
  const facts = state.read(await entryAt(state.source, position, size));
  if (facts.kind !== 'mediation') return;
  state.struck.add(String(position));
  const month = [state.present, state.before].find((each) => each.month === facts.month);
  if (month !== undefined) countMediation(month, facts, -1);
}
