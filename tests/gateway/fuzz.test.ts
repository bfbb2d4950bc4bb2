import { expect, test } from 'vitest';
import { fuzzRequests, fuzzStreams } from './fuzz-run.ts';

test('no mutated request gets a 5xx or an error outside the envelope', async () => {
  const statuses = await fuzzRequests(500, 1);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400]));
});

test('no mutated stream of the upstream breaks the gateway or brings a secret through, and each has one ending', async () => {
  const endings = await fuzzStreams(200, 1);
  expect([...endings.keys()]).toEqual(expect.arrayContaining(['done', 'outage']));
});
