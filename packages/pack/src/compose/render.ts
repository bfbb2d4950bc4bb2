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
  return layers.map(({ name, lines, digest }) => `<${name} digest="${digest}">\n${bodyIn(lines)}</${name}>\n`).join('\n');
}
