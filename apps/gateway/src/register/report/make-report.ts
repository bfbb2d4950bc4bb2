import { type MonthReport, type ReportedChanges, type ReportedRate, type ReportLanguage, reportWords } from '@parlance/web';
import { compare, fewest, inTens, type ToldClass, toldClasses } from '../cube/told-classes.ts';
import { lawOf } from '../facts/subject.ts';
import { nameOfDecision } from '../facts/totals.ts';
import { type CollectedMonth, type ReportedDecision } from './collect-month.ts';
import { countByName, mergeMonths, type MonthFacts } from './merge-months.ts';

/** The report of a month from all the logs that have batches of it. The same logs give the same report, whenever and wherever it is made. */
export function makeReport(month: string, collected: readonly CollectedMonth[], language: ReportLanguage = 'en'): MonthReport {
  const present = mergeMonths(
    month,
    collected.map((each) => each.present),
  );
  const before = mergeMonths(
    '',
    collected.map((each) => each.before),
  );
  const classes = toldClasses([...present.cells.values()]);
  return {
    ...{ report: 'parlance-month', v: 4, month, language },
    heads: collected.flatMap(({ head }) => head ?? []).toSorted((left, right) => compare(left.log, right.log)),
    batches_at_least: inTens(present.batches),
    batches_that_differ: present.differing,
    answers_at_least: inTens(present.answers),
    changed_at_least: inTens(present.changed),
    omissions: reported(present.omissions),
    additions: reported(present.additions),
    endings: toldOnly(present.endings).map(([ending, at_least]) => ({ ending, at_least })),
    changes: classes.map(changesOf).toSorted((left, right) => compare(JSON.stringify(left), JSON.stringify(right))),
    rates: ratesOf({ classes, answers: present.answers }, { classes: toldClasses([...before.cells.values()]), answers: before.answers }),
    objections: toldOnly(countByName(decisionsOf(month, collected), ({ outcome }) => outcome)).map(([outcome, at_least]) => ({
      outcome,
      at_least,
    })),
    statements: inOrder(countByName(present.others, statedKind)).map(([kind, count]) => ({ kind, count })),
    not_seen: reportWords({ language }).notSeen,
  };
}

type OtherLeaf = MonthFacts['others'][number];

/** Decisions that were told first in this month, whichever log told them. */
function decisionsOf(month: string, collected: readonly CollectedMonth[]): readonly ReportedDecision[] {
  const first = new Map<string, ReportedDecision>();
  for (const [nth, { decisions }] of collected.entries())
    for (const [named, decision] of decisions) {
      const name = nameOfDecision(String(nth), { decision: named });
      const known = first.get(name);
      if (known === undefined || decision.month < known.month) first.set(name, decision);
    }
  return [...first.values()].filter((decision) => decision.month === month);
}

/** What the operator stated; decisions about objections are counted by themselves. */
function statedKind(leaf: OtherLeaf): string | null {
  return leaf.leaf === 'amend' && leaf.outcome.startsWith('objection-') ? null : leaf.leaf;
}

/** Beside classes in whole tens an exact sum would give away what the classes do not name. */
function reported({ tallies, leaves }: { readonly tallies: number; readonly leaves: number }): MonthReport['omissions'] {
  return { tallies_at_least: inTens(tallies), leaves_at_least: inTens(leaves), agree: tallies === leaves };
}

/** Of several that are known to have happened and are told as fewer than ten, none could have many: their sum is told too. */
function toldOnly(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return inOrder(counts).flatMap(([name, count]) => (count < fewest ? [] : [[name, inTens(count)] as const]));
}

function inOrder(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].toSorted(([left], [right]) => compare(left, right));
}

function changesOf({ kind, type, subject, language, sector, told: count }: ToldClass): ReportedChanges {
  const law = subject === null ? null : lawOf(subject);
  const { cause = null, authority = null, rule = null } = subject ?? {};
  return { kind, type, cause, law, law_url: subject?.basis?.url ?? null, authority, rule, language, sector, at_least: count };
}

interface Told {
  readonly classes: readonly ToldClass[];
  readonly answers: number;
}

/** How often each rule acted, beside the month before (drift). Both numbers are lower bounds, made of nothing but what is told: of as many answers as there may have been. */
function ratesOf(present: Told, before: Told): readonly ReportedRate[] {
  const earlier = byRule(before);
  return [...byRule(present).values()].map((each) => ({ ...each, before_per_10000: earlier.get(each.rule)?.per_10000 ?? null }));
}

function byRule({ classes, answers }: Told): ReadonlyMap<string, Omit<ReportedRate, 'before_per_10000'>> {
  const rules = new Map<string, Omit<ReportedRate, 'before_per_10000'>>();
  const named = classes.flatMap((each) =>
    each.subject?.rule == null ? [] : [{ subject: each.subject, rule: each.subject.rule, count: each.told }],
  );
  for (const { subject, rule, count } of named.toSorted((left, right) => compare(left.rule, right.rule))) {
    const sum = (rules.get(rule)?.at_least ?? 0) + count;
    rules.set(rule, {
      rule,
      kind: subject.kind,
      type: subject.type,
      at_least: sum,
      per_10000: answers < fewest ? null : Math.floor((sum * 10_000) / (inTens(answers) + fewest - 1)),
    });
  }
  return rules;
}
