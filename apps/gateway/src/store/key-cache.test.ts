import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { KeyCache, type KeyCacheOptions } from './key-cache.ts';
import { hashOfSecret, type KeyFacts, secretOf } from './key-facts.ts';
import { isKeyId, isTenantId } from './schema.ts';

const start = new Date('2026-01-01T00:00:00Z');

function keyFacts(change: Partial<KeyFacts> = {}): KeyFacts {
  const [id, tenant] = [randomUUID(), 'a-tenant'];
  if (!isKeyId(id) || !isTenantId(tenant)) throw new TypeError(id);
  return {
    id,
    tenant,
    prefix: 'pk',
    purpose: 'p',
    office: 'o',
    about: '',
    sector: null,
    ageBand: 'any-age',
    createdAt: start,
    expiresAt: null,
    revokedAt: null,
    ...change,
  };
}

/** A store of keys that counts its questions and a clock that is set by hand. */
function fixture(options: Partial<KeyCacheOptions> = {}) {
  const rows = new Map<string, KeyFacts>();
  const state = { questions: 0, time: start.getTime(), answers: true, gate: Promise.resolve() };
  const findByHash = async (hash: Uint8Array) => {
    state.questions++;
    const facts = rows.get(Buffer.from(hash).toString('hex')) ?? null;
    await state.gate;
    if (!state.answers) throw new Error('away');
    return facts;
  };
  const cache = new KeyCache({ keys: { findByHash }, now: () => new Date(state.time), ...options });
  const put = (secret: string, facts: KeyFacts) => rows.set(Buffer.from(hashOfSecret(secret)).toString('hex'), facts);
  const add = (change: Partial<KeyFacts> = {}) => {
    const secret = secretOf(randomBytes(32));
    put(secret, keyFacts(change));
    return secret;
  };
  return { cache, state, add, put };
}

test('a key is asked for once and then remembered for a minute', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  const facts = await cache.find(secret);
  state.time += 59_999;
  expect(await cache.find(secret)).toBe(facts);
  expect(facts).not.toBeNull();
  expect(state.questions).toBe(1);
  state.time += 1;
  await cache.find(secret);
  expect(state.questions).toBe(2);
});

test('using a key does not make its entry fresh again', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  for (let second = 0; second < 120; second++) {
    await cache.find(secret);
    state.time += 1000;
  }
  expect(state.questions).toBe(2);
});

test('a wrong key is refused and remembered as wrong', async () => {
  const { cache, state } = fixture();
  const secret = secretOf(randomBytes(32));
  expect([await cache.find(secret), await cache.find(secret)]).toEqual([null, null]);
  expect(state.questions).toBe(1);
});

test.each([
  '',
  'pk-parlance-',
  'sk-123',
  `pk-parlance-${'a'.repeat(44)}`,
  `pk-parlance-${'a'.repeat(42)} `,
  `pk-parlance-${'a'.repeat(43)}\n`,
])('%j cannot be a key, and nobody is asked', async (text) => {
  const { cache, state } = fixture();
  expect(await cache.find(text)).toBeNull();
  expect(state.questions).toBe(0);
});

test('a revoked key is refused', async () => {
  const { cache, add } = fixture();
  expect(await cache.find(add({ revokedAt: start }))).toBeNull();
});

test('a key that expires while it is remembered is refused from that moment', async () => {
  const { cache, state, add } = fixture();
  const secret = add({ expiresAt: new Date(start.getTime() + 1000) });
  expect(await cache.find(secret)).not.toBeNull();
  state.time += 1000;
  expect(await cache.find(secret)).toBeNull();
  expect(state.questions).toBe(1);
});

test('a key that was revoked elsewhere is refused after a minute at most', async () => {
  const { cache, state, add, put } = fixture();
  const secret = add();
  await cache.find(secret);
  put(secret, keyFacts({ revokedAt: start }));
  expect(await cache.find(secret)).not.toBeNull();
  state.time += 60_000;
  expect(await cache.find(secret)).toBeNull();
});

test('a key that was revoked here is refused as soon as the cache is cleared, also by a question under way', async () => {
  const { cache, state, add, put } = fixture();
  const secret = add();
  let open: () => void = () => undefined;
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  const early = cache.find(secret);
  put(secret, keyFacts({ revokedAt: start }));
  cache.clear();
  open();
  await early;
  expect(await cache.find(secret)).toBeNull();
});

test('a clock that was set back makes no entry live longer', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  await cache.find(secret);
  state.time -= 3_600_000;
  await cache.find(secret);
  expect(state.questions).toBe(2);
});

test('requests that come together ask once', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  const found = await Promise.all(Array.from({ length: 100 }, () => cache.find(secret)));
  expect(state.questions).toBe(1);
  expect(found).not.toContain(null);
});

test('a store that does not answer is an error and is not remembered', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  state.answers = false;
  await expect(cache.find(secret)).rejects.toThrow('away');
  state.answers = true;
  expect(await cache.find(secret)).not.toBeNull();
});

test('an entry that is no longer fresh is not used when the store does not answer', async () => {
  const { cache, state, add } = fixture();
  const secret = add();
  await cache.find(secret);
  state.time += 60_000;
  state.answers = false;
  await expect(cache.find(secret)).rejects.toThrow('away');
});

test('the key used longest ago makes room for a new one', async () => {
  const { cache, state, add } = fixture({ capacity: 2 });
  const [first, second, third] = [add(), add(), add()];
  for (const secret of [first, second, first, third]) await cache.find(secret);
  expect(state.questions).toBe(3);
  await cache.find(first);
  expect(state.questions).toBe(3);
  await cache.find(second);
  expect(state.questions).toBe(4);
});

test('a flood of wrong keys does not push out a right one', async () => {
  const { cache, state, add } = fixture({ capacity: 10 });
  const secret = add();
  await cache.find(secret);
  for (let index = 0; index < 100; index++) await cache.find(secretOf(randomBytes(32)));
  await cache.find(secret);
  expect(state.questions).toBe(101);
});
