import { expect, test } from 'vitest';
import { rememberModels } from './remember-models.ts';
import { createPasteUpstream } from './paste-upstream.ts';

test('a list is asked for once a minute, an empty one once a second, and a clock that goes back asks again', async () => {
  let asked = 0;
  let now = 1_000_000;
  let list: readonly string[] = [];
  const models = () => Promise.resolve((asked++, list));
  const upstream = rememberModels({ ...createPasteUpstream('', 'instant'), models }, () => now);
  const at = async (time: number): Promise<readonly [number, readonly string[]]> => {
    now = time;
    return [(await upstream.models(), asked), await upstream.models()];
  };
  expect(await at(1_000_000)).toEqual([1, []]);
  list = ['m'];
  expect(await at(1_000_900)).toEqual([1, []]);
  expect(await at(1_001_100)).toEqual([2, ['m']]);
  list = [];
  expect(await at(1_060_000)).toEqual([2, ['m']]);
  expect(await at(1_062_000)).toEqual([3, []]);
  expect(await at(900_000)).toEqual([4, []]);
});
