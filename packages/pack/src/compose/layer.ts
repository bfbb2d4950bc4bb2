import { digestOfText, type Digest } from '@parlance/core';
import { oncePer } from '../resolve/once-per.ts';
import { quote } from './quote.ts';

/** In the order of the prompt. Only the charter instructs; the others are data without authority. */
export const layerNames = ['charter', 'country', 'sector', 'reader', 'knowledge'] as const;
export type LayerName = (typeof layerNames)[number];

export type Line = readonly [key: string, value: string];

export interface Layer {
  readonly name: LayerName;
  readonly lines: readonly Line[];
  /** Digest of the rendered lines, so that a receipt can name the layer. */
  readonly digest: Digest;
}

export function layerOf(name: LayerName, lines: readonly Line[]): Layer {
  return { name, lines, digest: digestOfText(bodyOf(lines)) };
}

/** The rendered lines; needed for the digest and again for the prompt. */
export const bodyOf = oncePer((lines: readonly Line[]) => renderLines(lines, quote));

/** `"key": "value"`, one line each. */
export function renderLines(lines: readonly Line[], quoteText: (text: string) => string): string {
  return lines.map(([key, value]) => `${quoteText(key)}: ${quoteText(value)}\n`).join('');
}
