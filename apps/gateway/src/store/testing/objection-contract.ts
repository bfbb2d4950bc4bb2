import { randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type NewObjection, type StoredObjection } from '../objection-row.ts';
import { type Store } from '../store.ts';

const many = 1_000_000;

export const newObjection = (parts: Partial<NewObjection> = {}): NewObjection => ({
  codeHash: randomBytes(32),
  rule: `ee.law.${randomUUID()}`,
  version: '2026.11.2',
  pack: 'sha256:0',
  law: 'Act, § 1 (EE)',
  office: 'Chancellor',
  answer: '7.chatcmpl-x',
  reason: 'needed',
  language: 'et',
  received: '2026-03-01',
  due: '2026-03-31',
  keptDays: 90,
  text: 'Mul on seda vaja.',
  ...parts,
});

const decision = { day: '2026-04-01', by: null, reasons: 'Because.', statedBy: 'log.example', keptDays: 90 } as const;

export const decisionOf = (number: bigint) => ({ number, outcome: 'rejected', ...decision }) as const;

async function added({ objections }: Store, parts: Partial<NewObjection> = {}): Promise<StoredObjection> {
  const objection = newObjection(parts);
  expect(await objections.add(objection, many)).toBe('added');
  const found = await objections.findByCode(objection.codeHash);
  if (found === null) throw new Error('it is not there');
  return found;
}

/** What every store promises of objections. The table may have others already. */
export function objectionContract(store: () => Store): void {
  const objections = () => store().objections;
  takingContract(objections);
  decisionContract(store);
  listContract(store);
}

function takingContract(objections: () => Store['objections']): void {
  test('an objection is found by the hash of its code and by its number, as it was taken, and waits', async () => {
    const { codeHash, keptDays, ...given } = newObjection({ law: null, office: null, answer: null });
    await objections().add({ codeHash, keptDays, ...given }, many);
    const found = await objections().findByCode(codeHash);
    expect(found).toEqual({ ...given, number: expect.any(BigInt) as bigint, isSealed: false, decision: null });
    expect(found !== null && (await objections().find(found.number))).toEqual(found);
  });

  test.each([[new Uint8Array()], [new Uint8Array(32)], [new Uint8Array(33)]])('a hash that nobody has finds nothing', async (codeHash) => {
    expect(await objections().findByCode(codeHash)).toBeNull();
  });

  test('one code is one objection, however often and closely it comes, and the first stays', async () => {
    const first = newObjection();
    const results = await Promise.all([first, first, first].map((each) => objections().add(each, many)));
    expect(results.filter((result) => result === 'added')).toHaveLength(1);
    expect(results.filter((result) => result === 'known')).toHaveLength(2);
    expect(await objections().add({ ...first, text: 'Something else.' }, many)).toBe('known');
    expect((await objections().findByCode(first.codeHash))?.text).toBe(first.text);
  });

  test('where so many wait none is taken, and one that is known is known all the same', async () => {
    const first = newObjection();
    await objections().add(first, many);
    const second = newObjection();
    expect(await objections().add(second, 1)).toBe('full');
    expect(await objections().findByCode(second.codeHash)).toBeNull();
    expect(await objections().add(first, 1)).toBe('known');
  });

  test('an error holds nothing of what was written', async () => {
    const error: unknown = await objections()
      .add(newObjection({ office: 'canary-748159 \0' }), many)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'store_unavailable' });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
  });
}

