import { expect, test } from 'vitest';
import { log, signedCheckpoint, witnesses } from '../../testing/actors.ts';
import { memoryTree, type MemoryTree } from '../../testing/memory-tree.ts';
import { consistencyProof, frontierOf, rootOf } from '../../tree/index.ts';
import { formatAddCheckpoint } from '../../witness/index.ts';
import { seededRandom } from '../files/testing/random.ts';
import { simulatedDisk } from '../files/testing/simulated-disk.ts';
import { ownerWith } from '../lock/testing/owner.ts';
import { answerAddCheckpoint, type Witness } from './witness-answer.ts';
import { openWitnessStore } from './witness-store.ts';

const largest = 12;
const histories = [memoryTree(largest), memoryTree(largest, (index) => Uint8Array.of(1, index))] as const;

/** Every request that a log with two histories can make, by history, old size and new size. */
const requests = await Promise.all(
  histories.flatMap((tree, history) =>
    Array.from({ length: largest * (largest + 1) }, async (_, place) => {
      const [from, to] = [place % (largest + 1), 1 + Math.floor(place / (largest + 1))];
      return { history, from, to, body: from <= to ? await bodyOf(tree, from, to) : '' };
    }),
  ),
);

async function bodyOf({ hashAt }: MemoryTree, from: number, to: number): Promise<string> {
  const checkpoint = await signedCheckpoint({ size: BigInt(to), root: rootOf(frontierOf(BigInt(to), hashAt)), cosigners: [] });
  return formatAddCheckpoint({ oldSize: BigInt(from), proof: consistencyProof(BigInt(from), BigInt(to), hashAt), checkpoint });
}

test('whatever is asked at once, whichever operation fails and whenever the power goes, one history is cosigned and it only grows', async () => {
  const random = seededRandom(2026);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  let [cosignedOften, grownOften] = [0, 0];
  for (let round = 0; round < 60; round++) {
    let disk = simulatedDisk();
    const cosigned: { readonly history: number; readonly to: number }[] = [];
    for (let life = 0; life < 4; life++) {
      const store = await openWitnessStore({ files: disk.files, folder: '/witness', owner: ownerWith('gone') });
      const witness: Witness = { signer: witnesses[0], logs: [log], store, now: () => new Date() };
      if (random() < 0.5) disk.failAt({ at: 1 + Math.floor(random() * 30), kind: random() < 0.5 ? 'stops' : 'short' });
      for (let turn = 0; turn < 4; turn++) {
        const size = Number(store.tree(log.name).size);
        const likely = requests.filter(({ from, to }) => from === size && to >= from);
        const asked = Array.from({ length: 3 }, () => pick(likely));
        await Promise.all(
          asked.map(async (request) => {
            const answer = await answerAddCheckpoint(witness, request?.body ?? '').catch(() => null);
            if (request !== undefined && answer?.status === 200) cosigned.push(request);
          }),
        );
      }
      disk.failAt(null);
      disk = disk.restart(pick(['nothing', 'lost', 'kept', 'mixed'] as const) ?? 'lost', random);
    }
    expect(new Set(cosigned.map(({ history }) => history)).size, `round ${round}`).toBeLessThanOrEqual(1);
    const sizes = cosigned.map(({ to }) => to);
    expect(sizes, `round ${round}`).toEqual([...sizes].sort((one, other) => one - other));
    cosignedOften += sizes.length;
    grownOften += new Set(sizes).size;
  }
  // It was a test of something.
  expect(cosignedOften).toBeGreaterThan(200);
  expect(grownOften).toBeGreaterThan(100);
});
