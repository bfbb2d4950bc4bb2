import { type UpstreamEvent } from '../upstream.ts';

/** Reads the body of one reply as it comes. */
export interface ReplyReader {
  feed(part: Buffer): readonly UpstreamEvent[];
  /** Nothing more needs to be read: the answer is whole, or it broke and is not believed. */
  hasEnded(): boolean;
  /** What the end of the body tells. */
  finish(): readonly UpstreamEvent[];
}

/** The reader of a refusal, whose words are nobody's business. */
export function readNothing(event: UpstreamEvent): ReplyReader {
  return { feed: () => [event], hasEnded: () => true, finish: () => [event] };
}