function decisionContract(store: () => Store): void {
  const objections = () => store().objections;

  test('an objection is decided once', async () => {
    const { number } = await added(store());
    const decide = (outcome: 'upheld' | 'rejected') => objections().decide({ number, outcome, ...decision });
    expect((await Promise.all([decide('upheld'), decide('rejected')])).filter(Boolean)).toHaveLength(1);
    expect(await decide('rejected')).toBe(false);
    await objections().noteLeaf({ number, log: 'log.example/2026h1', position: 41n });
    const { outcome, id, ...told } = (await objections().find(number))?.decision ?? {};
    expect(['upheld', 'rejected']).toContain(outcome);
    const leaf = { log: 'log.example/2026h1', position: 41n };
    expect(told).toEqual({ day: '2026-04-01', by: null, reasons: 'Because.', statedBy: 'log.example', leaf });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('one that is decided is unlogged until its leaf is noted', async () => {
    const { number } = await added(store());
    const isUnlogged = async () => (await objections().unlogged(many)).some((each) => each.number === number);
    expect(await isUnlogged()).toBe(false);
    await objections().decide({ number, outcome: 'upheld', ...decision });
    expect(await isUnlogged()).toBe(true);
    await objections().noteLeaf({ number, log: 'log.example/2026h1', position: 42n });
    expect(await isUnlogged()).toBe(false);
  });

  test('one that is not there cannot be decided', async () => {
    expect(await objections().decide({ number: 2n ** 62n, outcome: 'upheld', ...decision })).toBe(false);
    expect(await objections().find(2n ** 62n)).toBeNull();
  });

  test('texts are deleted on their day and not before, and the outcome stays', async () => {
    const { number } = await added(store());
    const waiting = await added(store());
    await objections().decide({ number, outcome: 'corrected', ...decision });
    await objections().forget('2026-06-29', '2020-01-01');
    expect(await objections().find(number)).toMatchObject({ text: 'Mul on seda vaja.', decision: { reasons: 'Because.' } });
    expect(await objections().forget('2026-06-30')).toBeGreaterThanOrEqual(1n);
    expect(await objections().find(number)).toMatchObject({ text: null, decision: { outcome: 'corrected', reasons: null } });
    expect(await objections().find(waiting.number)).toEqual(waiting);
  });

  test.each([
    ['more than hold at the decision', 120, '2026-06-30'],
    ['fewer than hold at the decision', 30, '2026-05-01'],
  ])('texts of a person who was told of %s days are deleted by the fewer', async (_title, keptDays, day) => {
    const { number } = await added(store(), { keptDays });
    await objections().decide({ number, outcome: 'rejected', ...decision });
    await objections().forget(dayBefore(day));
    expect(await objections().find(number)).toMatchObject({ text: 'Mul on seda vaja.' });
    await objections().forget(day);
    expect(await objections().find(number)).toMatchObject({ text: null });
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function listContract(store: () => Store): void {
  const objections = () => store().objections;
  const countsOf = async (rule: string, day: string) => (await objections().counts(day)).filter((count) => count.rule === rule);

  test('a list has those that wait, the ones that are due first; a longer one has the decided behind them', async () => {
    const late = await added(store(), { due: '2026-03-30' });
    const early = await added(store(), { due: '2026-03-02' });
    const done = await added(store(), { due: '2026-03-01' });
    await objections().decide({ number: done.number, outcome: 'rejected', ...decision });
    const ours = [late, early, done].map(({ number }) => number);
    const numbers = async (state: 'open' | 'all') => (await objections().list({ state, most: many })).map(({ number }) => number);
    expect((await numbers('open')).filter((number) => ours.includes(number))).toEqual([early.number, late.number]);
    expect((await numbers('all')).filter((number) => ours.includes(number))).toEqual([early.number, late.number, done.number]);
    expect(await objections().list({ state: 'all', most: 1 })).toHaveLength(1);
  });

  test('counts are of the days before, by rule, and say what waits too long', async () => {
    const rule = `ee.law.${randomUUID()}`;
    const one = await added(store(), { rule });
    await added(store(), { rule, due: '2026-03-10' });
    await added(store(), { rule, received: '2026-03-20' });
    await objections().decide({ number: one.number, outcome: 'upheld', ...decision, day: '2026-03-15' });
    const none = { rule, law: 'Act, § 1 (EE)', upheld: 0n, corrected: 0n, rejected: 0n };
    expect(await countsOf(rule, '2026-03-01')).toEqual([]);
    expect(await countsOf(rule, '2026-03-15')).toEqual([{ ...none, received: 2n, open: 2n, overdue: 1n }]);
    expect(await countsOf(rule, '2026-03-21')).toEqual([{ ...none, received: 3n, open: 2n, overdue: 1n, upheld: 1n }]);
  });
}
