import { z } from 'zod';
import { safetyObject } from './safety-object.ts';

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** `HH:MM`. */
const clock = z.string();

/** As it was when the answer was made: `clock` is the time of the zone. */
const openNow = z.discriminatedUnion('kind', [
  /** `until` null: it never closes. */
  z.object({ kind: z.literal('open'), clock, until: clock.nullable() }),
  /** `inDays` 0: the same day. */
  z.object({ kind: z.literal('closed'), clock, day: weekday, from: clock, inDays: z.int().nonnegative() }),
]);

const hours = z.object({
  /** IANA; by its clock. */
  zone: z.string(),
  /** An ordinary week. `until` may be `24:00`. */
  week: z.array(z.object({ days: z.array(weekday).readonly(), from: clock, until: clock })).readonly(),
  /** Nobody here knows when the office keeps a holiday. */
  holidays: z.literal('not-known'),
  now: openNow,
});

/** One way to reach a person of an office. What is null or empty is not known. */
const channelObject = z.object({
  kind: z.enum(['phone', 'email', 'visit', 'form', 'chat', 'video']),
  /** Number, e-mail address, street address or https address, by kind. */
  reach: z.string(),
  name: z.string().nullable(),
  languages: z.array(z.string()).readonly(),
  hours: hours.nullable(),
  cost: z.enum(['free', 'usual-rate', 'charged']).nullable(),
  price: z.string().nullable(),
  source: z.object({ url: z.string(), publisher: z.string(), read: z.string(), published: z.string().nullable() }),
});
export type ChannelObject = z.infer<typeof channelObject>;

/** An office and its people. Without channels, its page is all that is known. */
const officeObject = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  url: z.string(),
  channels: z.array(channelObject).readonly(),
});
export type OfficeObject = z.infer<typeof officeObject>;

/** How people are reached in place of this service. Nothing is forwarded to them. */
export const handoverObject = z.object({
  /** `asked`: the person wants to speak to somebody. `unknown`: the pack does not know the answer. */
  because: z.enum(['asked', 'unknown']),
  /** The competent one first. For a reader under 18, only what suits them. */
  offices: z.array(officeObject).readonly(),
  /** Help lines for children; only for a reader under 18. */
  helplines: z.array(safetyObject).readonly(),
  /** Nobody is told of the question, nor that it was asked. */
  forwarded: z.literal(false),
});
export type HandoverObject = z.infer<typeof handoverObject>;
