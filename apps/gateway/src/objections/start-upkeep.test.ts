import { CodedError } from '@parlance/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startUpkeep } from './start-upkeep.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
const hour = 3_600_000;

test('every hour what is over is deleted, what the log does not tell is stated, and faults are told by their code until they end', async () => {
  const days: string[] = [];
  const before: unknown[] = [];
  let kept = 90;
  const lines: string[] = [];
  let time = Date.parse('2026-11-21T22:30:00Z');
  let fault: Error | null = null;
  const upkeep = startUpkeep({
    objections: {
      forget: (day, decidedUpTo) => {
        days.push(day);
        before.push(decidedUpTo);
        return fault === null ? Promise.resolve(0n) : Promise.reject(fault);
      },
    },
    desk: { stateUnlogged: () => Promise.resolve(days.length) },
    now: () => new Date(time),
    keptDays: () => kept,
    onFault: (line) => lines.push(line),
  });
  const pass = async (): Promise<void> => {
    time += hour;
    vi.advanceTimersByTime(hour);
    await settled();
  };
  await settled();
  expect(upkeep.counts()).toEqual({ failures: 0, unlogged: 1 });
  fault = new CodedError('store_unavailable', 'canary');
  await pass();
  fault = new Error('canary');
  await pass();
  expect(days).toEqual(['2026-11-21', '2026-11-21', '2026-11-22']);
  expect(upkeep.counts()).toEqual({ failures: 2, unlogged: 3 });
  expect(lines).toEqual([
    'objections: texts whose time is over could not be deleted (store_unavailable); it is tried again within the hour',
    'objections: texts whose time is over could not be deleted (unknown); it is tried again within the hour',
  ]);
  fault = null;
  kept = 30;
  await pass();
  expect(upkeep.counts()).toEqual({ failures: 0, unlogged: 4 });
  // Where fewer days are allowed by now, what was decided before is deleted by them too.
  expect(before).toEqual(['2026-08-23', '2026-08-23', '2026-08-24', '2026-10-23']);
  await upkeep.stop();
  await pass();
  expect(days).toHaveLength(4);
});
