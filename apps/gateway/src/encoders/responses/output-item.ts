import { type TextChannel, type TokenLogprob, type ToolCall } from '@parlance/wire';
import { tokenBody } from '../token-body.ts';

export type PartKind = 'output_text' | 'refusal' | 'reasoning_text';

export const partKinds = { content: 'output_text', refusal: 'refusal', reasoning: 'reasoning_text' } as const satisfies Record<
  TextChannel,
  PartKind
>;

/** One text of an item. */
export interface Part {
  readonly kind: PartKind;
  /** `content_index`. */
  readonly place: number;
  text: string;
  /** Of an `output_text`, where they are told. */
  tokens: readonly TokenLogprob[];
}

export interface TextItem {
  readonly kind: 'message' | 'reasoning';
  readonly id: string;
  /** `output_index`. */
  readonly place: number;
  readonly parts: Part[];
}

export interface CallItem {
  readonly kind: 'function_call';
  readonly id: string;
  readonly place: number;
  readonly call: ToolCall;
}

export type OutputItem = TextItem | CallItem;

/** An item as a client gets it; while it is in progress it is empty, and its texts come as events. */
export function itemBody(item: OutputItem, status: 'in_progress' | 'completed' | 'incomplete'): Readonly<Record<string, unknown>> {
  const isOpen = status === 'in_progress';
  switch (item.kind) {
    case 'message':
      return { id: item.id, type: 'message', status, role: 'assistant', content: isOpen ? [] : item.parts.map(partBody) };
    case 'reasoning':
      return { id: item.id, type: 'reasoning', status, summary: [], content: isOpen ? [] : item.parts.map(partBody) };
    case 'function_call': {
      const { id, name, arguments: args } = item.call;
      return { id: item.id, type: 'function_call', status, call_id: id, name, arguments: isOpen ? '' : args };
    }
  }
}

export function partBody({ kind, text, tokens }: Part): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'output_text':
      return { type: kind, text, annotations: [], logprobs: tokens.map(tokenBody) };
    case 'refusal':
      return { type: kind, refusal: text };
    case 'reasoning_text':
      return { type: kind, text };
  }
}
