import { escapeHtml } from './escape-html.ts';
import { type PageIds } from './page-ids.ts';
import { longestAddress, outwardRelation, webAddress } from './web-address.ts';

/** Writes the inside of one block, character by character, as HTML that is never taken back. */
export interface InlineStream {
  /** `character` is one code point. */
  write(character: string): string;
  /** Decides what is held because something that is not a character follows. */
  beforeElement(): string;
  /** Decides what is held at the end of a line; bold goes on. */
  endLine(): string;
  /** Decides what is held and closes what is open; the stream can then write the next block. */
  close(): string;
}

/** How a link to a source is written. */
export interface Cite {
  readonly ids: PageIds;
  /** Names the link for a screen reader. */
  readonly label: (number: string) => string;
}

interface Draft {
  /** Characters that may still become a mark: a part of `**`, of `[s1]` or of an address. */
  held: string;
  bold: boolean;
  /** What was written last; empty at the start of a block. */
  previous: string;
  readonly cite: Cite;
}

const scheme = 'https://';
const addressCharacter = /^[\w\-.~:/?#@!$&()+,;=%]$/;

/** Knows `**bold**`, bare https addresses and `[s1]`; everything else is escaped text. */
export function createInlineStream(cite: Cite): InlineStream {
  const draft: Draft = { held: '', bold: false, previous: '', cite };
  return {
    write: (character) => write(draft, character),
    beforeElement() {
      const html = settle(draft, true);
      draft.previous = ')';
      return html;
    },
    endLine() {
      const html = settle(draft, false);
      draft.previous = '';
      return html;
    },
    close() {
      const html = settle(draft, false) + (draft.bold ? '</strong>' : '');
      draft.bold = false;
      draft.previous = '';
      return html;
    },
  };
}

function write(draft: Draft, character: string): string {
  if (draft.held === '') return startsMark(draft, character) ? hold(draft, character) : text(draft, character);
  if (continuesMark(draft.held, character)) return hold(draft, character);
  if (character === ']' && /^\[s\d/.test(draft.held)) return cite(draft);
  if (draft.held === '**' && character === '*') return text(draft, release(draft) + character);
  return settle(draft, !/\s/u.test(character)) + write(draft, character);
}

function startsMark(draft: Draft, character: string): boolean {
  if (character === '[') return true;
  if (character === '*') return draft.previous !== '*';
  return character === 'h' && isBoundary(draft.previous);
}

function continuesMark(held: string, character: string): boolean {
  if (held === '*') return character === '*';
  if (held.startsWith('[')) return held === '[' ? character === 's' : held.length < 5 && /\d/.test(character);
  if (!held.startsWith('h')) return false;
  if (held.length < scheme.length) return scheme.startsWith(held + character);
  return held.length <= longestAddress && addressCharacter.test(character);
}

/** Decides what is held. `tight` says that something follows without a space between, as the inside of `**bold**` must. */
function settle(draft: Draft, tight: boolean): string {
  const held = release(draft);
  if (held === '**') return boldMark(draft, tight);
  return held.length > scheme.length && held.startsWith(scheme) ? link(draft, held) : text(draft, held);
}

function boldMark(draft: Draft, tight: boolean): string {
  const opens = !draft.bold && tight && isBoundary(draft.previous);
  if (!draft.bold && !opens) return text(draft, '**');
  draft.bold = opens;
  draft.previous = '';
  return opens ? '<strong>' : '</strong>';
}

function cite(draft: Draft): string {
  const id = release(draft).slice(1);
  const number = id.slice(1);
  draft.previous = ']';
  return `<a class="cite" href="#${draft.cite.ids.of(id)}" aria-label="${escapeHtml(draft.cite.label(number))}">[${number}]</a>`;
}

function link(draft: Draft, held: string): string {
  const end = held.includes('(') ? /[.,;:!?]+$/ : /[.,;:!?)]+$/;
  const address = webAddress(held.replace(end, ''));
  if (address === null) return text(draft, held);
  const href = escapeHtml(address);
  draft.previous = '/';
  const rest = held.slice(address.length);
  return `<a class="out" dir="ltr" rel="${outwardRelation}" href="${href}">${href}</a>${text(draft, rest)}`;
}

function text(draft: Draft, written: string): string {
  draft.previous = Array.from(written).at(-1) ?? draft.previous;
  return escapeHtml(written);
}

function hold(draft: Draft, character: string): string {
  draft.held += character;
  return '';
}

function release(draft: Draft): string {
  const { held } = draft;
  draft.held = '';
  return held;
}

function isBoundary(previous: string): boolean {
  return !/[\p{L}\p{M}\p{N}*]/u.test(previous);
}
