import { type Position } from '../pack.ts';

/** A file of a pack as text that knows its lines. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  positionAt(offset: number): Position;
}

/** Null when the bytes are not UTF-8. A byte order mark stays in the text, so that it is seen and refused like any other invisible character. */
export function decodeSource(path: string, bytes: Uint8Array): SourceText | null {
  try {
    return sourceText(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

export function sourceText(path: string, text: string): SourceText {
  let starts: readonly number[] | null = null;
  return {
    path,
    text,
    positionAt(offset) {
      starts ??= lineStarts(text);
      const line = lastAtOrBefore(starts, offset);
      return { file: path, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
