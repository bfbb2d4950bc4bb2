import { type KeyId, type TenantId } from './schema.ts';

/** What one key used on one day in one language. */
export interface UsageRow extends UsageCounts {
  readonly tenant: TenantId;
  readonly key: KeyId;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** BCP 47. */
  readonly language: string;
}

export interface UsageCounts {
  readonly requests: bigint;
  readonly inputTokens: bigint;
  readonly outputTokens: bigint;
  /** Omissions and additions that were made and told. */
  readonly omitted: bigint;
  readonly added: bigint;
}

export function addCounts(left: UsageCounts, right: UsageCounts): UsageCounts {
  return {
    requests: left.requests + right.requests,
    inputTokens: left.inputTokens + right.inputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    omitted: left.omitted + right.omitted,
    added: left.added + right.added,
  };
}

/** One text for one row of the table `usage_day`; none of the parts holds a blank. */
export function usageName({ tenant, key, day, language }: UsageRow): string {
  return `${tenant} ${key} ${day} ${language}`;
}

/**
 * One row for each name, in the order of the names: a statement may touch a row once, and two servers that touch the same
 * rows in the same order cannot block each other.
 */
export function mergeUsage(rows: readonly UsageRow[]): readonly UsageRow[] {
  const merged = new Map<string, UsageRow>();
  for (const row of rows) {
    const name = usageName(row);
    const before = merged.get(name);
    merged.set(name, before === undefined ? row : { ...row, ...addCounts(before, row) });
  }
  return [...merged.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}
