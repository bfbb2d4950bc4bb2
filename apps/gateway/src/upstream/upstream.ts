import { type Layer } from '@parlance/pack';
import { type ErrorCode, type FinishReason, type HandoverObject, type TokenLogprob, type Usage } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Grounding } from '../turn/ground.ts';
import { type Departure } from './departure.ts';

/** What an upstream says, whatever its protocol. */
export type UpstreamEvent =
  | {
      readonly kind: 'text';
      readonly choice: number;
      readonly channel: 'content' | 'reasoning' | 'refusal';
      readonly delta: string;
      /** The tokens of which the text is made, where the upstream tells them. */
      readonly tokens?: readonly TokenLogprob[];
    }
  | {
      readonly kind: 'tool';
      readonly choice: number;
      readonly index: number;
      readonly id: string | null;
      readonly name: string | null;
      readonly delta: string;
    }
  | { readonly kind: 'finish'; readonly choice: number; readonly reason: FinishReason }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | { readonly kind: 'fault'; readonly code: ErrorCode; readonly message: string };

/** What an upstream is asked. */
export interface UpstreamRequest {
  /** What a model is told before the conversation. */
  readonly layers: readonly Layer[];
  /** An OpenAI chat completion request whose texts have been minimised. */
  readonly body: MinimisedBody;
  /** The pack that answers and what it knows, for an answerer without a model. */
  readonly country: Country;
  readonly grounding: Grounding;
  /** Language (ISO 639) in which the person wrote and which the pack does not speak, or null. */
  readonly unspoken: string | null;
  /** The person is in distress and has been given help already. */
  readonly isUrgent: boolean;
  /** How people are reached, for an answerer without a model; null: nobody asks for one, and the answer is known. */
  readonly handover: HandoverObject | null;
}

export type MinimisedBody = Readonly<Record<string, unknown>> & { readonly messages: readonly unknown[] };

export interface Upstream {
  readonly id: string;
  /** ISO 3166-1 alpha-2, or null when it is not known, which counts as outside. */
  readonly jurisdiction: string | null;
  readonly kind: 'cards' | 'paste' | 'openai';
  /** Model that answers when a client asks for `parlance`; null: the first that is offered. */
  readonly defaultModel: string | null;
  /** The model of the last answer that named one, as it named itself; null: none has since the start. Absent: it is known. */
  readonly namedModel?: () => string | null;
  /** Ids of the models that it offers. An upstream that cannot be reached offers none. */
  models(): Promise<readonly string[]>;
  /** Since when it has not answered; null: it did when it was last asked. Absent: nobody watches. */
  readonly downSince?: () => Date | null;
  /** Events that came together are told together. */
  ask(request: UpstreamRequest, departure: Departure): AsyncIterable<readonly UpstreamEvent[]>;
}
