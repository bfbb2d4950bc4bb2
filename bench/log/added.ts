import { type PinnedProcess } from '../gateway/pinned-process.ts';
import { type Random } from '../gateway/random.ts';
import { estimate, type Estimate, median } from '../gateway/statistics.ts';
import { differenceOf, inTurns } from './arms-in-turn.ts';

export interface AddedFigures {
  readonly added_p50_ms: Estimate;
  readonly unrecorded_p50_ms: Estimate;
  readonly added_aa: number;
}

export interface RecordingArms {
  readonly client: PinnedProcess;
  readonly recorded: PinnedProcess;
  readonly unrecorded: PinnedProcess;
  readonly unrecordedAgain: PinnedProcess;
}

export interface AddedOptions {
  readonly rounds: number;
  readonly random: Random;
}

/** One request at a time, whole answers in which nothing is changed. */
const alone = { isGateway: true, isStream: false, connections: 1, chunks: 8, pace: 0 };
/** Milliseconds of a turn, of the time before it that is not counted, and of warming up. */
const [turn, uncounted, warmUp] = [120, 30, 4000];

export async function measureAdded(
  { client, recorded, unrecorded, unrecordedAgain }: RecordingArms,
  { rounds, random }: AddedOptions,
): Promise<AddedFigures> {
  const ask = async ({ address, key }: PinnedProcess, milliseconds: number, connections = 1): Promise<readonly number[]> => {
    const { latency, faults, sound, requests } = await client.load({ ...alone, address, key, milliseconds, connections });
    if (sound < requests) throw new Error(`a wrong answer: ${faults[0] ?? ''}`);
    return [latency];
  };
  const arm = (gateway: PinnedProcess) => async (): Promise<readonly number[]> => {
    await ask(gateway, uncounted);
    return ask(gateway, turn);
  };
  for (const gateway of [recorded, unrecorded, unrecordedAgain]) await ask(gateway, warmUp, 8);
  const arms = { recorded: arm(recorded), unrecorded: arm(unrecorded), unrecordedAgain: arm(unrecordedAgain) };
  const found = await inTurns(arms, { rounds, slices: 3, random });
  const without = found.map((round) => (median(round.unrecorded) + median(round.unrecordedAgain)) / 2);
  return {
    added_p50_ms: estimate(found.map((round, index) => median(round.recorded) - (without[index] ?? NaN))),
    unrecorded_p50_ms: estimate(without),
    added_aa: differenceOf(found, 'unrecorded', 'unrecordedAgain'),
  };
}
