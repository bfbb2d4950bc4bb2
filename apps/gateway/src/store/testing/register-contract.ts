import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { blockLength } from '../position-block.ts';
import { type RegisterCell, type RegisterChange } from '../register-row.ts';
import { type Store } from '../store.ts';

const cellOf = (log: string, cell: number, more: Partial<RegisterCell> = {}): RegisterCell => ({
  ...{ log, cell, month: '2026-11', subject: `{"n":${cell}}`, language: cell === 0 ? null : 'et' },
  ...{ sector: cell === 0 ? 'education' : null, count: 3, newest: [1n, 2n, 2n ** 40n], changed: 10n },
  ...more,
});

const changeOf = (log: string, from: bigint, more: Partial<RegisterChange> = {}): RegisterChange => ({
  ...{ log, from, to: from + 10n, cells: [cellOf(log, 0), cellOf(log, 1)], struck: null },
  ...{ answers: new Map(), decisions: [] },
  added: [
    { cell: 0, positions: [from, from + 1n] },
    { cell: 1, positions: [from + 1n] },
  ],
  ...more,
});

const newLog = (): string => `log.example/${randomUUID()}`;

function blocksContract(store: () => Store): void {
  const register = () => store().register;

  test('blocks are filled before the next begins, and the last two before a place are given, the last first', async () => {
    const log = newLog();
    const positions = Array.from({ length: 3 * blockLength + 5 }, (_, place) => BigInt(place));
    const parts = [positions.slice(0, 7), positions.slice(7, 70), positions.slice(70)];
    for (const [part, added] of parts.entries())
      await register().apply(changeOf(log, BigInt(part * 10), { added: [{ cell: 0, positions: added }] }));
    const last = await register().blocks({ log, cells: [0], from: 0n, before: 2n ** 62n });
    expect(last.map((block) => [block.positions[0], block.positions.length])).toEqual([
      [96n, 5],
      [64n, blockLength],
    ]);
    expect((await register().blocks({ log, cells: [0], from: 0n, before: 33n })).map((block) => block.positions[0])).toEqual([32n, 0n]);
  });

  test('blocks that end before what is looked for are left out', async () => {
    const log = newLog();
    const places = [255n, 256n, 2n ** 40n];
    const added = places.map((position, cell) => ({ cell, positions: [1n, position] }));
    await register().apply(changeOf(log, 0n, { added }));
    const found = async (from: bigint) =>
      (await register().blocks({ log, cells: [0, 1, 2], from, before: 2n ** 62n })).map(({ cell }) => cell);
    expect([await found(255n), await found(256n), await found(257n), await found(2n ** 41n)]).toEqual([[0, 1, 2], [1, 2], [2], []]);
  });
}

