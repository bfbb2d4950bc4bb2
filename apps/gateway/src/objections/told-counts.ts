import { type ObjectionCount } from '../store/objection-row.ts';

/** None; or the ten in which the number lies, `1-9`, `20-29`, and of a sum the range of its parts. */
type Told = 0 | string;

/** How many objections there are to one rule, as the public is told. */
export interface ToldCounts extends Readonly<Record<'received' | 'open' | 'overdue' | 'upheld' | 'corrected' | 'rejected', Told>> {
  readonly rule: string;
  readonly law: string | null;
}

/**
 * In tens, so that whoever writes the numbers down every day cannot watch single objections come. A sum is told as the range that follows from its parts as they are told, `11-28` for
 * `10-19` and `1-9`: whatever is told of it says nothing that the parts do not, so that no subtraction gives one away. What is open and in time is such a part, although it is told within
 * `open` alone. The public log has a leaf for each decision, so that decided ones can be counted there exactly.
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
  const counted = parts.filter((part) => part > 0n);
  if (counted.length === 0) return 0;
  const tens = counted.map((part) => part - (part % 10n));
  const least = tens.reduce((sum, ten) => sum + (ten === 0n ? 1n : ten), 0n);
  const most = tens.reduce((sum, ten) => sum + ten + 9n, 0n);
  return `${String(least)}-${String(most)}`;
}
