import { type TextChannel, type ToolCall } from '@parlance/wire';
import { type CallItem, itemBody, type OutputItem, type Part, partBody, partKinds, type TextItem } from './output-item.ts';

/** An event of a stream, without its number. */
export type ResponseEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** The items of one response, in the order in which they begin. Each channel of text has one part, and what begins is told. */
export class OpenItems {
  readonly all: OutputItem[] = [];
  readonly #suffix: string;

  /** `suffix` is what the ids of the items hold, beside their place. */
  constructor(suffix: string) {
    this.#suffix = suffix;
  }

  has(channel: TextChannel): boolean {
    return this.all.some((item) => item.kind !== 'function_call' && item.parts.some(({ kind }) => kind === partKinds[channel]));
  }

  part(channel: TextChannel): { readonly item: TextItem; readonly part: Part; readonly begun: readonly ResponseEvent[] } {
    const { item, begun } = this.#textItem(channel === 'reasoning' ? 'reasoning' : 'message');
    const known = item.parts.find(({ kind }) => kind === partKinds[channel]);
    if (known !== undefined) return { item, part: known, begun };
    const part: Part = { kind: partKinds[channel], place: item.parts.length, text: '', tokens: [] };
    item.parts.push(part);
    const added = { type: 'response.content_part.added', item_id: item.id, output_index: item.place, content_index: part.place };
    return { item, part, begun: [...begun, { ...added, part: partBody(part) }] };
  }

  call(call: ToolCall): { readonly item: CallItem; readonly begun: ResponseEvent } {
    const item: CallItem = { kind: 'function_call', ...this.#named('fc'), call };
    return { item, begun: this.#begin(item) };
  }

  #textItem(kind: TextItem['kind']): { readonly item: TextItem; readonly begun: readonly ResponseEvent[] } {
    const known = this.all.find((item): item is TextItem => item.kind === kind);
    if (known !== undefined) return { item: known, begun: [] };
    const item: TextItem = { kind, ...this.#named(kind === 'message' ? 'msg' : 'rs'), parts: [] };
    return { item, begun: [this.#begin(item)] };
  }

  #named(prefix: string): { readonly id: string; readonly place: number } {
    const place = this.all.length;
    return { id: `${prefix}_${this.#suffix}_${place}`, place };
  }

  #begin(item: OutputItem): ResponseEvent {
    this.all.push(item);
    return { type: 'response.output_item.added', output_index: item.place, item: itemBody(item, 'in_progress') };
  }
}
