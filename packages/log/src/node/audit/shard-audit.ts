import { type AuditFault } from './audit-fault.ts';

/** The same thing, counted from each place that tells it. */
export interface Reconciled {
  readonly tallies: number;
  /** Of mediation leaves. */
  readonly leaves: number;
  /** Of the notices that readers were given, by their receipts; null where there are no receipts. */
  readonly notices: number | null;
}

export interface NotChecked {
  readonly part: 'leaves' | 'receipts' | 'journal' | 'in-force' | 'decisions' | 'witnesses' | 'policy' | 'state';
  readonly why: string;
}

export interface ShardAudit {
  /** `log.example.org/2026h2`; null when no checkpoint says. */
  readonly origin: string | null;
  /** Leaves of the signed checkpoint; null when there is none that verifies. */
  readonly size: bigint | null;
  readonly faults: readonly AuditFault[];
  readonly notChecked: readonly NotChecked[];
  readonly batches: number;
  readonly answers: number;
  readonly omissions: Reconciled;
  readonly additions: Reconciled;
}
