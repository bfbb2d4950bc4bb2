import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, type HistoryEntry, inForceOn } from './history.ts';

const digest = `sha256:${'0'.repeat(64)}` as const;
const day = (number: number): string => new Date(Date.UTC(2026, 10, 1 + number)).toISOString().slice(0, 10);

/** A step of the day on which it was taken and the first day of its force. */
function step(kind: 'release' | 'rollback', number: number, from: number): HistoryEntry {
  const facts = { number, file: '', bytes: new Uint8Array() };
  const shared = { v: 1, pack: 'EE', day: day(0), from: day(from) } as const;
  if (kind === 'rollback') return { kind, ...facts, statement: { ...shared, to: digest, left: digest, reason: 'harm' } };
  const terms = { version: '1.0.0', digest, previous: null, change: 'safety', charter: '0.2.0', reviews: [], until: day(999) } as const;
  return { kind, ...facts, statement: { ...shared, ...terms } };
}

const histories: fc.Arbitrary<History> = fc
  .array(fc.record({ kind: fc.constantFrom('release' as const, 'rollback' as const), from: fc.nat(60) }), { maxLength: 12 })
  .map((steps) => steps.map(({ kind, from }, place) => step(kind, place + 1, from)));

describe('in force', () => {
  test('on a day is the step with the highest number whose day has come, and none when no day has', () => {
    fc.assert(
      fc.property(histories, fc.nat(70), (history, today) => {
        const chosen = inForceOn(history, day(today));
        const come = history.filter(({ statement }) => statement.from <= day(today)).map(({ number }) => number);
        expect(chosen?.number ?? 0).toBe(Math.max(0, ...come));
      }),
    );
  });

  test('from one day to the next there is never an older step than before', () => {
    fc.assert(
      fc.property(histories, fc.nat(70), (history, today) => {
        expect(inForceOn(history, day(today + 1))?.number ?? 0).toBeGreaterThanOrEqual(inForceOn(history, day(today))?.number ?? 0);
      }),
    );
  });

  test('a rollback cancels every release that waits', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (history, today) => {
        const number = history.length + 1;
        const after = [...history, step('rollback', number, today)];
        for (const later of [today, today + 1, today + 100]) expect(inForceOn(after, day(later))?.number).toBe(number);
      }),
    );
  });
});
