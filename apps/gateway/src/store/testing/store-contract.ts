import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfSecret, isLive } from '../key-facts.ts';
import { isTenantId, type KeyId, type TenantId } from '../schema.ts';
import { type Store } from '../store.ts';
import { type UsageRow } from '../usage-row.ts';
import { citationContract } from './citation-contract.ts';
import { objectionContract } from './objection-contract.ts';
import { registerContract } from './register-contract.ts';

const purpose = 'answers about schools';
const office = 'Ministry of Education';
const noCounts = { requests: 0n, inputTokens: 0n, outputTokens: 0n, omitted: 0n, added: 0n };

/** What every store promises, on whatever database it stands. `open` opens the same database each time. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const tenants = tenantSource(() => store);
  describe('keys', () => {
    keyContract(() => store, tenants);
  });
  describe('keys of others and wrong keys', () => {
    keyRefusals(() => store, tenants);
  });
  describe('usage', () => {
    usageContract(() => store, tenants);
  });
  describe('citations', () => {
    citationContract(() => store);
  });
  describe('objections', () => {
    objectionContract(() => store);
  });
  describe('the register', () => {
    registerContract(() => store);
  });
  describe('usage groups', () => {
    usageGroupContract(() => store, tenants);
  });

  test('what was written is there after closing and opening again', async () => {
    const { tenant, id, secret } = await tenants.withKey();
    await store.close();
    store = await open();
    expect(await store.keys.findByHash(hashOfSecret(secret))).toMatchObject({ id, tenant });
  });

  test('a closed store answers with an error that has a code', async () => {
    const other = store;
    await store.close();
    await expect(other.ping()).rejects.toMatchObject({ code: 'store_unavailable' });
    store = await open();
    await store.ping();
  });
}

interface Tenants {
  fresh(): Promise<TenantId>;
  withKey(): Promise<{ readonly tenant: TenantId; readonly id: KeyId; readonly secret: string }>;
}

function tenantSource(store: () => Store): Tenants {
  const fresh = async () => {
    const id = `t-${randomUUID()}`;
    if (!isTenantId(id)) throw new TypeError(id);
    await store().tenants.ensure({ id, name: 'A tenant' });
    return id;
  };
  return {
    fresh,
    async withKey() {
      const tenant = await fresh();
      return { tenant, ...(await store().keys.create({ tenant, purpose, office, sector: 'education' })) };
    },
  };
}

function keyContract(store: () => Store, tenants: Tenants): void {
  test('a key is found by the hash of its secret, with its facts and without its secret', async () => {
    const { tenant, id, secret } = await tenants.withKey();
    expect(secret).toMatch(/^pk-parlance-[A-Za-z0-9_-]{43}$/);
    const facts = await store().keys.findByHash(hashOfSecret(secret));
    expect(facts).toEqual({
      ...{ id, tenant, purpose, about: '', office, sector: 'education', ageBand: 'any-age', prefix: secret.slice(0, 16) },
      ...{ createdAt: expect.any(Date) as Date, expiresAt: null, revokedAt: null },
    });
    expect(JSON.stringify(facts)).not.toContain(secret.slice(20));
  });

  test('a tenant has its keys in the order of their making, to the millisecond, and no two are alike', async () => {
    const tenant = await tenants.fresh();
    const made = [];
    for (const sector of ['a', 'b', null]) {
      made.push(await store().keys.create({ tenant, purpose, office, sector }));
      await sleep(2);
    }
    const listed = await store().keys.list(tenant);
    expect(listed.map(({ id, sector }) => [id, sector])).toEqual(made.map(({ id }, index) => [id, ['a', 'b', null][index]]));
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(3);
  });

  test('a revoked key is found but not live', async () => {
    const { tenant, id, secret } = await tenants.withKey();
    expect(await store().keys.revoke({ tenant, id })).toBe(true);
    const facts = await store().keys.findByHash(hashOfSecret(secret));
    expect(facts !== null && isLive(facts, new Date())).toBe(false);
  });

  test('a key is live until the moment at which it expires', async () => {
    const tenant = await tenants.fresh();
    const expiresAt = new Date('2030-01-01T00:00:00.000Z');
    const { secret } = await store().keys.create({ tenant, purpose, office, sector: null, expiresAt });
    const facts = await store().keys.findByHash(hashOfSecret(secret));
    expect(facts?.expiresAt).toEqual(expiresAt);
    expect(facts !== null && [isLive(facts, new Date('2029-12-31T23:59:59.999Z')), isLive(facts, expiresAt)]).toEqual([true, false]);
  });

  test('a tenant that is there stays as it is, also when two make it at once', async () => {
    const tenant = await tenants.fresh();
    await Promise.all([store().tenants.ensure({ id: tenant, name: 'x' }), store().tenants.ensure({ id: tenant, name: 'y' })]);
    expect(await store().keys.list(tenant)).toEqual([]);
  });
}

function keyRefusals(store: () => Store, tenants: Tenants): void {
  test.each([
    ['of a key nobody has', hashOfSecret('pk-parlance-nobody')],
    ['that is empty', new Uint8Array()],
    ['that is too short', new Uint8Array(31)],
    ['that is too long', new Uint8Array(33)],
  ])('a hash %s finds nothing', async (_title, hash) => {
    expect(await store().keys.findByHash(hash)).toBeNull();
  });

  test('a tenant does not see the keys of another', async () => {
    const [one, other] = [await tenants.withKey(), await tenants.withKey()];
    expect((await store().keys.list(one.tenant)).map(({ id }) => id)).toEqual([one.id]);
    expect((await store().keys.list(other.tenant)).map(({ id }) => id)).toEqual([other.id]);
  });

  test('a tenant cannot revoke the key of another', async () => {
    const [one, other] = [await tenants.withKey(), await tenants.fresh()];
    expect(await store().keys.revoke({ tenant: other, id: one.id })).toBe(false);
    expect((await store().keys.list(one.tenant))[0]?.revokedAt).toBeNull();
  });

  test('a key is revoked once', async () => {
    const { tenant, id } = await tenants.withKey();
    await store().keys.revoke({ tenant, id });
    const [before] = await store().keys.list(tenant);
    expect(await store().keys.revoke({ tenant, id })).toBe(false);
    expect((await store().keys.list(tenant))[0]?.revokedAt).toEqual(before?.revokedAt);
  });

  test('a key for a tenant that is not there is refused', async () => {
    const tenant = 'not-there';
    if (!isTenantId(tenant)) throw new TypeError(tenant);
    await expect(store().keys.create({ tenant, purpose, office, sector: null })).rejects.toMatchObject({ code: 'unknown_tenant' });
  });

  test.each([{ purpose: '' }, { office: '' }, { purpose: 'canary \0' }])(
    'a key with %j is refused, and the error has none of its content',
    async (wrong) => {
      const tenant = await tenants.fresh();
      const error = await store()
        .keys.create({ tenant, purpose: 'canary', office: 'canary', sector: 'canary', ...wrong })
        .then(
          () => null,
          (reason: unknown) => reason,
        );
      expect(error).toMatchObject({ code: 'store_unavailable' });
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
      expect(await store().keys.list(tenant)).toEqual([]);
    },
  );
}

function usageContract(store: () => Store, tenants: Tenants): void {
  const wholeYear = { from: '2026-01-01', to: '2026-12-31' };

  test('counts of the same key, day and language add up, within a group and between groups', async () => {
    const { tenant, id: key } = await tenants.withKey();
    const row: UsageRow = {
      ...{ tenant, key, day: '2026-03-01', language: 'et' },
      requests: 1n,
      inputTokens: 10n,
      outputTokens: 20n,
      omitted: 2n,
      added: 1n,
    };
    await store().usage.addBatch({ id: randomUUID(), rows: [row, row] });
    await store().usage.addBatch({ id: randomUUID(), rows: [row] });
    expect(await store().usage.list({ tenant, ...wholeYear })).toEqual([
      { ...row, requests: 3n, inputTokens: 30n, outputTokens: 60n, omitted: 6n, added: 3n },
    ]);
  });

  test('days, languages and keys are counted apart, and a span has both its ends', async () => {
    const { tenant, id: key } = await tenants.withKey();
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    const rows = days.flatMap((day) => ['et', 'ru'].map((language) => ({ tenant, key, day, language, ...noCounts, requests: 1n })));
    await store().usage.addBatch({ id: randomUUID(), rows });
    const listed = await store().usage.list({ tenant, from: '2026-02-01', to: '2026-02-28' });
    expect(listed).toEqual(rows.slice(2, 6));
  });

  test('a tenant does not see the usage of another', async () => {
    const [one, other] = [await tenants.withKey(), await tenants.withKey()];
    const rows = [one, other].map(({ tenant, id: key }) => ({ tenant, key, day: '2026-01-01', language: 'et', ...noCounts }));
    await store().usage.addBatch({ id: randomUUID(), rows });
    expect((await store().usage.list({ tenant: one.tenant, ...wholeYear })).map(({ key }) => key)).toEqual([one.id]);
  });

  test('counts beyond 2^53 are exact', async () => {
    const { tenant, id: key } = await tenants.withKey();
    const row = { tenant, key, day: '2026-01-01', language: 'et', ...noCounts, inputTokens: 2n ** 60n + 1n };
    await store().usage.addBatch({ id: randomUUID(), rows: [row] });
    expect(await store().usage.list({ tenant, ...wholeYear })).toEqual([row]);
  });
}

function usageGroupContract(store: () => Store, tenants: Tenants): void {
  const span = { from: '2026-01-01', to: '2026-01-01' };
  const rowOf = async (): Promise<UsageRow> => {
    const { tenant, id: key } = await tenants.withKey();
    return { tenant, key, day: '2026-01-01', language: 'et', ...noCounts, requests: 1n };
  };

  test('a group counts once, however often and however closely it is sent', async () => {
    const row = await rowOf();
    const group = { id: randomUUID(), rows: [row] };
    await Promise.all([store().usage.addBatch(group), store().usage.addBatch(group)]);
    await store().usage.addBatch(group);
    expect(await store().usage.list({ tenant: row.tenant, ...span })).toEqual([row]);
  });

  test('a group that was refused counts nothing, and counts in full when it is sent again', async () => {
    const [good, bad] = [await rowOf(), { ...(await rowOf()), requests: 2n ** 63n }];
    const id = randomUUID();
    await expect(store().usage.addBatch({ id, rows: [good, bad] })).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await store().usage.list({ tenant: good.tenant, ...span })).toEqual([]);
    await store().usage.addBatch({ id, rows: [good] });
    expect(await store().usage.list({ tenant: good.tenant, ...span })).toEqual([good]);
  });

  test('an empty group is no problem', async () => {
    await expect(store().usage.addBatch({ id: randomUUID(), rows: [] })).resolves.toBeUndefined();
  });

  test('a thousand rows are one group', async () => {
    const row = await rowOf();
    const rows = Array.from({ length: 1000 }, (_, index) => ({ ...row, language: `x-${String(index).padStart(4, '0')}` }));
    await store().usage.addBatch({ id: randomUUID(), rows });
    expect(await store().usage.list({ tenant: row.tenant, ...span })).toEqual(rows);
  });

  test('groups that come together lose nothing', async () => {
    const row = await rowOf();
    await Promise.all(Array.from({ length: 50 }, () => store().usage.addBatch({ id: randomUUID(), rows: [row] })));
    expect(await store().usage.list({ tenant: row.tenant, ...span })).toEqual([{ ...row, requests: 50n }]);
  });
}
