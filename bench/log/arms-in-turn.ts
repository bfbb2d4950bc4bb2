import { type Random, shuffled } from '../gateway/random.ts';
import { median } from '../gateway/statistics.ts';

/** What each arm gave in each round. */
export type Rounds<Name extends string> = readonly Readonly<Record<Name, readonly number[]>>[];

export interface TurnOptions {
  readonly rounds: number;
  /** Turns of each arm in a round. */
  readonly slices: number;
  readonly random: Random;
}

/** A machine that is shared changes its pace within a second: the arms take turns in slices and in random order, so that each meets the same moments. */
export async function inTurns<Name extends string>(
  arms: Readonly<Record<Name, () => Promise<readonly number[]>>>,
  { rounds, slices, random }: TurnOptions,
): Promise<Rounds<Name>> {
  const names = Object.keys(arms) as Name[];
  const all: Record<Name, readonly number[]>[] = [];
  for (let round = 0; round < rounds; round++) {
    const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, readonly number[]>;
    for (let slice = 0; slice < slices; slice++) {
      for (const name of shuffled(names, random)) samples[name] = [...samples[name], ...(await arms[name]())];
    }
    all.push(samples);
  }
  return all;
}

/** The value below which a share of the values lies; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** How much an arm differs from itself. */
export function differenceOf<Name extends string>(rounds: Rounds<Name>, one: Name, again: Name): number {
  return Math.abs(median(rounds.map((round) => median(round[again]) / median(round[one]))) - 1);
}
