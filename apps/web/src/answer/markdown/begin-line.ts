import { meetsFence, type Fence } from './code-block.ts';
import { deepest } from './container.ts';
import { type Line, takeColumns, takeSign } from './line.ts';
import { type LineStart, lineStart, type ListMarker } from './line-start.ts';
import {
  closeLeaf,
  closeTo,
  isParagraphOpen,
  isSibling,
  openCode,
  openItem,
  type OpenBlocks,
  openQuote,
  writeParagraph,
  writeRow,
  writeRule,
} from './open-blocks.ts';

/** Columns in front of code. */
const codeIndent = 4;

/** The start of a line, among the blocks that are open. */
export interface LineInBlocks {
  readonly blocks: OpenBlocks;
  readonly line: Line;
  /** Nothing of the line follows. */
  readonly isWhole: boolean;
}

/** Decides what the line is as soon as its first characters tell. Something is held. */
export function beginLine(start: LineInBlocks): string {
  const { line } = start;
  let html = '';
  for (let before = -1; line.phase === 'start' && line.held !== '' && line.held.length !== before;) {
    if (!line.isMatched) matchContainers(start);
    if (line.held === '') break;
    before = line.held.length;
    html += decide(start);
  }
  return html;
}

/** Goes through the containers that the line goes on with. Lines of fenced code need not stand under their list item. */
function matchContainers({ blocks: { containers, leaf }, line }: LineInBlocks): void {
  for (let next = containers[line.matched]; next !== undefined; next = containers[line.matched]) {
    if (next.kind === 'quote') {
      if (line.columns >= codeIndent || !line.held.startsWith('>')) break;
      takeSign(line, 1);
      line.eatsSpace = true;
      line.matched += 1;
      if (line.held === '') return;
    } else {
      if (line.columns < next.required && leaf?.kind !== 'fence') break;
      takeColumns(line, next.required);
      line.matched += 1;
    }
  }
  line.isMatched = true;
}

function decide(start: LineInBlocks): string {
  const { blocks, line } = start;
  const isInside = line.matched === blocks.containers.length;
  if (blocks.leaf?.kind === 'fence' && isInside) return meetFence(start, blocks.leaf.fence);
  if (blocks.inline.isInFormula()) return beginText(start);
  const indent = indentOfCode(start);
  if (line.columns >= indent && !line.isFresh) return isParagraphOpen(blocks) ? beginText(start) : beginCode(start, indent);
  const task = line.isFresh ? beginTask(start) : null;
  return closeCode(blocks) + (task ?? beginBlock(start));
}

function indentOfCode({ blocks, line }: LineInBlocks): number {
  const inner = blocks.containers[line.matched - 1];
  return codeIndent + (inner?.kind === 'item' ? inner.extra : 0);
}

/** The line does not go on with code that is open. */
function closeCode(blocks: OpenBlocks): string {
  return blocks.leaf?.kind === 'code' || blocks.leaf?.kind === 'fence' ? closeLeaf(blocks) : '';
}

function meetFence({ blocks, line, isWhole }: LineInBlocks, fence: Fence): string {
  const met = line.columns >= codeIndent + fence.indent ? 'code' : meetsFence(line.held, fence);
  if (met !== 'code' && !isWhole) return '';
  if (met === 'end') {
    line.held = '';
    return closeLeaf(blocks);
  }
  takeColumns(line, fence.indent);
  return writeCode({ blocks, line });
}

function writeCode({ blocks, line }: Pick<LineInBlocks, 'blocks' | 'line'>): string {
  const html = line.lead + blocks.writing.atoms.literal(line.held);
  line.phase = 'code';
  line.held = '';
  return html;
}

function beginCode({ blocks, line }: LineInBlocks, indent: number): string {
  const isOpen = blocks.leaf?.kind === 'code' && line.matched === blocks.containers.length;
  const html = isOpen ? '' : openCode(blocks, line.matched);
  takeColumns(line, indent);
  if (blocks.leaf?.kind !== 'code') return html;
  const blank = '\n'.repeat(blocks.leaf.blank);
  blocks.leaf.blank = 0;
  return html + blank + writeCode({ blocks, line });
}

/** The line is text: it goes on with the open paragraph, wherever it stands, or begins one. */
function beginText({ blocks, line }: LineInBlocks): string {
  const html = writeRow(blocks) + (isParagraphOpen(blocks) ? '' : closeTo(blocks, line.matched)) + writeParagraph(blocks, line.held);
  line.phase = 'text';
  line.held = '';
  return html;
}

/** `[ ]` and `[x]` at the start of a list item; null when it is none. */
function beginTask(start: LineInBlocks): string | null {
  const { line, isWhole } = start;
  if (/^\[(?:[ xX]?|[ xX]\])$/.test(line.held) && !isWhole) return '';
  const { state, rest = '' } = /^\[(?<state>[ xX])\][ \t](?<rest>.*)$/su.exec(line.held)?.groups ?? {};
  if (state === undefined) return null;
  line.held = `${state === ' ' ? '☐' : '☑'} ${rest}`;
  return beginText(start);
}

function beginBlock(start: LineInBlocks): string {
  const { blocks, line, isWhole } = start;
  const found = lineStart({ text: line.held, isWhole });
  if (found.kind === 'more') return '';
  // The header of a table may only be followed by its second line.
  const isRow = found.kind === 'line' && found.of === 'row';
  const row = isRow && line.matched === blocks.containers.length ? '' : writeRow(blocks);
  return row + beginFound(start, found);
}

function beginFound(start: LineInBlocks, found: Exclude<LineStart, { readonly kind: 'more' }>): string {
  const { blocks, line } = start;
  switch (found.kind) {
    case 'quote':
      return line.matched < deepest ? beginQuote(start) : beginText(start);
    case 'item':
      return beginsItem(start, found.item) ? beginItem(start, found.item) : beginText(start);
    case 'rule':
      line.held = '';
      return writeRule(blocks, line.matched);
    case 'line':
      line.phase = found.of;
      return found.of === 'row' && line.matched < blocks.containers.length ? closeTo(blocks, line.matched) : '';
    case 'text':
      return beginText(start);
  }
}

function beginQuote({ blocks, line }: LineInBlocks): string {
  const html = openQuote(blocks, line.matched);
  line.matched += 1;
  takeSign(line, 1);
  line.eatsSpace = true;
  return html;
}

/** A number other than 1 begins no list, or each date would: it goes on with one. An empty item does not part a paragraph. */
function beginsItem({ blocks, line, isWhole }: LineInBlocks, item: ListMarker): boolean {
  if (line.matched >= deepest) return false;
  const follows = isSibling(blocks, item, line.matched);
  if (isWhole && line.held.length === item.width) return follows || !isParagraphOpen(blocks);
  if (item.number === null || item.number === 1 || follows) return true;
  return blocks.numbers[line.matched] === item.number - 1 && !isParagraphOpen(blocks);
}

function beginItem({ blocks, line }: LineInBlocks, item: ListMarker): string {
  const html = openItem(blocks, item, { count: line.matched, columns: line.columns });
  line.matched += 1;
  line.isFresh = true;
  takeSign(line, item.width);
  return html;
}
