import { type Reconciled, type ShardAudit } from '@parlance/log/node';

export interface NamedAudit extends ShardAudit {
  /** Of the folder. */
  readonly name: string;
}

/** Each fault with its code and place, the sums, and what was not checked. */
export function auditReport({ name, origin, size, faults, notChecked, ...totals }: NamedAudit): string {
  const head =
    size === null
      ? `${name}: no checkpoint that verifies`
      : `${origin ?? name}: ${String(size)} leaves, ${totals.batches} batches, ${totals.answers} answers`;
  return [
    head,
    // The names of files are whatever the operator called them.
    ...faults.map(({ code, path, expected, received }) =>
      `FAULT ${code} ${path}: expected ${expected}, received ${received}`.replaceAll(/\p{C}/gu, '?'),
    ),
    `omissions: ${sums(totals.omissions)}`,
    `additions: ${sums(totals.additions)}`,
    ...notChecked.map(({ part, why }) => `not checked: ${part}: ${why}`),
    faults.length === 0 ? 'no faults' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
    '',
  ].join('\n');
}

function sums({ tallies, leaves, notices }: Reconciled): string {
  return `${tallies} in tallies, ${leaves} in leaves, ${notices === null ? 'unknown' : String(notices)} in notices to readers`;
}
