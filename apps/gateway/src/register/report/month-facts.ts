import { type LeafOf } from '@parlance/log';
import { type LeafFacts, type MediationFacts } from '../facts/read-facts.ts';
import { type Subject } from '../facts/subject.ts';

type Tally = LeafOf<'tally'>;
type OtherLeaf = Extract<LeafFacts, { kind: 'leaf' }>['leaf'];

/** Entries of a month that agree in subject, language and sector. */
interface MonthCell {
  readonly month: string;
  readonly subjectKey: string;
  readonly subject: Subject;
  readonly language: string | null;
  readonly sector: string | null;
  count: number;
}

/** What a log tells of one month, as exactly as it does. */
export interface MonthFacts {
  readonly month: string;
  batches: number;
  differing: number;
  answers: number;
  changed: number;
  readonly omissions: { tallies: number; leaves: number };
  readonly additions: { tallies: number; leaves: number };
  readonly endings: Map<string, number>;
  readonly cells: Map<string, MonthCell>;
  /** Leaves that are neither mediations nor tallies. */
  readonly others: OtherLeaf[];
}

export function newMonth(month: string): MonthFacts {
  return {
    ...{ month, batches: 0, differing: 0, answers: 0, changed: 0 },
    omissions: { tallies: 0, leaves: 0 },
    additions: { tallies: 0, leaves: 0 },
    ...{ endings: new Map(), cells: new Map(), others: [] },
  };
}

/** What stands before a tally belongs to its batch. */
export interface Batch {
  readonly tally: Tally;
  readonly mediations: readonly MediationFacts[];
  readonly others: readonly OtherLeaf[];
}

export function addBatch(month: MonthFacts, { tally, mediations, others }: Batch): void {
  const sum = (of: 'omissions' | 'additions'): number => mediations.reduce((total, facts) => total + facts[of], 0);
  const [omissions, additions] = [sum('omissions'), sum('additions')];
  month.batches += 1;
  month.answers += tally.answers;
  month.changed += tally.changed;
  month.omissions.tallies += tally.omissions;
  month.omissions.leaves += omissions;
  month.additions.tallies += tally.additions;
  month.additions.leaves += additions;
  if (tally.changed !== mediations.length || tally.omissions !== omissions || tally.additions !== additions) month.differing += 1;
  for (const [ending, count] of Object.entries(tally.endings)) month.endings.set(ending, (month.endings.get(ending) ?? 0) + count);
  for (const facts of mediations) countMediation(month, facts, 1);
  month.others.push(...others);
}

/** `by` is -1 where a later leaf takes the mediation away. */
export function countMediation(month: MonthFacts, { language, sector, subjects }: MediationFacts, by: 1 | -1): void {
  for (const { key, subject } of subjects) {
    const name = `${language ?? ''} ${sector ?? ''} ${key}`;
    const cell = month.cells.get(name) ?? { month: month.month, subjectKey: key, subject, language, sector, count: 0 };
    month.cells.set(name, cell);
    cell.count += by;
  }
}
