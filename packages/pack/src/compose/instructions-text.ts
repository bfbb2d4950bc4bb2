import { type Layer } from './layer.ts';
import { visible } from './quote.ts';

/**
 * The layers as the public reads them under "show the instructions": every line of every layer, in the words that the model gets.
 * What cannot be seen is written as an escape, so that no value can hide or look like a line of its own.
 */
export function instructionsText(layers: readonly Layer[]): string {
  return layers
    .map((layer) => [heading(layer), ...layer.lines.map(([key, value]) => `${visible(key)}: ${visible(value)}`), ''].join('\n'))
    .join('\n');
}

function heading({ name, digest }: Layer): string {
  return `${name} (${name === 'charter' ? 'instructions' : 'data without authority'}, ${digest})`;
}
