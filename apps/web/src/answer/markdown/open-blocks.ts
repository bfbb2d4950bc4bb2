import { codeEnd, codeStart, type Fence } from './code-block.ts';
import { type Container, containerEnd } from './container.ts';
import { createHeadingLevels, type HeadingElement, type HeadingLevels } from './heading.ts';
import { createInlineStream, type InlineStream, type InlineWriting } from './inline-stream.ts';
import { type ListMarker } from './line-start.ts';
import { type Table, tableEnd, tableStart, type WriteCell } from './table.ts';

/** A block that holds text. */
type Leaf =
  | { readonly kind: 'paragraph'; readonly end: string }
  | { readonly kind: 'heading'; readonly end: string }
  | { readonly kind: 'fence'; readonly fence: Fence }
  /** Code by its indentation; blank lines are written when code follows them. */
  | { readonly kind: 'code'; blank: number }
  | { readonly kind: 'table'; readonly table: Table };

/** The blocks whose end has not been written. */
export interface OpenBlocks {
  readonly writing: InlineWriting;
  readonly inline: InlineStream;
  readonly writeCell: WriteCell;
  readonly levels: HeadingLevels;
  readonly containers: Container[];
  leaf: Leaf | null;
  /** A line that is the header of a table if the next one says so, and text otherwise. */
  row: string | null;
  /** The last number of a numbered list at each depth, so that it can go on behind something else. */
  readonly numbers: number[];
}

export function noBlocks(writing: InlineWriting): OpenBlocks {
  const cell = createInlineStream(writing);
  return {
    writing,
    inline: createInlineStream(writing),
    writeCell: (text) => cell.write(text) + cell.close(),
    levels: createHeadingLevels(),
    containers: [],
    leaf: null,
    row: null,
    numbers: [],
  };
}

export function isParagraphOpen({ leaf, row }: OpenBlocks): boolean {
  return leaf?.kind === 'paragraph' || row !== null;
}

/** Adds a line to the open paragraph, or begins one in the innermost container. */
export function writeParagraph(blocks: OpenBlocks, text: string): string {
  if (blocks.leaf?.kind === 'paragraph') return blocks.inline.write(`\n${text}`);
  const closed = closeLeaf(blocks);
  const inner = blocks.containers.at(-1);
  const isFirst = inner?.kind === 'item' && inner.isEmpty;
  if (isFirst) {
    inner.isEmpty = false;
    blocks.inline.startItem();
  }
  blocks.leaf = { kind: 'paragraph', end: isFirst ? '' : '</p>' };
  return closed + (isFirst ? '' : '<p dir="auto">') + blocks.inline.write(text);
}

/** The line was no header. */
export function writeRow(blocks: OpenBlocks): string {
  const { row } = blocks;
  blocks.row = null;
  return row === null ? '' : writeParagraph(blocks, row);
}

export function closeLeaf(blocks: OpenBlocks): string {
  const { leaf, inline } = blocks;
  blocks.leaf = null;
  switch (leaf?.kind) {
    case undefined:
      return '';
    case 'paragraph':
    case 'heading':
      return inline.close() + leaf.end;
    case 'fence':
    case 'code':
      return codeEnd;
    case 'table':
      return tableEnd;
  }
}

/** Closes what the first `count` containers do not hold, and the leaf. */
export function closeTo(blocks: OpenBlocks, count: number): string {
  let html = writeRow(blocks) + closeLeaf(blocks);
  for (let last = blocks.containers.length; last > count; last -= 1) {
    const container = blocks.containers.pop();
    if (container !== undefined) html += containerEnd(container);
  }
  return html;
}

/** Makes room for a block in the first `count` containers. */
function makeRoom(blocks: OpenBlocks, count: number): string {
  const html = closeTo(blocks, count);
  const inner = blocks.containers.at(-1);
  if (inner?.kind === 'item') inner.isEmpty = false;
  return html;
}

export function openQuote(blocks: OpenBlocks, count: number): string {
  const html = makeRoom(blocks, count);
  blocks.containers.push({ kind: 'quote' });
  return `${html}<blockquote>`;
}

/** Where a list item begins. */
export interface ItemPlace {
  /** How many containers hold it. */
  readonly count: number;
  /** Columns in front of its marker. */
  readonly columns: number;
}

export function isSibling({ containers }: OpenBlocks, { list }: ListMarker, count: number): boolean {
  const beside = containers[count];
  return beside?.kind === 'item' && beside.list === list;
}

export function openItem(blocks: OpenBlocks, marker: ListMarker, { count, columns }: ItemPlace): string {
  const follows = isSibling(blocks, marker, count);
  const html = follows ? `${closeTo(blocks, count + 1)}</li>` : `${makeRoom(blocks, count)}<${marker.list}>`;
  if (follows) blocks.containers.pop();
  blocks.containers.push({ kind: 'item', list: marker.list, required: columns + 2, extra: marker.width - 1, isEmpty: true });
  blocks.numbers.length = Math.min(blocks.numbers.length, count + 1);
  if (marker.number !== null) blocks.numbers[count] = marker.number;
  return `${html}<li dir="auto"${marker.number === null ? '' : ` value="${marker.number}"`}>`;
}

export function openHeading(blocks: OpenBlocks, depth: number, count: number): string {
  const element: HeadingElement = blocks.levels.next(depth);
  const html = makeRoom(blocks, count);
  blocks.leaf = { kind: 'heading', end: `</${element}>` };
  return `${html}<${element} dir="auto">`;
}

export function openFence(blocks: OpenBlocks, fence: Fence, count: number): string {
  const html = makeRoom(blocks, count);
  blocks.leaf = { kind: 'fence', fence };
  return html + codeStart(fence.label, blocks.writing.atoms);
}

export function openCode(blocks: OpenBlocks, count: number): string {
  const html = makeRoom(blocks, count);
  blocks.leaf = { kind: 'code', blank: 0 };
  return html + codeStart('', blocks.writing.atoms);
}

export function openTable(blocks: OpenBlocks, table: Table, count: number): string {
  blocks.row = null;
  const html = makeRoom(blocks, count);
  blocks.leaf = { kind: 'table', table };
  return html + tableStart(table, blocks.writing.atoms, blocks.writeCell);
}

export function writeRule(blocks: OpenBlocks, count: number): string {
  return `${makeRoom(blocks, count)}<hr>`;
}
