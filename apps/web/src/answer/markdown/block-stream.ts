import { readFence } from './code-block.ts';
import { beginLine } from './begin-line.ts';
import { readHeading } from './heading.ts';
import { type InlineWriting } from './inline-stream.ts';
import { addSpace, freshLine, type Line } from './line.ts';
import {
  closeLeaf,
  closeTo,
  noBlocks,
  openFence,
  openHeading,
  openTable,
  type OpenBlocks,
  writeParagraph,
  writeRow,
} from './open-blocks.ts';
import { isTableRow, readTable, tableRow } from './table.ts';

/**
 * Writes Markdown in HTML blocks while it arrives. What is written is never taken back: a line is decided by its first characters, and only headings, rows of
 * tables and the first lines of code wait for their ends. Each line is read once.
 */
export interface BlockStream {
  /** Text of whole code points, a few thousand at most. */
  write(text: string): string;
  /** Decides what is held and closes what is open; the stream can then begin anew. */
  close(): string;
}

interface Draft {
  readonly blocks: OpenBlocks;
  line: Line;
  afterCarriageReturn: boolean;
}

/** A line that is longer does not wait for its end: it is text, or a heading that goes on. */
const longestLine = { heading: 300, fence: 200, row: 1500 } as const;

export function createBlockStream(writing: InlineWriting): BlockStream {
  const draft: Draft = { blocks: noBlocks(writing), line: freshLine(), afterCarriageReturn: false };
  return {
    write: (text) => Array.from(text.matchAll(/\r\n|[\r\n]|[^\r\n]+/g), ([part]) => writePart(draft, part)).join(''),
    close() {
      const html = endStart(draft) + closeTo(draft.blocks, 0);
      draft.line = freshLine();
      draft.blocks.numbers.length = 0;
      return html;
    },
  };
}

function writePart(draft: Draft, part: string): string {
  const isPair = draft.afterCarriageReturn && part === '\n';
  draft.afterCarriageReturn = part === '\r';
  if (isPair) return '';
  return /^[\r\n]/.test(part) ? endLine(draft) : writeInLine(draft, part);
}

function writeInLine(draft: Draft, part: string): string {
  let html = '';
  let at = 0;
  for (; at < part.length && draft.line.phase === 'start'; at += characterLength(part, at)) {
    html += writeAtStart(draft, part.slice(at, at + characterLength(part, at)));
  }
  return html + writeRest(draft, part.slice(at));
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function writeAtStart({ blocks, line }: Draft, character: string): string {
  if (line.held === '' && (character === ' ' || character === '\t')) {
    addSpace(line, character);
    return '';
  }
  line.eatsSpace = false;
  line.held += character;
  return beginLine({ blocks, line, isWhole: false });
}

function writeRest(draft: Draft, text: string): string {
  const { blocks, line } = draft;
  switch (line.phase) {
    case 'start':
      return '';
    case 'text':
      return blocks.inline.write(text);
    case 'code':
      return blocks.writing.atoms.literal(text);
    case 'heading':
    case 'fence':
    case 'row':
      line.held += text;
      return line.held.length > longestLine[line.phase] ? beginEarly(draft) : '';
  }
}

/** The line is too long to wait for its end. */
function beginEarly({ blocks, line }: Draft): string {
  const { held } = line;
  const depth = line.phase === 'heading' ? held.search(/[^#]/) : 0;
  line.phase = 'text';
  line.held = '';
  if (depth > 0) return openHeading(blocks, depth, line.matched) + blocks.inline.write(held.slice(depth).trimStart());
  return writeText({ blocks, line }, held);
}

function writeText({ blocks, line }: Pick<Draft, 'blocks' | 'line'>, text: string): string {
  const row = writeRow(blocks);
  return row + (blocks.leaf?.kind === 'paragraph' ? '' : closeTo(blocks, line.matched)) + writeParagraph(blocks, text);
}

function endLine(draft: Draft): string {
  const { blocks, line } = draft;
  const html = line.phase === 'start' && line.held === '' ? endBlank(draft) : endStart(draft) + endRest(draft);
  draft.line = freshLine();
  return html + (blocks.leaf?.kind === 'heading' ? closeLeaf(blocks) : '');
}

/** Ends paragraphs and quotes, but no list. */
function endBlank({ blocks, line }: Draft): string {
  const { leaf, containers } = blocks;
  const quote = containers.findIndex(({ kind }, index) => index >= line.matched && kind === 'quote');
  if (quote >= 0) return closeTo(blocks, quote);
  if (leaf?.kind === 'fence') return '\n';
  if (leaf?.kind !== 'code') return writeRow(blocks) + closeLeaf(blocks);
  leaf.blank += 1;
  return '';
}

function endRest({ blocks: { leaf }, line }: Draft): string {
  if (line.phase !== 'code') return '';
  if (leaf?.kind !== 'code') return '\n';
  leaf.blank += 1;
  return '';
}

/** Decides what still waits for the end of the line. */
function endStart(draft: Draft): string {
  const { blocks, line } = draft;
  const begun = line.phase === 'start' && line.held !== '' ? beginLine({ blocks, line, isWhole: true }) : '';
  switch (line.phase) {
    case 'heading':
      return begun + endHeading(draft);
    case 'fence':
      return begun + endFence(draft);
    case 'row':
      return begun + endRow(draft);
    case 'start':
    case 'text':
    case 'code':
      return begun;
  }
}

function endHeading({ blocks, line }: Draft): string {
  const heading = readHeading(line.held);
  if (heading === null) return writeText({ blocks, line }, line.held);
  return openHeading(blocks, heading.depth, line.matched) + blocks.inline.write(heading.text) + closeLeaf(blocks);
}

function endFence({ blocks, line }: Draft): string {
  const fence = readFence(line.held, line.columns);
  return fence === null ? writeText({ blocks, line }, line.held) : openFence(blocks, fence, line.matched);
}

function endRow({ blocks, line }: Draft): string {
  const { leaf, row } = blocks;
  if (leaf?.kind === 'table') {
    return isTableRow(line.held) ? tableRow(leaf.table, line.held, blocks.writeCell) : writeText({ blocks, line }, line.held);
  }
  const table = row === null ? null : readTable(row, line.held.trim());
  if (table !== null) return openTable(blocks, table, line.matched);
  const html = writeRow(blocks);
  blocks.row = line.held;
  return html;
}
