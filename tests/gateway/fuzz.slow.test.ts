import { expect, test } from 'vitest';
import { fuzzRequests, fuzzStreams } from './fuzz-run.ts';

test('no one of 20,000 mutated requests gets a 5xx or an error outside the envelope', { timeout: 600_000 }, async () => {
  const statuses = await fuzzRequests(20_000, 2);
  console.log(JSON.stringify([...statuses]));
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405, 415]));
});

test('no one of 2,000 mutated streams breaks the gateway or brings a secret through', { timeout: 600_000 }, async () => {
  const endings = await fuzzStreams(2000, 2);
  console.log(JSON.stringify([...endings]));
  expect([...endings.keys()]).toEqual(expect.arrayContaining(['done', 'outage', 'upstream_refusal']));
});
