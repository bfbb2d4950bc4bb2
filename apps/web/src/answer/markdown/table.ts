import { escapeHtml } from '../escape-html.ts';
import { type Atoms } from './atoms.ts';
import { blockToken } from './markdown-lexer.ts';

type Alignment = 'start' | 'center' | 'end' | null;

/** How the columns of a table stand. */
export interface Table {
  readonly alignments: readonly Alignment[];
  readonly header: readonly string[];
}

/** Writes the inside of a cell. */
export type WriteCell = (text: string) => string;

/** A row with more is text, so that a short text cannot become a long page. */
const mostColumns = 64;

const delimiterRow = /^\|(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?$/;

/** The first two lines of a table; null when they are none. */
export function readTable(header: string, delimiters: string): Table | null {
  if (!delimiterRow.test(delimiters) || cellsOf(header).length > mostColumns) return null;
  const token = blockToken(`${header}\n${delimiters}`);
  if (token?.type !== 'table' || token.rows.length > 0) return null;
  return { alignments: token.align.map((side) => (side === null ? null : sides[side])), header: token.header.map(({ text }) => text) };
}

/** Left and right are what the model says; which they are is for the direction of the table. */
const sides = { left: 'start', center: 'center', right: 'end' } as const;

/** Parted at each bar that has no backslash. */
function cellsOf(row: string): readonly string[] {
  const inside = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The line of a text ends the row, so a line inside a cell ends with the one tag that models write there. In code it is what was written. */
function withLines(cell: string): string {
  return cell
    .split(/(`+)/)
    .map((part, index) => (index % 4 === 0 ? part.replace(/<br[ \t]{0,8}\/?>/gi, '\n') : part))
    .join('');
}

export function isTableRow(line: string): boolean {
  return cellsOf(line).length <= mostColumns;
}

/** It can be scrolled with the keyboard, and its header names it. */
export function tableStart({ alignments, header }: Table, atoms: Atoms, write: WriteCell): string {
  const name = header
    .map((cell) =>
      atoms
        .source(cell)
        .replace(/[*_`~$]/g, '')
        .trim(),
    )
    .filter((cell) => cell !== '');
  const cells = header.map((cell, index) => `<th scope="col"${side(alignments[index])}>${inside(write(withLines(cell)))}</th>`).join('');
  const label = escapeHtml(name.length === 0 ? '…' : name.join(', '));
  return `<div class="table" role="region" tabindex="0" aria-label="${label}"><table><thead><tr>${cells}</tr></thead><tbody>`;
}

export function tableRow({ alignments }: Table, row: string, write: WriteCell): string {
  return `<tr>${cellsOf(row)
    .map((cell, index) => `<td${side(alignments[index])}>${inside(write(withLines(cell)))}</td>`)
    .join('')}</tr>`;
}

export const tableEnd = '</tbody></table></div>';

function side(alignment: Alignment | undefined): string {
  return alignment == null ? '' : ` class="${alignment}"`;
}

/** The text has its own direction; the side on which it stands is the table's. */
function inside(html: string): string {
  return html === '' ? '' : `<bdi>${html}</bdi>`;
}
