/** A day (`2026-01-31`) as people write it in the language; anything else stays as it is. */
export function longDate(day: string, language: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return written(day, `${day}T00:00:00Z`, { language, form: { dateStyle: 'long', timeZone: 'UTC' } });
}

/** The same in less room, with the month cut short. */
export function shortDate(day: string, language: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return written(day, `${day}T00:00:00Z`, { language, form: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } });
}

/** A moment (`2026-01-31T10:00:00Z`) to the minute, with its time zone, which is UTC; anything else stays as it is. */
export function minuteDate(moment: string, language: string): string {
  const form = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  } as const;
  return written(moment, moment, { language, form });
}

interface Written {
  readonly language: string;
  readonly form: Intl.DateTimeFormatOptions;
}

function written(otherwise: string, moment: string, { language, form }: Written): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return otherwise;
  try {
    return new Intl.DateTimeFormat(language, form).format(date);
  } catch {
    return otherwise;
  }
}
