import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Leaf, type LeafOf } from '@parlance/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PositionBlock } from '../../store/position-block.ts';
import { openStore, type Store } from '../../store/store.ts';
import { type Cell } from '../cube/cell.ts';
import { chosenClasses, type Months, toldSum } from '../cube/choose-classes.ts';
import { fewest, type ToldClass } from '../cube/told-classes.ts';
import { type EntryPlace, listEntries } from '../list/list-entries.ts';
import { registerView } from '../list/register-view.ts';
import { editOf, madeLeaves, mediationOf, tallyOf, writeLog } from '../testing/made-log.ts';
import { type FollowedLog, followLog, type KeptBook } from './follow-log.ts';

let folder: string;
let store: Store;
const folders: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-register-'));
  store = await openStore({ databaseUrl: null, dataFolder: folder });
});
afterAll(async () => {
  await store.close();
  for (const each of [folder, ...folders]) rmSync(each, { recursive: true });
});

async function logOf(leaves: Iterable<Leaf>): Promise<FollowedLog> {
  const made = mkdtempSync(join(tmpdir(), 'parlance-register-log-'));
  folders.push(made);
  return writeLog(made, leaves);
}

/** Everything that the register holds, as text. */
async function everything(log: FollowedLog): Promise<string> {
  const cells = await store.register.cells();
  const blocks = await blocksOf(
    log,
    cells.map(({ cell }) => cell),
  );
  const show = (value: unknown): string =>
    JSON.stringify(value, (_name, member: unknown) => (typeof member === 'bigint' ? String(member) : member));
  const { answers, decisions } = await store.register.totals();
  return show([[...(await store.register.sizes())], cells, blocks, [...answers].toSorted(), decisions]);
}

async function blocksOf(
  { log }: Pick<FollowedLog, 'log'>,
  cells: readonly number[],
  before = 2n ** 62n,
): Promise<readonly PositionBlock[]> {
  const found = await store.register.blocks({ log, cells, from: 0n, before });
  const older: PositionBlock[] = [];
  for (const { cell, positions } of found.filter(({ cell }, place) => cell === found[place - 1]?.cell))
    older.push(...(await blocksOf({ log }, [cell], positions[0])));
  return [...found, ...older];
}

async function rebuilt(log: FollowedLog, step: number): Promise<string> {
  await store.register.drop();
  await followLog(log, { store: store.register, step });
  return everything(log);
}

async function listed(months: Months<ToldClass<Cell>>, most = 50) {
  const entries = [];
  for (let before: EntryPlace | null = null; ;) {
    const list = await listEntries({ store: store.register, months, before, most });
    entries.push(...list.entries);
    const last: EntryPlace | undefined = list.entries.at(-1);
    if (!list.hasMore || last === undefined) return entries;
    before = last;
  }
}

describe('the register of a log', () => {
  let log: FollowedLog;
  let once: string;

  beforeAll(async () => {
    log = await logOf(madeLeaves(1500));
    once = await rebuilt(log, 100_000);
  });

  test.each([1000, 257, 64])('is the same, to the byte, however it is read: dropped and rebuilt in steps of %i', async (step) => {
    expect(await rebuilt(log, step)).toBe(once);
  });

  test('is the same when it was read while the log grew, and read by two at once', async () => {
    await store.register.drop();
    for (const part of [1n, 300n, 1111n]) await followLog({ ...log, size: part }, { store: store.register, step: 50 });
    await Promise.all([1, 2].map(() => followLog(log, { store: store.register, step: 100 })));
    expect(await everything(log)).toBe(once);
  });

  test('is the same when its cells are kept from one look to the next, also when another goes on in between', async () => {
    await store.register.drop();
    const books = new Map<string, KeptBook>();
    let reads = 0;
    const cells = () => {
      reads++;
      return store.register.cells();
    };
    const follow = (size: bigint) => followLog({ ...log, size }, { store: { ...store.register, cells }, step: 50, books });
    for (const size of [1n, 300n, 700n]) await follow(size);
    expect(reads).toBe(1);
    await followLog({ ...log, size: 900n }, { store: store.register, step: 100 });
    await follow(log.size);
    expect(reads).toBe(2);
    expect(await everything(log)).toBe(once);
  });

  test('lists what it counts, each class in whole tens, the newest first, in pages without gaps or repeats', async () => {
    const { months } = await registerView(store.register).now();
    const classes = months.flat();
    const all = await listed(months);
    expect(all).toHaveLength(toldSum(months));
    const places = all.map(({ month, position }) => `${month} ${String(position).padStart(9, '0')}`);
    expect(places).toEqual(places.toSorted().reverse());
    for (const told of classes) expect(all.filter((entry) => entry.told === told)).toHaveLength(told.told);
    // An answer that two rules changed has two entries.
    for (const told of classes.filter(({ subject }) => subject !== null))
      expect(new Set(all.filter((entry) => entry.told === told).map(({ position }) => position)).size).toBe(told.told);
  });

  test.each([
    { language: 'et' },
    { type: 'gambling' },
    { kind: 'omit', language: 'et' },
    { sector: 'citizen-services' },
    { kind: 'add', month: '2026-09' },
  ])('lists of %j those alone', async (choice) => {
    const { months } = await registerView(store.register).now();
    const chosen = chosenClasses(months, choice);
    const entries = await listed(chosen, 7);
    expect(entries.length).toBeGreaterThanOrEqual(fewest);
    expect(entries).toHaveLength(toldSum(chosen));
    expect(entries.every(({ told }) => chosen.flat().includes(told))).toBe(true);
  });
});

