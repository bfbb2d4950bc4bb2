import { codePointLength } from '@parlance/core';
import { render } from '@parlance/pack';
import { type Usage } from '@parlance/wire';
import { type UpstreamRequest } from '../upstream/upstream.ts';

export interface TokenCost {
  readonly prompt: number;
  readonly completion: number;
  /** Counted from characters, because the upstream told nothing or there was no model. */
  readonly isEstimated: boolean;
}

/** Of the estimate. Real tokenisers take fewer characters per token in most languages but English, so it compares versions, not languages. */
export const charactersPerToken = 4;

export interface Spoken {
  /** Null: nobody was asked. */
  readonly asked: Pick<UpstreamRequest, 'layers'> | null;
  readonly question: string;
  /** Code points that the upstream said. */
  readonly said: number;
}

export function tokenCost(usage: Usage | null, { asked, question, said }: Spoken): TokenCost {
  if (usage !== null) return { prompt: usage.prompt_tokens, completion: usage.completion_tokens, isEstimated: false };
  const prompt = asked === null ? 0 : codePointLength(render(asked.layers)) + codePointLength(question);
  return { prompt: Math.ceil(prompt / charactersPerToken), completion: Math.ceil(said / charactersPerToken), isEstimated: true };
}
