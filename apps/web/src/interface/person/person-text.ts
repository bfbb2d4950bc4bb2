import { type ChannelObject } from '@parlance/wire';

/** The words around people who can be reached in place of this service. */
export interface PersonText {
  /** Leads there, and stands above it. */
  readonly title: string;
  readonly lead: string;
  /** Nobody is told of the question. */
  readonly notForwarded: string;
  readonly kinds: Readonly<Record<ChannelObject['kind'], string>>;
  /** `time` is `HH:MM`. */
  readonly openUntil: (time: string) => string;
  readonly openAlways: string;
  /** `when` is a day and a time. */
  readonly opensAt: (when: string) => string;
  /** The hour there, by which the page says so. */
  readonly clockThere: (time: string) => string;
  readonly hours: string;
  readonly hoursUnknown: string;
  readonly holidays: string;
  readonly spoken: string;
  readonly cost: string;
  readonly costs: Readonly<Record<NonNullable<ChannelObject['cost']>, string>>;
  /** No way to a person of the office could be confirmed. */
  readonly noWay: string;
  readonly otherOffices: string;
  /** Above what is for readers under 18. */
  readonly young: string;
  readonly takeAlong: string;
  readonly questionsHeading: string;
  readonly questionsHint: string;
  readonly back: string;
}