describe('a correction', () => {
  const period = '2026-11-21T13Z';
  const answers = Array.from({ length: 70 }, (_, nth) => mediationOf(nth, { edits: [editOf(nth % 2), editOf(8)] }));
  const amend = (position: number, outcome: 'withdrawn' | 'replaced' | 'upheld'): Leaf => ({
    ...{ leaf: 'amend', v: 1, position: String(position), outcome, reason: 'court', authority: null },
    ...{ replacement: outcome === 'replaced' ? '0' : null, period: '2026-11-21' },
  });
  const before = [...answers, tallyOf(period, answers, 0)];
  const corrections = [amend(69, 'withdrawn'), amend(3, 'replaced'), amend(3, 'withdrawn'), amend(5, 'upheld'), amend(70, 'withdrawn')];
  const later = Array.from({ length: 40 }, (_, nth) => mediationOf(100 + nth, { edits: [editOf(8)] }));

  test('takes entries away once, also between others, and the register is the same however it is read', async () => {
    const log = await logOf([...before, ...corrections, ...later, tallyOf(period, later, 0), amend(40, 'withdrawn')]);
    const once = await rebuilt(log, 100_000);
    expect(await rebuilt(log, 7)).toBe(once);
    const cells = await store.register.cells();
    const [all] = cells.filter(({ subject }) => subject.includes('"ee.rule.8"'));
    expect(all?.count).toBe(70 + 40 - 3);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(140 + 40 - 6);
    expect(all?.newest.map(Number)).toEqual(Array.from({ length: 9 }, (_, place) => 70 + 6 + 40 - 9 + place));
    const held = (
      await blocksOf(
        log,
        cells.map(({ cell }) => cell),
      )
    ).flatMap(({ positions }) => positions);
    for (const gone of [69n, 3n, 40n]) expect(held).not.toContain(gone);
    expect(held.filter((position) => position === 5n)).toHaveLength(2);
  });
});

describe('what rates are made of', () => {
  const period = '2026-11-21T13Z';
  const digest = `sha256:${'0'.repeat(64)}`;
  const rule: Leaf = {
    ...{ leaf: 'rule', v: 1, kind: 'omit', id: 'ee.rule.1', version: '1', type: 'gambling', cause: 'law' },
    basis: { jurisdiction: 'EE', instrument: 'Act', article: '1', url: 'https://law.example/1' },
    ...{ authority: null, digest, pack: { id: 'ee', version: '1', digest }, in_force: '2026-01-01', review: null },
  };
  const objection = (about: number, outcome: 'upheld' | 'corrected' | 'rejected', decision?: string): LeafOf<'amend'> => ({
    ...{ leaf: 'amend', v: 1, position: String(about), outcome: `objection-${outcome}`, reason: 'complaint', authority: null },
    ...{ replacement: null, period: '2026-11-21', ...(decision !== undefined && { decision: decision.repeat(32) }) },
  });

  test('has the decisions about rules of an earlier log, which name them', async () => {
    const elsewhere = { log: 'log.example/2026h1', rule: 'ee.rule.9@2026.1.1', decision: 'e'.repeat(32) };
    const decisions: readonly Leaf[] = [
      { ...objection(4000, 'corrected'), ...elsewhere },
      { ...objection(0, 'corrected'), ...elsewhere },
    ];
    await rebuilt(await logOf([rule, ...decisions, tallyOf(period, [], 5)]), 1000);
    expect((await store.register.totals()).decisions).toEqual([{ rule: 'ee.rule.9', outcome: 'corrected', count: 1 }]);
  });

  test('is the answers of each month, and each decision once, however the log is read', async () => {
    const answers = [mediationOf(1), mediationOf(2)];
    const decisions = [
      ...[objection(0, 'upheld', 'a'), objection(0, 'upheld', 'a'), objection(0, 'rejected', 'b'), objection(0, 'upheld')],
      ...[objection(1, 'upheld', 'c'), objection(4000, 'upheld', 'd')],
    ];
    const log = await logOf([rule, ...answers, tallyOf(period, answers, 5), ...decisions, tallyOf('2026-12-01T00Z', [], 3)]);
    const once = await rebuilt(log, 1000);
    expect(await rebuilt(log, 3)).toBe(once);
    const totals = await store.register.totals();
    expect([...totals.answers].toSorted()).toEqual([
      ['2026-11', 7],
      ['2026-12', 3],
    ]);
    expect(totals.decisions).toEqual([
      { rule: 'ee.rule.1', outcome: 'rejected', count: 1 },
      { rule: 'ee.rule.1', outcome: 'upheld', count: 2 },
    ]);
  });
});

describe('a log that cannot be read', () => {
  test('is not gone on with when it is shorter than what was read of it', async () => {
    const log = await logOf(madeLeaves(300));
    await rebuilt(log, 100);
    const shorter = followLog({ ...log, size: 200n }, { store: store.register, step: 100 });
    await expect(shorter).rejects.toMatchObject({ code: 'register_ahead' });
  });

  test('is refused with the place, and what was read stays', async () => {
    const log = await logOf(madeLeaves(300));
    await store.register.drop();
    const missing = followLog({ ...log, size: 10_000n }, { store: store.register, step: 100 });
    await expect(missing).rejects.toMatchObject({ code: 'log_corrupt' });
    expect((await store.register.sizes()).get(log.log)).toBe(200n);
  });
});
