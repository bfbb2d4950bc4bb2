import { join } from 'node:path';
import { encodeLeaf, hashLeaf, signerOf } from '@parlance/log';
import { createLogWriter, nodeFiles } from '@parlance/log/node';
import { type Random } from '../gateway/random.ts';
import { estimate, type Estimate, median } from '../gateway/statistics.ts';
import { differenceOf, inTurns } from './arms-in-turn.ts';
import { releaseLeaves } from './sample-leaves.ts';

export interface AddFigures {
  readonly adds_per_s_process: Estimate;
  readonly hashes_per_s: Estimate;
  /** Time of an added leaf over that of hashing it. */
  readonly adds_ratio: Estimate;
  readonly adds_aa: number;
}

export interface AddOptions {
  readonly folder: string;
  readonly rounds: number;
  readonly random: Random;
}

/** Leaves in one write. */
export const leavesTogether = 4096;

/** The writer of the log on a real disk, in batches, against hashing the same leaves and nothing else. */
export async function measureAdds({ folder, rounds, random }: AddOptions): Promise<AddFigures> {
  const origin = 'log.example/2026h2';
  const signer = await signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(5) });
  const writer = await createLogWriter({ files: nodeFiles, folder: join(folder, 'adds'), origin, signer, now: () => new Date() });
  const leaves = releaseLeaves(leavesTogether).map(encodeLeaf);
  const perSecond = async (batches: number, work: () => unknown): Promise<readonly number[]> => {
    const began = performance.now();
    for (let batch = 0; batch < batches; batch++) await work();
    return [(batches * leaves.length * 1000) / (performance.now() - began)];
  };
  const hash = () => perSecond(10, () => leaves.map(hashLeaf));
  const arms = { adds: () => perSecond(3, () => writer.add(leaves)), hashes: hash, hashesAgain: hash };
  await inTurns(arms, { rounds: 1, slices: 2, random });
  const found = await inTurns(arms, { rounds, slices: 3, random });
  await writer.close();
  return {
    adds_per_s_process: estimate(found.map(({ adds }) => median(adds))),
    hashes_per_s: estimate(found.map(({ hashes }) => median(hashes))),
    adds_ratio: estimate(found.map(({ adds, hashes, hashesAgain }) => (median(hashes) + median(hashesAgain)) / 2 / median(adds))),
    adds_aa: differenceOf(found, 'hashes', 'hashesAgain'),
  };
}
