import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest } from '../cube/told-classes.ts';
import { subjectsOf, keyOfSubject } from '../facts/subject.ts';
import { type Edit, editOf, mediationOf, tallyOf } from '../testing/made-log.ts';
import { type CollectedMonth } from './collect-month.ts';
import { makeReport } from './make-report.ts';
import { addBatch, type MonthFacts, newMonth } from './month-facts.ts';

/** How many answers two rules left something out of, one rule added something to, and how many broke off or were stopped by the operator. */
interface World {
  readonly first: number;
  readonly second: number;
  readonly added: number;
  readonly outage: number;
  readonly operator: number;
  readonly unchanged: number;
}
const names = ['first', 'second', 'added', 'outage', 'operator'] as const;

const of = (count: number, edits: readonly Edit[], ending: 'done' | 'outage' | 'operator' = 'done') => {
  const leaf = mediationOf(0, { edits: [...edits], ending });
  return Array.from({ length: count }, () => leaf);
};

function monthOf({ first, second, added, outage, operator, unchanged }: World): MonthFacts {
  const month = newMonth('2026-11');
  const answers = [
    ...[...of(first, [editOf(1)]), ...of(second, [editOf(2)]), ...of(added, [editOf(5)])],
    ...[...of(outage, [], 'outage'), ...of(operator, [], 'operator')],
  ];
  const mediations = answers.map((leaf) => ({
    ...{ kind: 'mediation' as const, month: '2026-11', language: leaf.language, sector: null, ending: leaf.ending },
    subjects: subjectsOf(leaf).map((subject) => ({ key: keyOfSubject(subject), subject })),
    omissions: leaf.edits.filter(({ kind }) => kind === 'omit').length,
    additions: leaf.edits.filter(({ kind }) => kind === 'add').length,
  }));
  addBatch(month, { tally: tallyOf('2026-11-21T13Z', answers, unchanged), mediations, others: [] });
  return month;
}

const reportOf = (world: World) => {
  const collected: CollectedMonth = { present: monthOf(world), before: newMonth('2026-10'), head: null, decisions: new Map(), months: [] };
  return makeReport('2026-11', [collected]);
};

/** What is not named of a sum: the sum and each part are told in whole tens, and may each have up to nine more. */
function unnamed(sum: number, parts: readonly number[]): { readonly least: number; readonly most: number } {
  const told = parts.reduce((total, part) => total + part, 0);
  return { least: Math.max(0, sum - told - parts.length * (fewest - 1)), most: sum + fewest - 1 - told };
}

const worlds = fc.record({
  ...Object.fromEntries(names.map((name) => [name, fc.oneof(fc.nat(12), fc.nat(60))])),
  unchanged: fc.nat(60),
}) as fc.Arbitrary<World>;

describe('whoever subtracts what the report names from its sums', () => {
  test('finds ten values at least for what it does not name, of omissions and of additions', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { changes, omissions, additions } = reportOf(world);
        for (const [kind, sum] of [['omit', omissions] as const, ['add', additions] as const]) {
          const parts = changes.filter((each) => each.kind === kind).map(({ at_least }) => at_least);
          for (const told of [sum.tallies_at_least, sum.leaves_at_least]) {
            const { least, most } = unnamed(told, parts);
            expect(most - least + 1).toBeGreaterThanOrEqual(fewest);
          }
        }
      }),
    );
  });

  test('finds ten values at least for the endings that it does not name', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { answers_at_least, endings } = reportOf(world);
        const { least, most } = unnamed(
          answers_at_least,
          endings.map(({ at_least }) => at_least),
        );
        expect(most - least + 1).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });

  test('does not learn from the sizes of two trees how many answers were changed', () => {
    const { batches_at_least, changed_at_least } = reportOf({ first: 20, second: 6, added: 0, outage: 0, operator: 0, unchanged: 5 });
    const [entriesAdded, mostBatches] = [26 + 1, batches_at_least + fewest - 1];
    const least = Math.max(changed_at_least, entriesAdded - mostBatches);
    const most = Math.min(changed_at_least + fewest - 1, entriesAdded - 1);
    expect(most - least + 1).toBeGreaterThanOrEqual(7);
  });

  test('would find three omissions of a rule that is not named, if the sum were told exactly', () => {
    const report = reportOf({ first: 20, second: 3, added: 15, outage: 0, operator: 0, unchanged: 0 });
    expect(report.omissions).toEqual({ tallies_at_least: 20, leaves_at_least: 20, agree: true });
    expect(report.changes.map(({ rule, at_least }) => [rule, at_least])).toEqual([
      ['ee.rule.1', 20],
      [null, 10],
    ]);
    expect(23 - 20).toBe(3);
  });
});
