/** Where a log of this server is read: `log.example/2026h2` has its newest state at `/log/2026h2/checkpoint`. */
export function checkpointAddress(log: string): string {
  const shard = log.split('/').at(-1) ?? '';
  return /^\d{4}h[12]$/.test(shard) ? `/log/${shard}/checkpoint` : '/log/checkpoint';
}

/** How such a log is read, by its specification. */
export const logSpecification = 'https://c2sp.org/tlog-tiles';
