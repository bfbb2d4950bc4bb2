import { type Issue } from '@parlance/core';
import { layerNames, layerOf, type Layer, type LayerName, type Line } from './layer.ts';
import { render } from './render.ts';

const opening = /^<([a-z]+) digest="sha256:[0-9a-f]{64}">$/;
const entry = /^("[^"\\]*(?:\\.[^"\\]*)*"): ("[^"\\]*(?:\\.[^"\\]*)*")$/;

interface OpenBlock {
  readonly name: LayerName;
  readonly lines: Line[];
}

/** The inverse of `render`. Accepts exactly what `render` writes: a wrong digest, another escape or one more blank line is an issue. */
export function parse(text: string): readonly Layer[] | Issue {
  const layers: Layer[] = [];
  let open: OpenBlock | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (open === null) {
      if (line === '') continue;
      open = openBlock(line);
      if (open === null) return issueAt(index, 'the start of a block');
    } else if (line === `</${open.name}>`) {
      layers.push(layerOf(open.name, open.lines));
      open = null;
    } else {
      const pair = readEntry(line);
      if (pair === null) return issueAt(index, `a line of the block ${open.name} or its end`);
      open.lines.push(pair);
    }
  }
  if (open !== null) return issueAt(text.split('\n').length, `the end of the block ${open.name}`);
  return render(layers) === text
    ? layers
    : { path: '', code: 'not_canonical', expected: 'the text that render writes', received: 'another text' };
}

function openBlock(line: string): OpenBlock | null {
  const written = opening.exec(line)?.[1];
  const name = layerNames.find((each) => each === written);
  return name === undefined ? null : { name, lines: [] };
}

function readEntry(line: string): Line | null {
  const [, key, value] = entry.exec(line) ?? [];
  if (key === undefined || value === undefined) return null;
  try {
    return [unquote(key), unquote(value)];
  } catch {
    return null;
  }
}

/** Throws when the text is no JSON string. */
function unquote(text: string): string {
  return String(JSON.parse(text));
}

/** Says where and never what stood there. */
function issueAt(index: number, expected: string): Issue {
  return { path: '', code: 'block_malformed', expected, received: `something else in line ${index + 1}` };
}
