import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockLength, type PositionBlock } from '../../store/position-block.ts';
import { type BlockPlace } from '../../store/register-row.ts';
import { type Cell } from '../cube/cell.ts';
import { inTens, type ToldClass } from '../cube/told-classes.ts';
import { type EntryPlace, listEntries } from './list-entries.ts';

const log = 'log.example/2026h2';
const month = '2026-11';
const newestKept = 9;

/** Cells by number, each with its positions, the smallest first. */
type Positions = readonly (readonly bigint[])[];

/** As the store answers. */
function storeOf(positions: Positions) {
  const blocksOf = (cell: number): readonly PositionBlock[] =>
    Array.from({ length: Math.ceil((positions[cell] ?? []).length / blockLength) }, (_, place) => ({
      cell,
      positions: (positions[cell] ?? []).slice(place * blockLength, (place + 1) * blockLength),
    }));
  let reads = 0;
  return {
    reads: () => reads,
    blocks({ cells, from, before }: BlockPlace): Promise<readonly PositionBlock[]> {
      reads++;
      const found = cells.flatMap((cell) =>
        blocksOf(cell)
          .filter((block) => (block.positions[0] ?? 0n) < before)
          .toReversed()
          .slice(0, 2)
          .filter((block) => (block.positions.at(-1) ?? 0n) >= from),
      );
      return Promise.resolve(found);
    },
  };
}

/** Each cell is a class. */
function classesOf(positions: Positions): readonly ToldClass<Cell>[] {
  const label = { month, kind: 'omit', type: null, subject: null, language: null, sector: null } as const;
  return positions.map((places, number) => {
    const subject = { kind: 'omit', type: 'gambling', cause: 'charter', basis: null, authority: null, rule: 'r', pack: 'ee' } as const;
    const cell: Cell = {
      ...{ log, cell: number, month, subjectKey: '', subject, language: null, sector: null },
      ...{ count: places.length, newest: places.slice(-newestKept) },
    };
    return { ...label, cells: [cell], told: inTens(places.length) };
  });
}

/** Without the newest beyond the last whole ten; the newest first. */
function expectedOf(positions: Positions): readonly bigint[] {
  const told = positions.flatMap((places) => places.slice(0, inTens(places.length)));
  return told.toSorted((left, right) => Number(right - left));
}

async function pagesOf(positions: Positions, most: number) {
  const [store, classes] = [storeOf(positions), classesOf(positions)];
  const listed: bigint[] = [];
  for (let before: EntryPlace | null = null; ;) {
    const { entries, hasMore } = await listEntries({ store, months: [classes], before, most });
    listed.push(...entries.map(({ position }) => position));
    before = entries.at(-1) ?? null;
    if (!hasMore || before === null) return { listed, reads: store.reads() };
  }
}

/** Some dense, some with wide gaps, so that no one stretch fits all. */
const somePositions = fc
  .array(
    fc.record({
      first: fc.nat(5000),
      gaps: fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4000 })), { maxLength: 150 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((cells) =>
    cells.map(({ first, gaps }) => {
      let position = BigInt(first);
      return gaps.map((gap) => (position += BigInt(gap)));
    }),
  );

test('every told entry is listed once, the newest first, whatever the gaps between them and however long the pages', async () => {
  await fc.assert(
    fc.asyncProperty(somePositions, fc.integer({ min: 10, max: 60 }), async (positions, most) => {
      expect((await pagesOf(positions, most)).listed).toEqual(expectedOf(positions));
    }),
    { numRuns: 300 },
  );
});

test('entries that are far from each other take few reads', async () => {
  const positions = [Array.from({ length: 20 }, (_, place) => BigInt(place + 1) * 1_000_000n)];
  const { listed, reads } = await pagesOf(positions, 50);
  expect(listed).toHaveLength(20);
  expect(reads).toBeLessThan(8);
});
