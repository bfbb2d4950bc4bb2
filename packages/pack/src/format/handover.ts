import { z } from 'zod';
import {
  type Channel,
  type ChannelKind,
  channelKinds,
  costs,
  type Handover,
  type Opening,
  type OpeningHours,
  weekdays,
} from '../handover/handover.ts';
import {
  closed,
  closingTime,
  day,
  email,
  httpsUrl,
  language,
  listOf,
  localized,
  name,
  oneOf,
  phone,
  text,
  timeOfDay,
  timeZone,
} from './fields.ts';

/** The one field that says where, by kind. */
const fieldOf = {
  phone: 'number',
  email: 'address',
  visit: 'place',
  form: 'url',
  chat: 'url',
  video: 'url',
} as const satisfies Record<ChannelKind, 'number' | 'address' | 'place' | 'url'>;

const reaches = ['number', 'address', 'place', 'url'] as const;

const openingSchema: z.ZodType<Opening> = closed({
  days: listOf(oneOf(weekdays), { least: 1, most: weekdays.length }),
  from: timeOfDay,
  until: closingTime,
})
  // Times of two digits are in the order of their texts. What goes on after midnight is an opening of the next day.
  .refine(({ from, until }) => from < until, { message: 'a time after that of from', path: ['until'] })
  .refine(({ days }) => new Set(days).size === days.length, { message: 'days of which none stands twice', path: ['days'] });

const hoursSchema: z.ZodType<OpeningHours> = closed({
  zone: timeZone,
  week: z.union(
    [z.literal('around-the-clock'), listOf(openingSchema, { least: 1, most: 28 })],
    'the word around-the-clock, or a list of openings',
  ),
})
  .transform(({ zone, week }) => ({ zone, week: week === 'around-the-clock' ? [always] : week }))
  .refine(({ week }) => !overlaps(week), { message: 'openings of which no two are at the same time', path: ['week'] });

const always: Opening = { days: weekdays, from: '00:00', until: '24:00' };

function overlaps(week: readonly Opening[]): boolean {
  return week.some((one, index) =>
    week
      .slice(index + 1)
      .some((other) => one.days.some((each) => other.days.includes(each)) && one.from < other.until && other.from < one.until),
  );
}

/** `handover/<office>.yaml`. */
export function handoverSchema(languages: readonly string[]): z.ZodType<Handover> {
  return closed({ office: name, channels: listOf(channelSchema(languages), { least: 1, most: 20 }) }).refine(
    ({ channels }) => new Set(channels.map(({ kind, reach }) => `${kind} ${reach}`)).size === channels.length,
    { message: 'ways of which none stands twice', path: ['channels'] },
  );
}

function channelSchema(languages: readonly string[]): z.ZodType<Channel> {
  return closed({
    kind: oneOf(channelKinds),
    number: phone.optional(),
    address: email.optional(),
    place: text(200).optional(),
    url: httpsUrl.optional(),
    name: localized(languages, 200).optional(),
    languages: listOf(language, { least: 1, most: 32 }).optional(),
    hours: hoursSchema.optional(),
    cost: oneOf(costs).optional(),
    price: localized(languages, 120).optional(),
    suits_under_18: z.literal('yes', 'the word yes, or nothing').optional(),
    source: closed({ url: httpsUrl, publisher: text(200), read: day, published: day.optional() }),
  })
    .refine((channel) => reaches.every((field) => (channel[field] === undefined) === (fieldOf[channel.kind] !== field)), {
      message: 'a number for phone, an address for email, a place for visit, a url for form, chat and video, and no other of them',
      path: ['kind'],
    })
    .refine(({ cost, price }) => (price === undefined) === (cost !== 'charged'), {
      message: 'a price where the cost is charged and nowhere else',
      path: ['price'],
    })
    .transform(({ kind, suits_under_18, source, ...channel }) => ({
      kind,
      reach: channel[fieldOf[kind]] ?? '',
      name: channel.name ?? null,
      languages: channel.languages ?? [],
      hours: channel.hours ?? null,
      cost: channel.cost ?? null,
      price: channel.price ?? null,
      suitsUnder18: suits_under_18 === 'yes',
      source: { ...source, published: source.published ?? null },
    }));
}
