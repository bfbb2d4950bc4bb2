import { oncePer } from '../resolve/once-per.ts';
import { bodyOf, renderLines, type Layer, type Line } from './layer.ts';
import { quote } from './quote.ts';

/**
 * The system text: one block per layer that no byte of a value can close (S2).
 *
 *     <country digest="sha256:...">
 *     "currency": "EUR"
 *     </country>
 *
 * `quoteText` is an argument only so that a test can show what happens without it.
 */
export function render(layers: readonly Layer[], quoteText: (text: string) => string = quote): string {
  const bodyIn = (lines: readonly Line[]): string => (quoteText === quote ? bodyOf(lines) : renderLines(lines, quoteText));
  return layers.map(({ name, lines, digest }) => `<${name} digest="${digest}">\n${bodyIn(lines)}</${name}>\n`).join(between);
}

const between = '\n';

/** The same text as a JSON string in UTF-8, in pieces that follow each other. Most layers stand in every prompt, so their bytes are made once. */
export function renderJson(layers: readonly Layer[]): readonly Uint8Array[] {
  return [quoteMark, ...layers.flatMap((layer, index) => (index === 0 ? [bytesOf(layer)] : [betweenBytes, bytesOf(layer)])), quoteMark];
}

const encoder = new TextEncoder();
const withinString = (text: string): Uint8Array => encoder.encode(JSON.stringify(text).slice(1, -1));
const quoteMark = encoder.encode('"');
const betweenBytes = withinString(between);
const bytesOf = oncePer((layer: Layer) => withinString(render([layer])));
