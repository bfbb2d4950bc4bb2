import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError, digestOfText } from '@parlance/core';
import { decodeEntryBundle, type Leaf, parseLeaf } from '@parlance/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deciding, decisionDesk } from '../../apps/gateway/src/objections/decide-objection.ts';
import { buttonsOf, formOf, type Objecting, startObjecting } from './objecting.ts';

let place: Objecting;
let law: string;

beforeAll(async () => {
  place = await startObjecting();
  const answer = await place.post('/try', { text: 'A forbidden phrase.', q: 'x', lang: 'en', speed: 'instant' });
  law = buttonsOf(await answer.text())[0] ?? '';
});
afterAll(() => place.close());

async function objected(): Promise<bigint> {
  const { action, ticket } = formOf(await (await place.get(law)).text());
  place.pass(5_000);
  await place.post(action, { ticket });
  const [newest] = (await place.store.objections.list({ state: 'open', most: 10_000 })).toSorted((a, b) => Number(b.number - a.number));
  return newest?.number ?? 0n;
}

function leavesOf(folder: string, size: bigint): readonly Leaf[] {
  const bytes = readFileSync(join(folder, `tile/entries/000.p/${size}`));
  return decodeEntryBundle(bytes).flatMap((entry) => {
    const parsed = parseLeaf(entry);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Ids of the decisions that the log tells, in its order. */
function told(): readonly (string | undefined)[] {
  const { folder } = place.log;
  return leavesOf(folder, place.log.published().size).flatMap((leaf) => (leaf.leaf === 'amend' ? [leaf.decision] : []));
}

const desk = (parts: { readonly log?: Partial<Deciding['log']>; readonly objections?: Partial<Deciding['objections']> }) =>
  decisionDesk({
    objections: { ...place.store.objections, ...parts.objections },
    log: { ...place.log, ...parts.log },
    now: () => new Date('2026-11-21T10:00:00Z'),
    keptDays: () => 30,
  });

const decision = (number: bigint) => ({ number, outcome: 'upheld', reasons: 'It was wrong.', by: null }) as const;
const idOf = async (number: bigint) => (await place.store.objections.find(number))?.decision?.id;

describe('a decision has one leaf in the log, which has its id', () => {
  test('when nothing fails', async () => {
    const number = await objected();
    expect(await place.desk.decide(decision(number))).toMatchObject({ kind: 'decided' });
    expect(told().filter((id) => id !== undefined)).toContain(await idOf(number));
  });

  test('when a write fails after it has written', async () => {
    const number = await objected();
    const before = told().length;
    const addLeaves: Deciding['log']['addLeaves'] = async (leaves) => {
      await place.log.addLeaves(leaves);
      throw new CodedError('disk_failed', 'after the write');
    };
    expect(await desk({ log: { addLeaves } }).decide(decision(number))).toMatchObject({ kind: 'unlogged', why: 'unwritable' });
    const again = await place.desk.decide(decision(number));
    expect(again).toMatchObject({ kind: 'decided', objection: { decision: { leaf: { log: place.log.origin } } } });
    expect(told().slice(before)).toEqual([await idOf(number)]);
  });

  test('when the server breaks off before it notes where the leaf is, and states the rest at the next start', async () => {
    const number = await objected();
    const before = told().length;
    const noteLeaf = () => Promise.reject(new CodedError('store_unavailable', 'broke off'));
    await expect(desk({ objections: { noteLeaf } }).decide(decision(number))).rejects.toMatchObject({ code: 'store_unavailable' });
    expect((await place.store.objections.unlogged(100)).map((each) => each.number)).toEqual([number]);
    expect(await place.desk.stateUnlogged()).toBe(0);
    expect(told().slice(before)).toEqual([await idOf(number)]);
  });

  test('when the server breaks off before it writes, and nobody sends the decision again', async () => {
    const number = await objected();
    const before = told().length;
    const addLeaves = () => Promise.reject(new CodedError('disk_failed', 'before the write'));
    expect(await desk({ log: { addLeaves } }).decide(decision(number))).toMatchObject({ kind: 'unlogged' });
    const listed = (await (await place.office('?state=all')).json()) as { unlogged: readonly string[] };
    expect(listed.unlogged).toEqual([String(number)]);
    expect(await place.desk.stateUnlogged()).toBe(0);
    expect(told().slice(before)).toEqual([await idOf(number)]);
  });

  test('and none where a witness has seen another history, or the decision is of the server of another log', async () => {
    const number = await objected();
    const before = told().length;
    expect(await desk({ log: { hasFork: () => true } }).decide(decision(number))).toMatchObject({ kind: 'unlogged', why: 'forked' });
    const other = desk({ log: { origin: 'other.example/2026h2' } });
    expect(await other.decide(decision(number))).toMatchObject({ kind: 'unlogged', why: 'elsewhere' });
    expect(await other.stateUnlogged()).toBe(1);
    expect(told()).toHaveLength(before);
    expect(await place.desk.stateUnlogged()).toBe(0);
  });
});

describe('a decision about a rule that another version replaced before the half-year', () => {
  test('is told in the present log, which names the former one and the rule', async () => {
    const turning = await startObjecting();
    const { log, country, store } = turning;
    const asked = await turning.post('/try', { text: 'A forbidden phrase.', q: 'x', lang: 'en', speed: 'instant' });
    const { action, ticket } = formOf(await (await turning.get(buttonsOf(await asked.text())[0] ?? '')).text());
    turning.pass(5_000);
    const sent = await turning.post(action, { ticket });
    const [page = ''] = /\/object\/[\w-]+/.exec(await sent.text()) ?? [];
    const former = log.origin;
    await log.putInForce({ pack: { ...country.pack, version: '9.0.0', digest: digestOfText('9.0.0') }, release: null });
    turning.pass(60 * 86_400_000);
    await log.drain();
    expect(log.origin).not.toBe(former);
    const [objection] = await store.objections.list({ state: 'open', most: 10 });
    expect(await turning.desk.decide(decision(objection?.number ?? 0n))).toMatchObject({ kind: 'decided' });
    const amends = leavesOf(log.folder, log.published().size).filter(({ leaf }) => leaf === 'amend');
    const version = objection?.version ?? '';
    expect(amends).toMatchObject([{ log: former, rule: `ee.law.1.words@${version}`, outcome: 'objection-upheld' }]);
    const older = log.shards().filter(({ folder }) => folder !== log.folder);
    const named = older.flatMap((shard) => leavesOf(shard.folder, shard.published().size));
    const [position] = amends.map((leaf) => (leaf.leaf === 'amend' ? Number(leaf.position) : -1));
    expect(named[position ?? -1]).toMatchObject({ leaf: 'rule', id: 'ee.law.1.words', version });
    expect(await (await turning.get(page)).text()).toContain('It was wrong.');
    expect(await turning.desk.stateUnlogged()).toBe(0);
    await turning.close();
  });
});
