import { type TurnEvent } from '@parlance/wire';
import { type GatheredAnswer } from './gathered-answer.ts';

/** How one surface writes an answer: whole as a JSON body, or event by event as server-sent events. */
export interface AnswerEncoder {
  whole(answer: GatheredAnswer): Readonly<Record<string, unknown>>;
  /** To be called once for each stream. */
  stream(): (event: TurnEvent) => string;
}
