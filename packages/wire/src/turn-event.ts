import { type ErrorCode } from './error-envelope.ts';
import { type DisclosureObject, type ParlanceObject, type SourceObject } from './parlance-object.ts';

/** Where text travels. Tool arguments have an event of their own. */
export type TextChannel = 'content' | 'reasoning' | 'refusal';

export interface ToolCall {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** JSON text, screened. */
  readonly arguments: string;
}

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  /** Where the upstream tells them. */
  readonly prompt_tokens_details?: { readonly cached_tokens: number };
  readonly completion_tokens_details?: { readonly reasoning_tokens: number };
}

/** What a choice ended with, in OpenAI's words. */
export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  /** BCP 47, of a message in the reader's language; English when absent. */
  readonly language?: string;
}

/**
 * What one turn says, in order. Every surface (JSON, SSE, HTML) is an encoder of these events and has no path of its own.
 * `end` comes exactly once and last.
 */
export type TurnEvent =
  /** `mark` names the disclosure that this text belongs to: a marker in place of an omission, an addition, or a footnote. */
  | {
      readonly kind: 'text';
      readonly choice: number;
      readonly channel: TextChannel;
      readonly delta: string;
      readonly mark: TextMark | null;
    }
  | { readonly kind: 'disclosure'; readonly disclosure: DisclosureObject }
  | { readonly kind: 'source'; readonly source: SourceObject }
  | { readonly kind: 'tool'; readonly choice: number; readonly call: ToolCall }
  /** Right before the end of the choice, where they were asked for and nothing of the choice was changed. */
  | { readonly kind: 'logprobs'; readonly choice: number; readonly tokens: readonly TokenLogprob[] }
  | { readonly kind: 'finish'; readonly choice: number; readonly reason: FinishReason }
  | {
      readonly kind: 'end';
      /** Null when everything went well. */
      readonly fault: Fault | null;
      readonly usage: Usage | null;
      readonly parlance: ParlanceObject;
    };

/** How likely a model held a piece of its text. */
export interface TokenLogprob {
  readonly token: string;
  readonly logprob: number;
  /** UTF-8. A token may be a part of a character. */
  readonly bytes: readonly number[];
}

export interface TextMark {
  /** An addition is a paragraph before or behind the text; an insertion is one that stands within it. */
  readonly kind: 'marker' | 'addition' | 'insertion' | 'notice';
  readonly disclosure: string;
}
