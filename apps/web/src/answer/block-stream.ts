import { type InlineStream } from './inline-stream.ts';

/** Writes text as HTML blocks while it arrives. What is written is never taken back: a block is decided by its first characters, and only those are held. */
export interface BlockStream {
  write(text: string): string;
  /** Puts an inline element of the caller's into the text; the caller writes it after what this returns. */
  beforeElement(): string;
  /** Decides what is held and closes what is open; the stream can then begin anew. */
  close(): string;
}

interface Draft {
  /** The element that text goes into, or null between blocks. */
  block: 'p' | 'h3' | 'li' | null;
  list: 'ul' | 'ol' | null;
  /** True until the first characters of a line have decided what the line is. */
  atLineStart: boolean;
  /** The first characters of a line while they may still become `## `, `- ` or `1. `. */
  held: string;
  afterCarriageReturn: boolean;
  readonly inline: InlineStream;
}

const maybeBlockMark = /^(?:#{1,6}|[-*]|\d{1,3}\.?)$/;
const blockMark = /^(?:(?<heading>#{1,6})|(?<bullet>[-*])|(?<number>\d{1,3})\.) $/;

/** Knows paragraphs (parted by blank lines), `## ` headings, and `- ` and `1. ` lists; a line break inside a block stays one. Each block has its own direction. */
export function createBlockStream(inline: InlineStream): BlockStream {
  const draft: Draft = { block: null, list: null, atLineStart: true, held: '', afterCarriageReturn: false, inline };
  return {
    write(text) {
      let html = '';
      for (const character of text) html += write(draft, character);
      return html;
    },
    beforeElement: () => (draft.atLineStart ? startText(draft) : '') + inline.beforeElement(),
    close() {
      const html = (draft.held === '' ? '' : startText(draft)) + closeBlock(draft) + closeList(draft);
      draft.atLineStart = true;
      return html;
    },
  };
}

function write(draft: Draft, character: string): string {
  const endsPair = draft.afterCarriageReturn && character === '\n';
  draft.afterCarriageReturn = character === '\r';
  if (endsPair) return '';
  if (character === '\n' || character === '\r') return endLine(draft);
  return draft.atLineStart ? beginLine(draft, character) : draft.inline.write(character);
}

function endLine(draft: Draft): string {
  if (draft.atLineStart && draft.held === '') return closeBlock(draft);
  const html = (draft.atLineStart ? startText(draft) : '') + draft.inline.endLine();
  draft.atLineStart = true;
  return html + (draft.block === 'h3' ? closeBlock(draft) : '');
}

function beginLine(draft: Draft, character: string): string {
  if (draft.held === '' && /\s/u.test(character)) return '';
  draft.held += character;
  if (maybeBlockMark.test(draft.held)) return '';
  return startMarkedBlock(draft) ?? startText(draft);
}

function startMarkedBlock(draft: Draft): string | null {
  const { heading, bullet, number } = blockMark.exec(draft.held)?.groups ?? {};
  if (heading !== undefined) return closeBlock(draft) + closeList(draft) + open(draft, 'h3');
  if (bullet !== undefined) return openItem(draft, 'ul');
  // A date such as "12. mai" also starts like a list: only 1 begins one.
  if (number !== undefined && (draft.list === 'ol' || Number(number) === 1)) return openItem(draft, 'ol', Number(number));
  return null;
}

function openItem(draft: Draft, list: 'ul' | 'ol', value?: number): string {
  const before = closeBlock(draft) + (draft.list === list ? '' : `${closeList(draft)}<${list}>`);
  draft.list = list;
  return before + open(draft, 'li', value === undefined ? '' : ` value="${value}"`);
}

/** The line is text: it goes on with the open block or begins a paragraph. */
function startText(draft: Draft): string {
  const { held } = draft;
  const before = draft.block === null ? closeList(draft) + open(draft, 'p') : '<br>';
  draft.atLineStart = false;
  draft.held = '';
  return before + Array.from(held, (character) => draft.inline.write(character)).join('');
}

function open(draft: Draft, block: 'p' | 'h3' | 'li', attributes = ''): string {
  draft.block = block;
  draft.atLineStart = false;
  draft.held = '';
  return `<${block} dir="auto"${attributes}>`;
}

function closeBlock(draft: Draft): string {
  const html = draft.block === null ? '' : `${draft.inline.close()}</${draft.block}>`;
  draft.block = null;
  return html;
}

function closeList(draft: Draft): string {
  const html = draft.list === null ? '' : `</${draft.list}>`;
  draft.list = null;
  return html;
}
