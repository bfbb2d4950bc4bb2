/** Where a model can say something. Tool arguments, names and ids are one channel. */
export type SurfaceChannel = 'content' | 'reasoning' | 'refusal' | 'tool';

/** Where the text of one channel stands in an answer, and when it is read. */
export interface ChannelPlace {
  /** In an answer that is sent whole; null where there are only streams. */
  readonly whole: string | null;
  readonly stream: string;
  /** `as it comes`: read and rewritten on its way. `when complete`: held until its end is known. */
  readonly read: 'as it comes' | 'when complete';
}

/** How one route deals with whatever an upstream says. */
export interface Surface {
  /** Null: this surface has no place for the channel, and an answer that says something there is refused. */
  readonly places: Readonly<Record<SurfaceChannel, ChannelPlace | null>>;
  /** `when unedited`: told where they are asked for and the text is to the letter what the upstream said; else dropped. `never`: always dropped. */
  readonly logprobs: 'when unedited' | 'never';
}

export function carries({ places }: Surface, channel: SurfaceChannel): boolean {
  return places[channel] !== null;
}
