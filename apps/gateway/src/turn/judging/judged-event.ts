import { type Judged } from '@parlance/disclosure';
import { type TextChannel } from '@parlance/wire';
import { type UpstreamEvent } from '../../upstream/upstream.ts';

/** What was judged of the sentences inside the JSON texts of a choice, by sentence. */
export type JudgementBook = ReadonlyMap<string, Judged>;

/** What an upstream said, with what was judged of it. */
export type JudgedEvent =
  | UpstreamEvent
  /** One whole sentence of a channel. */
  | {
      readonly kind: 'sentence';
      readonly choice: number;
      readonly channel: TextChannel;
      readonly delta: string;
      readonly judged: Judged;
    }
  | (UpstreamEvent & { readonly kind: 'finish'; readonly book?: JudgementBook });