/** What every store promises of the register. */
export function registerContract(store: () => Store): void {
  const register = () => store().register;
  const cellsOf = async (log: string) => (await register().cells()).filter((cell) => cell.log === log);

  test('what was applied is there, with positions that are larger than a number of JSON', async () => {
    const log = newLog();
    expect(await register().apply(changeOf(log, 0n))).toBe(true);
    expect((await register().sizes()).get(log)).toBe(10n);
    expect(await cellsOf(log)).toEqual([cellOf(log, 0), cellOf(log, 1)]);
    expect(await register().blocks({ log, cells: [0, 1, 7], from: 0n, before: 2n ** 62n })).toEqual([
      { cell: 0, positions: [0n, 1n] },
      { cell: 1, positions: [1n] },
    ]);
  });

  test('a stretch is applied once, also by two at once, and in its place alone', async () => {
    const log = newLog();
    const both = await Promise.all([register().apply(changeOf(log, 0n)), register().apply(changeOf(log, 0n))]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await register().apply(changeOf(log, 20n))).toBe(false);
    expect(await register().apply(changeOf(log, 10n))).toBe(true);
    expect(await register().blocks({ log, cells: [1], from: 0n, before: 2n ** 62n })).toEqual([{ cell: 1, positions: [1n, 11n] }]);
  });

  test('what changed is told from the size that is known on, all of a log that is not', async () => {
    const [log, other] = [newLog(), newLog()];
    const first = [cellOf(log, 0, { changed: 9n }), cellOf(log, 1, { changed: 10n })];
    await register().apply(changeOf(log, 0n, { cells: first }));
    await register().apply(changeOf(log, 10n, { cells: [cellOf(log, 1, { changed: 11n }), cellOf(log, 2, { changed: 20n })] }));
    await register().apply(changeOf(other, 0n));
    const since = async (...known: [string, bigint][]) =>
      (await register().changedCells(new Map(known))).filter((cell) => [log, other].includes(cell.log));
    const now = [first[0], cellOf(log, 1, { changed: 11n }), cellOf(log, 2, { changed: 20n })];
    expect((await since([other, 10n])).map(({ cell }) => cell)).toEqual([0, 1, 2]);
    expect(await since([other, 10n])).toEqual(now);
    expect((await since([log, 9n], [other, 10n])).map(({ cell }) => cell)).toEqual([1, 2]);
    expect((await since([log, 11n], [other, 10n])).map(({ cell }) => cell)).toEqual([2]);
    expect(await since([log, 20n], [other, 10n])).toEqual([]);
    expect((await since([log, 20n])).map((cell) => cell.log)).toEqual([other, other]);
  });

  describe('where to look for entries', () => {
    blocksContract(store);
  });

  describe('what rates are made of', () => {
    totalsContract(store);
  });

  describe('an entry that is struck', () => {
    struckContract(store);
  });

  test('nothing is left when it is dropped', async () => {
    const log = newLog();
    await register().apply(changeOf(log, 0n));
    await register().drop();
    expect([
      (await register().sizes()).size,
      await register().cells(),
      await register().blocks({ log, cells: [0], from: 0n, before: 99n }),
    ]).toEqual([0, [], []]);
    expect(await register().totals()).toEqual({ answers: new Map(), decisions: [] });
    expect(await register().apply(changeOf(log, 0n))).toBe(true);
  });
}

function struckContract(store: () => Store): void {
  const register = () => store().register;
  test('is gone from its cells, and the next block begins as before', async () => {
    const log = newLog();
    await register().apply(changeOf(log, 0n));
    const struck = { position: 1n, cells: [0, 1] };
    expect(await register().apply(changeOf(log, 10n, { added: [], struck }))).toBe(true);
    expect([await register().isStruck(log, 1n), await register().isStruck(log, 0n)]).toEqual([true, false]);
    expect(await register().blocks({ log, cells: [0, 1], from: 0n, before: 2n ** 62n })).toEqual([{ cell: 0, positions: [0n] }]);
    await register().apply(changeOf(log, 20n));
    expect(await register().blocks({ log, cells: [0, 1], from: 0n, before: 2n ** 62n })).toEqual([
      { cell: 0, positions: [0n, 20n, 21n] },
      { cell: 1, positions: [21n] },
    ]);
  });
}

function totalsContract(store: () => Store): void {
  const register = () => store().register;
  test('answers of a month are added up over stretches and logs, and a decision counts once', async () => {
    await register().drop();
    const [log, other] = [newLog(), newLog()];
    const decision = { decision: 'd1', rule: 'ee.rule.1', outcome: 'upheld' } as const;
    const answers = new Map([
      ['2026-10', 5],
      ['2026-11', 2 ** 40],
    ]);
    await register().apply(changeOf(log, 0n, { answers, decisions: [decision] }));
    await register().apply(changeOf(log, 10n, { answers, decisions: [decision, { ...decision, decision: 'd2' }] }));
    await register().apply(
      changeOf(other, 0n, {
        answers: new Map([['2026-10', 1]]),
        decisions: [decision, { ...decision, decision: 'd3', outcome: 'rejected' }, { ...decision, decision: 'leaf 4' }],
      }),
    );
    await register().apply(changeOf(log, 20n, { decisions: [{ ...decision, decision: 'leaf 4' }] }));
    const totals = await register().totals();
    expect([...totals.answers].toSorted()).toEqual([
      ['2026-10', 11],
      ['2026-11', 2 ** 41],
    ]);
    expect(totals.decisions).toEqual([
      { rule: 'ee.rule.1', outcome: 'rejected', count: 1 },
      { rule: 'ee.rule.1', outcome: 'upheld', count: 4 },
    ]);
  });
}
