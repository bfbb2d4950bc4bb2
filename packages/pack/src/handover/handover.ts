import { type Localized } from '@parlance/disclosure';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** How a person is reached. `form`, `chat` and `video` are pages of the office, behind which people answer. */
export const channelKinds = ['phone', 'email', 'visit', 'form', 'chat', 'video'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** `usual-rate`: what any call costs with the caller's own operator. */
export const costs = ['free', 'usual-rate', 'charged'] as const;
export type Cost = (typeof costs)[number];

/** One stretch of an ordinary week, on each of its days. Times are `HH:MM` by the clock of the zone; `until` may be `24:00`. */
export interface Opening {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly until: string;
}

/** An ordinary week. Nothing is known of public holidays. */
export interface OpeningHours {
  /** IANA. */
  readonly zone: string;
  readonly week: readonly Opening[];
}

/** One way to reach a person. */
export interface Channel {
  readonly kind: ChannelKind;
  /** A telephone number, an e-mail address, a street address or an https address, as the kind asks for. */
  readonly reach: string;
  /** What it is called or what it is for; null where the kind says enough. */
  readonly name: Localized | null;
  /** Languages in which people answer; empty where it is not known. */
  readonly languages: readonly string[];
  /** Null where they are not known. */
  readonly hours: OpeningHours | null;
  /** Null where it is not known. */
  readonly cost: Cost | null;
  /** Set where it is charged. */
  readonly price: Localized | null;
  /** Whether its source says that it is there for people under 18 too. */
  readonly suitsUnder18: boolean;
  readonly source: { readonly url: string; readonly publisher: string; readonly read: string; readonly published: string | null };
}

/** How the people of an office are reached, in the order in which it is offered. */
export interface Handover {
  /** Key of a contact. */
  readonly office: string;
  readonly channels: readonly Channel[];
}
