import { type ChannelObject } from '@parlance/wire';
import { type InterfaceText } from '../interface/interface-text.ts';

type Hours = NonNullable<ChannelObject['hours']>;
type Day = Hours['week'][number]['days'][number];

const week: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether somebody is there, as it was when the page was made. */
export function openingWords({ now }: Hours, { person, language }: InterfaceText): string {
  if (now.kind === 'closed') return person.opensAt(`${dayWords(now.day, now.inDays, language)} ${now.from}`);
  return now.until === null ? person.openAlways : person.openUntil(now.until);
}

/** Today, tomorrow, or the name of the day. */
function dayWords(day: Day, inDays: number, language: string): string {
  if (inDays < 2) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(inDays, 'day');
  return dayName(day, language, 'long');
}

/** 5 January 2026 was a Monday. */
function dayName(day: Day, language: string, weekday: 'long' | 'short'): string {
  const date = new Date(Date.UTC(2026, 0, 5 + week.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(date);
}

export interface OpeningRow {
  readonly days: string;
  /** `09:00–17:00`, to be read from left to right. */
  readonly times: string;
}

export function isAlways({ now }: Hours): boolean {
  return now.kind === 'open' && now.until === null;
}

/** The week in rows. Days that follow each other are one stretch. */
export function openingRows({ week: openings }: Hours, language: string): readonly OpeningRow[] {
  return openings.map(({ days, from, until }) => ({ days: stretches(days, language), times: `${from}–${until}` }));
}

function stretches(days: readonly Day[], language: string): string {
  const indexes = days.map((day) => week.indexOf(day)).sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  const name = (index: number): string => dayName(week[index] ?? 'mon', language, 'short');
  return runs.map(([first, last]) => (first === last ? name(first) : `${name(first)}–${name(last)}`)).join(', ');
}
