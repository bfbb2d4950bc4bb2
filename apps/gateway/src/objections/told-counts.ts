import { type SizeBucket, sizeBucketOf } from '@parlance/log';
import { type ObjectionCount } from '../store/objection-row.ts';

type Told = number | SizeBucket;

/** How many objections there are to one rule, as the public is told. */
export interface ToldCounts extends Readonly<Record<'received' | 'open' | 'overdue' | 'upheld' | 'corrected' | 'rejected', Told>> {
  readonly rule: string;
  readonly law: string | null;
}

/**
 * Exact from ten on; below, as the log tells sizes. Where a part is small, what it is a part of is told by its size alone: else one would take the other parts away from the sum
 * and have it.
 */
export function toldCounts({ rule, law, received, open, overdue, upheld, corrected, rejected }: ObjectionCount): ToldCounts {
  return {
    rule,
    law,
    received: sumOf(received, [open, upheld, corrected, rejected]),
    open: sumOf(open, [overdue, open - overdue]),
    overdue: told(overdue),
    upheld: told(upheld),
    corrected: told(corrected),
    rejected: told(rejected),
  };
}

const isSmall = (count: bigint): boolean => count > 0n && count < 10n;

const told = (count: bigint): Told => (isSmall(count) ? sizeBucketOf(Number(count)) : Number(count));

function sumOf(sum: bigint, parts: readonly bigint[]): Told {
  return sum > 0n && parts.some(isSmall) ? sizeBucketOf(Number(sum)) : told(sum);
}
