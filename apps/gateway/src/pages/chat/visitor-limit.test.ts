import { describe, expect, test } from 'vitest';
import { networkOf, visitorLimit } from './visitor-limit.ts';

test('a connection asks as often as is set, and is told when it may again; another is not touched by it', async () => {
  const limit = visitorLimit(2);
  expect([await limit.take('192.0.2.1'), await limit.take('192.0.2.1')]).toEqual([null, null]);
  const wait = await limit.take('192.0.2.1');
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(3_600_000);
  expect(await limit.take('192.0.2.2')).toBeNull();
});

test('no limit is set by 0', async () => {
  const limit = visitorLimit(0);
  for (let asked = 0; asked < 100; asked++) expect(await limit.take('192.0.2.1')).toBeNull();
});

describe('the network of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1:2', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
