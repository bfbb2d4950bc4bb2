import { type ObjectionCount } from '../store/objection-row.ts';

/** Exact; or `1-9`, or the range of a sum that has such parts. */
type Told = number | string;

/** How many objections there are to one rule, as the public is told. */
export interface ToldCounts extends Readonly<Record<'received' | 'open' | 'overdue' | 'upheld' | 'corrected' | 'rejected', Told>> {
  readonly rule: string;
  readonly law: string | null;
}

/**
 * Exact from ten on; below, `1-9`. A sum that has such a part is told as the range that follows from its parts as they are told, `13-21` for 12 and `1-9`: whatever is told of it
 * says nothing that the parts do not, so that no subtraction gives one away. What is open and in time is such a part, although it is told within `open` alone.
 * The public log has a leaf for each decision, so that decided ones can be counted there exactly.
 */
export function toldCounts({ rule, law, open, overdue, upheld, corrected, rejected }: ObjectionCount): ToldCounts {
  const inTime = open - overdue;
  return {
    rule,
    law,
    received: told([inTime, overdue, upheld, corrected, rejected]),
    open: told([inTime, overdue]),
    overdue: told([overdue]),
    upheld: told([upheld]),
    corrected: told([corrected]),
    rejected: told([rejected]),
  };
}

function told(parts: readonly bigint[]): Told {
  const small = BigInt(parts.filter((part) => part > 0n && part < 10n).length);
  const exact = parts.filter((part) => part >= 10n).reduce((sum, part) => sum + part, 0n);
  return small === 0n ? Number(exact) : `${String(exact + small)}-${String(exact + 9n * small)}`;
}
