import { type Country } from '../country/country.ts';

/** Milliseconds. */
const day = 86_400_000;

/** Days in which objections are answered where the pack says nothing: the service's own word, and marked as that. */
export const ownDays = 30;

/** Days for which what was written is kept after the decision where neither pack nor organisation allows fewer. */
const mostKeptDays = 90;

/** Days for which what was written is kept after the decision. */
export function keptDays({ pack, organisation }: Pick<Country, 'pack' | 'organisation'>): number {
  return Math.min(mostKeptDays, pack.privacy.retention.max_days, organisation.retention_days ?? mostKeptDays);
}

/** `YYYY-MM-DD`, so many days after another. */
export function daysAfter(from: string, count: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + count * day).toISOString().slice(0, 10);
}
