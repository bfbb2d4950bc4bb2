import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isKeyId, isTenantId } from './schema.ts';
import { mergeUsage, type UsageRow } from './usage-row.ts';
import { type UsageGroup } from './usage-store.ts';
import { type Usage, UsageWriter, type UsageWriterOptions } from './usage-writer.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-05T23:59:30Z') }));
afterEach(() => vi.useRealTimers());

const [key, tenant] = [randomUUID(), 'a-tenant'];
if (!isKeyId(key) || !isTenantId(tenant)) throw new TypeError(key);
const usage: Usage = { tenant, key, language: 'et', requests: 1, inputTokens: 10, outputTokens: 20, omitted: 0, added: 1 };
const other = (index: number): Usage => ({ ...usage, language: `x-${index}` });

type Weather = 'fine' | 'refuses' | 'writes, but the answer is lost';

/** A store with the promise of the real one (a group counts once) that fails by plan. */
function fixture(plan: Weather[] = [], options: Partial<UsageWriterOptions> = {}) {
  const groups: UsageGroup[] = [];
  const written = new Map<string, readonly UsageRow[]>();
  const faults: unknown[] = [];
  const addBatch = async (group: UsageGroup) => {
    const weather = plan.shift() ?? 'fine';
    await Promise.resolve();
    if (weather !== 'refuses') written.set(group.id, group.rows);
    if (weather === 'fine') groups.push(group);
    else throw Object.assign(new Error(`row ${inspect(group.rows)}`), { code: '08006' });
  };
  const writer = new UsageWriter({ store: { addBatch }, onFault: (fault) => faults.push(fault), ...options });
  const total = () => mergeUsage([...written.values()].flat()).reduce((sum, { requests }) => sum + requests, 0n);
  return { writer, groups, faults, total };
}

