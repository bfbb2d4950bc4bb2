/** `2026-11-21T13Z`; nothing in the log is told more exactly. */
export function hourOf(date: Date): string {
  return `${date.toISOString().slice(0, '2026-11-21T13'.length)}Z`;
}

/** `2026h2`: the half-year whose log an answer goes to. */
export function shardOf(date: Date): string {
  return `${date.getUTCFullYear()}h${date.getUTCMonth() < 6 ? 1 : 2}`;
}
