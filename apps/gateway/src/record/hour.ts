const hour = 3_600_000;
let last = { number: NaN, text: '' };

/** `2026-11-21T13Z`; nothing in the log is told more exactly. */
export function hourOf(date: Date): string {
  // Each answer asks for it, and hardly ever for another one than the last.
  const number = Math.floor(date.getTime() / hour);
  if (number !== last.number) last = { number, text: `${date.toISOString().slice(0, '2026-11-21T13'.length)}Z` };
  return last.text;
}

/** `2026h2`: the half-year whose log an answer goes to. */
export function shardOf(date: Date): string {
  return `${date.getUTCFullYear()}h${date.getUTCMonth() < 6 ? 1 : 2}`;
}