describe('groups', () => {
  test('usage of a second is one write, added up', async () => {
    const { writer, groups } = fixture();
    for (let index = 0; index < 5; index++) writer.add(usage);
    await vi.advanceTimersByTimeAsync(999);
    expect(groups).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    const row = {
      tenant,
      key,
      day: '2026-05-05',
      language: 'et',
      requests: 5n,
      inputTokens: 50n,
      outputTokens: 100n,
      omitted: 0n,
      added: 5n,
    };
    expect(groups.map(({ rows }) => rows)).toEqual([[row]]);
  });

  test('a full group does not wait', async () => {
    const { writer, groups } = fixture();
    for (let index = 0; index < 1000; index++) writer.add(other(index));
    await vi.advanceTimersByTimeAsync(0);
    expect(groups.map(({ rows }) => rows.length)).toEqual([1000]);
  });

  test('nothing is written when nothing was used', async () => {
    const { groups, writer } = fixture();
    await vi.advanceTimersByTimeAsync(10_000);
    await writer.close();
    expect([groups, vi.getTimerCount()]).toEqual([[], 0]);
  });

  test('usage counts for the day on which it is added', async () => {
    const { writer, groups } = fixture();
    writer.add(usage);
    vi.setSystemTime(new Date('2026-05-06T00:00:00Z'));
    writer.add(usage);
    await writer.close();
    expect(groups[0]?.rows.map(({ day }) => day)).toEqual(['2026-05-05', '2026-05-06']);
  });

  test('closing writes what waits, group by group', async () => {
    const { writer, groups } = fixture([], { groupSize: 10, pause: 1_000_000 });
    for (let index = 0; index < 25; index++) writer.add(other(index));
    await writer.close();
    expect(groups.map(({ rows }) => rows.length)).toEqual([10, 10, 5]);
    expect([writer.waiting, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('failures', () => {
  test('a write that fails is told without content, and repeated with the same name', async () => {
    const { writer, groups, faults, total } = fixture(['refuses']);
    writer.add({ ...usage, language: 'canary' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(faults).toMatchObject([{ code: 'store_unavailable', message: 'the database failed (08006)' }]);
    expect(inspect(faults, { depth: null, showHidden: true })).not.toMatch(/canary|a-tenant/);
    await vi.advanceTimersByTimeAsync(2000);
    expect([groups.length, total()]).toEqual([1, 1n]);
  });

  test('a write whose answer is lost counts once', async () => {
    const { writer, total, faults } = fixture(['writes, but the answer is lost']);
    writer.add(usage);
    await vi.advanceTimersByTimeAsync(1000);
    writer.add(usage);
    await vi.advanceTimersByTimeAsync(5000);
    expect([total(), faults.length, writer.waiting]).toEqual([2n, 1, 0]);
  });

  test('pauses grow while the database is away and shrink when it is back', async () => {
    const { writer, faults, groups } = fixture(Array.from({ length: 10 }, () => 'refuses'));
    writer.add(usage);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(faults.length).toBeLessThan(8);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(groups).toHaveLength(1);
    writer.add(usage);
    await vi.advanceTimersByTimeAsync(1000);
    expect(groups).toHaveLength(2);
  });

  test('a full group does not hammer a database that is away', async () => {
    const { writer, faults } = fixture(
      Array.from({ length: 50 }, () => 'refuses'),
      { groupSize: 10 },
    );
    for (let index = 0; index < 500; index++) {
      writer.add(other(index));
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(faults.length).toBeLessThan(3);
  });

  test('there is no room when too much waits, and room again when it is written', async () => {
    const { writer } = fixture(['refuses'], { capacity: 2 });
    writer.add(other(1));
    expect(writer.hasRoom).toBe(true);
    writer.add(other(2));
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.hasRoom).toBe(false);
    writer.add(other(3));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([writer.hasRoom, writer.waiting]).toEqual([true, 0]);
  });

  test('closing gives up after its attempts and says how much was lost', async () => {
    const { writer } = fixture(Array.from({ length: 10 }, () => 'refuses'));
    writer.add(usage);
    const closing = expect(writer.close(3)).rejects.toMatchObject({
      code: 'usage_unwritten',
      message: '1 rows of usage could not be written',
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await closing;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('usage that arrives while closing is written too', async () => {
    const { writer, total } = fixture(['refuses']);
    writer.add(usage);
    const closing = writer.close();
    await vi.advanceTimersByTimeAsync(100);
    writer.add(other(1));
    await vi.advanceTimersByTimeAsync(1000);
    await closing;
    expect(total()).toBe(2n);
  });

  test.each([
    [Number.NaN, 0n],
    [Number.POSITIVE_INFINITY, 1_000_000_000n],
    [-5, 0n],
    [1e308, 1_000_000_000n],
    [1.4, 1n],
  ])('a count of %d from an upstream is written as %d', async (inputTokens, expected) => {
    const { writer, groups } = fixture();
    writer.add({ ...usage, inputTokens, language: 'et\0' });
    await writer.close();
    expect(groups[0]?.rows[0]).toMatchObject({ inputTokens: expected, language: 'und' });
  });
});

test('whatever fails and in whatever order, nothing is lost and nothing is doubled', async () => {
  const weather = fc.constantFrom<Weather>('fine', 'refuses', 'writes, but the answer is lost');
  const step = fc.oneof(fc.nat(20).map(other), fc.integer({ min: 1, max: 3000 }));
  await fc.assert(
    fc.asyncProperty(fc.array(weather, { maxLength: 20 }), fc.array(step, { maxLength: 60 }), async (plan, steps) => {
      const { writer, total } = fixture([...plan], { groupSize: 4 });
      for (const one of steps) {
        if (typeof one === 'number') await vi.advanceTimersByTimeAsync(one);
        else writer.add(one);
      }
      const closing = writer.close(30);
      await vi.advanceTimersByTimeAsync(60_000);
      await closing;
      expect(total()).toBe(BigInt(steps.filter((one) => typeof one !== 'number').length));
    }),
    { numRuns: 1000 },
  );
});
