import { type MonthFacts, newMonth } from './month-facts.ts';

export { type MonthFacts } from './month-facts.ts';

/** A month may have batches in two logs, at the turn of a half-year. */
export function mergeMonths(month: string, parts: readonly MonthFacts[]): MonthFacts {
  const sum = newMonth(month);
  for (const part of parts) {
    sum.batches += part.batches;
    sum.differing += part.differing;
    sum.answers += part.answers;
    sum.changed += part.changed;
    for (const of of ['omissions', 'additions'] as const) {
      sum[of].tallies += part[of].tallies;
      sum[of].leaves += part[of].leaves;
    }
    for (const [ending, count] of part.endings) sum.endings.set(ending, (sum.endings.get(ending) ?? 0) + count);
    for (const [name, cell] of part.cells) sum.cells.set(name, { ...cell, count: cell.count + (sum.cells.get(name)?.count ?? 0) });
    sum.others.push(...part.others);
  }
  return sum;
}

/** How many there are of each name; those without one are not counted. */
export function countByName<Item>(items: readonly Item[], nameOf: (item: Item) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
