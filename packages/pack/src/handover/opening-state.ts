import { type Opening, type OpeningHours, type Weekday, weekdays } from './handover.ts';

/** Whether people are there by the clock of the zone, in an ordinary week. */
export type OpeningState =
  /** `until`: `HH:MM`; null where it never closes. */
  | { readonly kind: 'open'; readonly clock: string; readonly until: string | null }
  /** `inDays`: 0 is the same day. */
  | { readonly kind: 'closed'; readonly clock: string; readonly day: Weekday; readonly from: string; readonly inDays: number };

const midnight = '24:00';

export function openingState({ zone, week }: OpeningHours, now: Date): OpeningState {
  const { day, clock } = wallClock(zone, now);
  const open = stretchAt(week, day, clock);
  return open === null ? { kind: 'closed', clock, ...nextAfter(week, day, clock) } : { kind: 'open', clock, until: endOf(week, day, open) };
}

/** What a clock on the wall shows there: the day as an index of `weekdays`, and `HH:MM`. */
function wallClock(zone: string, now: Date): { readonly day: number; readonly clock: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (wanted: Intl.DateTimeFormatPartTypes): string => parts.find(({ type }) => type === wanted)?.value ?? '';
  const name = part('weekday').toLowerCase();
  return { day: weekdays.findIndex((day) => day === name), clock: `${part('hour')}:${part('minute')}` };
}

function openingsOn(week: readonly Opening[], day: number): readonly Opening[] {
  return week.filter(({ days }) => days.some((each) => each === dayAt(day))).toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function dayAt(index: number): Weekday {
  return weekdays[index % weekdays.length] ?? 'mon';
}

function stretchAt(week: readonly Opening[], day: number, clock: string): Opening | null {
  return openingsOn(week, day).find(({ from, until }) => from <= clock && clock < until) ?? null;
}

/** Stretches that touch are one, also over midnight. */
function endOf(week: readonly Opening[], day: number, { until }: Opening): string | null {
  let end = until;
  for (let ahead = 0; ahead <= weekdays.length;) {
    const isOver = end === midnight;
    const next = openingsOn(week, day + ahead + (isOver ? 1 : 0)).find(({ from }) => from === (isOver ? '00:00' : end));
    if (next === undefined) return end;
    if (isOver) ahead++;
    end = next.until;
  }
  return null;
}

function nextAfter(week: readonly Opening[], day: number, clock: string) {
  for (let inDays = 0; inDays <= weekdays.length; inDays++) {
    const next = openingsOn(week, day + inDays).find(({ from }) => inDays > 0 || from > clock);
    if (next !== undefined) return { day: dayAt(day + inDays), from: next.from, inDays };
  }
  return { day: dayAt(day), from: '00:00', inDays: 0 };
}
