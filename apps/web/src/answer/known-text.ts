import { askForm } from './earlier-turn.ts';
import { escapeHtml } from './escape-html.ts';
import { type Atoms } from './markdown/atoms.ts';

/** A text of the pack's own that is more than text where it stands in an answer put together from the pack: it is called, written to or asked with one tap, and reads as before. */
export interface KnownText {
  readonly text: string;
  readonly html: string;
  /** It stands only directly after one of these; null: wherever it is a word of its own. */
  readonly after: readonly string[] | null;
  /** Nothing else stands on its line. */
  readonly endsLine: boolean;
}

/** By their first character; the longest first. */
export type KnownTexts = ReadonlyMap<string, readonly KnownText[]>;

export const nothingKnown: KnownTexts = new Map();

/** Shorter numbers are sums, days and articles as well: they are telephone numbers only after what says so. */
const telling = 4;

export function knownPhone(number: string, after: readonly string[]): KnownText {
  const href = `tel:${number.replace(/[^\d+*#]/g, '')}`;
  const html = `<a class="reach" href="${escapeHtml(href)}" dir="ltr">${escapeHtml(number)}</a>`;
  return { text: number, html, after: number.replace(/\D/g, '').length >= telling ? null : after, endsLine: false };
}

export function knownEmail(address: string): KnownText {
  const html = `<a class="reach" href="${escapeHtml(`mailto:${address}`)}" dir="ltr">${escapeHtml(address)}</a>`;
  return { text: address, html, after: null, endsLine: false };
}

/** The name of a card among which the reader is to choose: a line of a list, and asked with one tap, with what stands in the field kept. */
export function knownTitle(title: string): KnownText {
  const written = escapeHtml(title);
  const button = `<button type="submit" class="chip" form="${askForm}" formnovalidate name="again" value="${written}"><span dir="auto">${written}</span></button>`;
  return { text: title, html: button, after: ['\n- '], endsLine: true };
}

export function knownTexts(texts: readonly KnownText[]): KnownTexts {
  const byFirst = new Map<string, KnownText[]>();
  for (const known of texts) {
    const first = known.text.charAt(0);
    if (first === '') continue;
    const list = byFirst.get(first) ?? [];
    const same = list.findIndex(({ text, endsLine }) => text === known.text && endsLine === known.endsLine);
    const other = list[same];
    if (other === undefined) list.push(known);
    else if (other.after !== null && known.after !== null) list[same] = { ...other, after: [...new Set([...other.after, ...known.after])] };
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.text.length - one.text.length);
  return byFirst;
}

/** Writes text on, with what is known in it as one character that stands for its HTML. */
interface KnownWriter {
  write(text: string): string;
  close(): string;
}

interface Draft {
  readonly known: KnownTexts;
  readonly atoms: Atoms;
  /** May yet become something known. */
  held: string;
  /** The end of what was written before it. */
  before: string;
}

/** What is written does not depend on how the text was cut: nothing is decided before the character behind it is there. */
export function createKnownWriter(known: KnownTexts, atoms: Atoms, write: (text: string) => string): KnownWriter {
  if (known.size === 0) return { write, close: () => '' };
  const draft: Draft = { known, atoms, held: '', before: '\n' };
  return {
    write(text) {
      draft.held += text;
      return write(read(draft, false));
    },
    close: () => write(read(draft, true)),
  };
}

/** UTF-16 units; what stands before a known text is looked at no further back. */
const longestBefore = 120;

function read(draft: Draft, isLast: boolean): string {
  const { known, atoms, held } = draft;
  let written = '';
  let from = 0;
  let at = 0;
  while (at < held.length) {
    const found = findAt(known.get(held.charAt(at)) ?? [], { text: draft.before + held, at: draft.before.length + at, isLast });
    if (found === 'wait') break;
    if (found !== null) {
      written += held.slice(from, at) + atoms.put({ html: found.html, source: found.text, isLink: true });
      from = at + found.text.length;
    }
    at += found?.text.length ?? 1;
  }
  written += held.slice(from, at);
  draft.before = (draft.before + held.slice(0, at)).slice(-longestBefore);
  draft.held = held.slice(at);
  return written;
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly isLast: boolean;
}

function findAt(candidates: readonly KnownText[], place: Place): KnownText | 'wait' | null {
  for (const known of candidates) {
    if (!beginsAt(known, place)) continue;
    const end = place.at + known.text.length;
    // It may still be whole, or go on as another word.
    if (end >= place.text.length && !place.isLast && known.text.startsWith(place.text.slice(place.at))) return 'wait';
    if (place.text.startsWith(known.text, place.at) && endsAt(known, place.text.charAt(end))) return known;
  }
  return null;
}

function beginsAt({ after }: KnownText, { text, at }: Place): boolean {
  if (after === null) return /^$|[\s(\u2068（]/u.test(text.slice(Math.max(0, at - 1), at));
  return after.some((words) => text.slice(0, at).endsWith(words));
}

function endsAt({ endsLine }: KnownText, next: string): boolean {
  return endsLine ? next === '' || next === '\n' : !/[\p{L}\p{M}\p{N}@]/u.test(next);
}
