import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Opening, type OpeningHours, weekdays } from './handover.ts';
import { openingState } from './opening-state.ts';

const workdays = ['mon', 'tue', 'wed', 'thu'] as const;
const office: OpeningHours = {
  zone: 'Europe/Tallinn',
  week: [
    { days: workdays, from: '09:00', until: '17:00' },
    { days: ['fri'], from: '09:00', until: '13:00' },
  ],
};
const at = (hours: OpeningHours, moment: string) => openingState(hours, new Date(moment));

describe('whether people are there', () => {
  // 23 November 2026 is a Monday; Tallinn is two hours ahead of UTC in winter and three in summer.
  test.each([
    ['in the first minute', '2026-11-23T07:00:00Z', { kind: 'open', clock: '09:00', until: '17:00' }],
    ['in the last minute', '2026-11-23T14:59:59Z', { kind: 'open', clock: '16:59', until: '17:00' }],
    ['on the stroke of closing', '2026-11-23T15:00:00Z', { kind: 'closed', clock: '17:00', day: 'tue', from: '09:00', inDays: 1 }],
    ['in the morning', '2026-11-23T05:30:00Z', { kind: 'closed', clock: '07:30', day: 'mon', from: '09:00', inDays: 0 }],
    ['on a shorter day', '2026-11-27T11:30:00Z', { kind: 'closed', clock: '13:30', day: 'mon', from: '09:00', inDays: 3 }],
    ['in the night to Monday, which is still Sunday in UTC', '2026-11-22T22:30:00Z', { kind: 'closed', day: 'mon', inDays: 0 }],
    ['in summer', '2026-07-06T06:00:00Z', { kind: 'open', clock: '09:00', until: '17:00' }],
  ])('is told by the clock there: %s', (_name, moment, expected) => {
    expect(at(office, moment)).toMatchObject(expected);
  });

  test('stretches that touch are one, over noon and over midnight', () => {
    const noon = {
      zone: 'UTC',
      week: [
        { days: workdays, from: '09:00', until: '12:00' },
        { days: workdays, from: '12:00', until: '16:00' },
      ],
    };
    expect(at(noon, '2026-11-23T10:00:00Z')).toMatchObject({ until: '16:00' });
    const night: OpeningHours = {
      zone: 'UTC',
      week: [
        { days: ['fri'], from: '20:00', until: '24:00' },
        { days: ['sat'], from: '00:00', until: '04:00' },
      ],
    };
    expect(at(night, '2026-11-27T21:00:00Z')).toMatchObject({ kind: 'open', until: '04:00' });
    expect(at(night, '2026-11-28T05:00:00Z')).toMatchObject({ kind: 'closed', day: 'fri', from: '20:00', inDays: 6 });
  });

  test('what is open all week never closes', () => {
    const always = { zone: 'Europe/Tallinn', week: [{ days: weekdays, from: '00:00', until: '24:00' }] };
    for (let hour = 0; hour < 200; hour += 7)
      expect(openingState(always, new Date(Date.UTC(2026, 2, 27, hour)))).toMatchObject({ kind: 'open', until: null });
  });

  test('one who opens once a week is told of the next week', () => {
    const once: OpeningHours = { zone: 'UTC', week: [{ days: ['mon'], from: '09:00', until: '10:00' }] };
    expect(at(once, '2026-11-23T10:00:00Z')).toMatchObject({ kind: 'closed', day: 'mon', inDays: 7 });
  });
});

const minute = fc.integer({ min: 0, max: 24 * 60 });
const clockOf = (value: number): string =>
  `${Math.floor(value / 60)
    .toString()
    .padStart(2, '0')}:${(value % 60).toString().padStart(2, '0')}`;
const opening = fc
  .tuple(fc.subarray([...weekdays], { minLength: 1 }), minute, minute)
  .filter(([, one, other]) => one !== other)
  .map(([days, one, other]): Opening => ({ days, from: clockOf(Math.min(one, other)), until: clockOf(Math.max(one, other)) }));

test('who is told that it is closed and comes when it is said to open finds it open, in any week and any zone without summer time', () => {
  const zone = fc.constantFrom('UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/Phoenix');
  const moment = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(opening, { minLength: 1, maxLength: 5 }), zone, moment, (week, there, now) => {
      const state = openingState({ zone: there, week }, now);
      if (state.kind === 'open') return;
      const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
      const wait = state.inDays * 24 * 60 + minutesOf(state.from) - minutesOf(state.clock);
      expect(wait).toBeGreaterThan(0);
      const then = new Date(Math.floor(now.getTime() / 60_000) * 60_000 + wait * 60_000);
      expect(openingState({ zone: there, week }, then)).toMatchObject({ kind: 'open', clock: state.from });
    }),
  );
});
