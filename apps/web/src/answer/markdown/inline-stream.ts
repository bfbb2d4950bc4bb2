import { type Atom, type Atoms } from './atoms.ts';
import { citation, type Cite, longestCitation } from './citation.ts';
import { type Delimiter, meetRun } from './delimiters.ts';
import { formula } from './formula.ts';
import { type Mathematics } from './mathematics.ts';
import { endOfSpan, isMath, openSpan, type OpaqueKind, type OpaqueSpan } from './opaque-span.ts';
import { beginsReference, endOfReference, reference, rightToLeft } from './reference-span.ts';
import { writePlain, writeSpans } from './write-inline.ts';

/** What the inside of a block is written with. */
export interface InlineWriting {
  readonly atoms: Atoms;
  readonly mathematics: Mathematics;
  readonly cite: Cite;
}

/**
 * Writes the inside of one block in HTML that is never taken back. Text is written at once where no span is open; an open span is held until it ends, is none,
 * or has become longer than a span may be. What is written depends on the text alone.
 */
export interface InlineStream {
  /** Text of whole code points, whose line ends are `\n`; a few thousand at most. */
  write(text: string): string;
  /** What is written next is the first text of a list item. */
  startItem(): void;
  /** Whether a formula goes on over the end of the line. */
  isInFormula(): boolean;
  /** Decides what is held; the stream can then write the next block. */
  close(): string;
}

/** More than this is never held back for a span, but for a formula at its end. */
const longestSpan = 600;

interface Draft extends InlineWriting {
  /** Text that is not written yet. */
  held: string;
  /** How much of it has been read. */
  at: number;
  /** What is open in the part that has been read. */
  readonly open: Delimiter[];
  opaque: OpaqueSpan | null;
  /** The last character before what is held; empty at the start of a block. */
  previous: string;
  /** Nothing of a list item was written yet. */
  startsItem: boolean;
  /** Something in the block runs from right to left. */
  isMixed: boolean;
  isLast: boolean;
}

/** What a step gives: HTML, or null when more text is needed to go on. */
type Step = string | null;

export function createInlineStream(writing: InlineWriting): InlineStream {
  const draft: Draft = {
    ...writing,
    held: '',
    at: 0,
    open: [],
    opaque: null,
    previous: '',
    startsItem: false,
    isMixed: false,
    isLast: false,
  };
  return {
    startItem() {
      draft.startsItem = true;
    },
    write(text) {
      draft.held += text;
      return read(draft);
    },
    isInFormula: () => draft.opaque !== null && isMath(draft.opaque.kind),
    close() {
      draft.isLast = true;
      const html = read(draft) + release(draft, draft.held.length);
      draft.isLast = false;
      draft.startsItem = false;
      draft.isMixed = false;
      draft.previous = '';
      return html;
    },
  };
}

function read(draft: Draft): string {
  const html: string[] = [];
  while (draft.at < draft.held.length || (draft.opaque !== null && draft.isLast)) {
    const step = draft.opaque === null ? readNext(draft) : readOpaque(draft, draft.opaque);
    if (step === null) break;
    html.push(step, settle(draft));
  }
  return html.join('');
}

/** Releases what no span is open in, and what has been held for too long. */
function settle(draft: Draft): string {
  const { at, opaque, open } = draft;
  if (opaque !== null) return '';
  return at > 0 && (open.length === 0 || at >= longestSpan) ? release(draft, at) : '';
}

function release(draft: Draft, length: number): string {
  const text = draft.held.slice(0, length);
  draft.previous = lastCharacter(text, draft.previous);
  draft.held = draft.held.slice(length);
  draft.at = 0;
  draft.open.length = 0;
  return writeSpans(text, draft.atoms);
}

/** Writes characters that are no Markdown, or keeps them where a span is open. */
function pass(draft: Draft, length: number): string {
  const end = draft.at + length;
  if (draft.open.length > 0) {
    draft.at = end;
    return '';
  }
  const text = draft.held.slice(0, end);
  draft.previous = lastCharacter(text, draft.previous);
  draft.held = draft.held.slice(end);
  draft.at = 0;
  return writePlain(text, draft.atoms);
}

/** What means nothing but itself, before and after something that runs from right to left. */
const plainText = /[^\\`*_~[\]!<$h\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+/y;
const plainMixed = /[^\\`*_~[\]!<$h(§0-9]+/y;

function readNext(draft: Draft): Step {
  const plain = draft.isMixed ? plainMixed : plainText;
  plain.lastIndex = draft.at;
  const length = plain.exec(draft.held)?.[0].length ?? 0;
  if (length > 0) return pass(draft, draft.open.length === 0 ? length : withinSpan(draft, length));
  const character = draft.held.charAt(draft.at);
  if (draft.isMixed && beginsReference.test(character)) return readReference(draft);
  draft.isMixed ||= rightToLeft.test(character);
  return (readers[character] ?? passOne)(draft);
}

/** The rest of a word or a number is none. */
function readReference(draft: Draft): Step {
  const { at, held, isLast } = draft;
  const end = /[\p{L}\p{M}\p{N}]$/u.test(before(draft)) && held.charAt(at) !== '(' ? 'text' : endOfReference(held, at, isLast);
  if (end === 'wait') return null;
  if (end === 'text') return passOne(draft);
  const source = held.slice(at, end);
  replace(draft, { from: at, end }, { html: reference(source), source, isLink: false });
  return '';
}

/** Ends where the longest span does, whatever part of the text is there, and never between the halves of a pair. */
function withinSpan({ at, held }: Draft, length: number): number {
  const end = Math.min(at + length, Math.max(longestSpan, at + 1));
  const isHalf = /[\uD800-\uDBFF]/.test(held.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(held.charAt(end));
  return end - at + (isHalf ? 1 : 0);
}

const passOne = (draft: Draft): Step => pass(draft, 1);

const readers: Readonly<Record<string, (draft: Draft) => Step>> = {
  '\\': readBackslash,
  '`': readBackticks,
  '*': readRun,
  _: readRun,
  '~': readRun,
  '[': openBracket,
  ']': closeBracket,
  '!': readMark,
  '<': (draft) => readScheme(draft, 'angle', '<https://'),
  $: readDollars,
  h: (draft) => (/[\p{L}\p{M}\p{N}]$/u.test(before(draft)) ? passOne(draft) : readScheme(draft, 'address', 'https://')),
};

function readBackslash(draft: Draft): Step {
  const next = draft.held.charAt(draft.at + 1);
  if (next === '' && !draft.isLast) return null;
  if (next === '(' || next === '[') return begin(draft, `\\${next}`, 2);
  if (!/[!-/:-@[-`{-~\n]/.test(next)) return pass(draft, 1);
  if (draft.open.length > 0) return pass(draft, 2);
  // The backslash is not shown, and a line end behind it is one all the same.
  draft.held = draft.held.slice(1);
  return pass(draft, 1);
}

function readBackticks(draft: Draft): Step {
  const length = runLength(draft);
  return length === null ? null : begin(draft, 'code', length);
}

function readRun(draft: Draft): Step {
  const length = runLength(draft);
  if (length === null) return null;
  const { at, held } = draft;
  const character = held.charAt(at);
  // One tilde means "about".
  if (character !== '~' || length === 2) {
    meetRun(draft.open, { character, from: at, length, previous: before(draft), next: characterAt(held, at + length) });
  }
  // What the run has just closed is released with it, so it is read and not passed.
  if (draft.open.length === 0 && at === 0) return pass(draft, length);
  draft.at += length;
  return '';
}

/** Null when the run may go on, or what follows it is not there yet. */
function runLength({ held, at, isLast }: Draft): number | null {
  const run = /(.)\1*/y;
  run.lastIndex = at;
  const length = run.exec(held.slice(0, at + longestSpan))?.[0].length ?? 1;
  return at + length === held.length && !isLast ? null : length;
}

function openBracket(draft: Draft): Step {
  draft.open.push({ character: '[', from: draft.at, length: 1 });
  draft.at += 1;
  return '';
}

function readMark(draft: Draft): Step {
  const next = draft.held.charAt(draft.at + 1);
  if (next === '' && !draft.isLast) return null;
  if (next !== '[') return pass(draft, 1);
  draft.open.push({ character: '[', from: draft.at, length: 1 });
  draft.at += 2;
  return '';
}

function closeBracket(draft: Draft): Step {
  const opener = draft.open.findLastIndex(({ character }) => character === '[');
  const from = draft.open[opener]?.from;
  if (from === undefined) return pass(draft, 1);
  const next = draft.held.charAt(draft.at + 1);
  if (next === '' && !draft.isLast) return null;
  const end = draft.at + 1;
  const cited =
    end - from > longestCitation
      ? null
      : citation(draft.held.slice(from, end), draft.cite, draft.startsItem && from === 0 && draft.previous === '');
  if (cited !== null) replace(draft, { from, end }, cited);
  else draft.at = end;
  if (cited === null && next === '(') {
    draft.open.length = opener + 1;
    draft.opaque = openSpan('target', end, end + 1);
  } else draft.open.length = opener;
  return '';
}

/** An address is one only when its whole scheme is there. */
function readScheme(draft: Draft, kind: 'angle' | 'address', scheme: string): Step {
  const written = draft.held.slice(draft.at, draft.at + scheme.length);
  if (written === scheme) return begin(draft, kind, scheme.length);
  return scheme.startsWith(written) && !draft.isLast ? null : pass(draft, 1);
}

function readDollars(draft: Draft): Step {
  const next = draft.held.charAt(draft.at + 1);
  if (next === '' && !draft.isLast) return null;
  const kind = next === '$' ? '$$' : '$';
  if (/[\p{L}\p{N}$]$/u.test(before(draft))) return pass(draft, kind.length);
  return begin(draft, kind, kind.length);
}

function begin(draft: Draft, kind: OpaqueKind, length: number): string {
  draft.opaque = openSpan(kind, draft.at, draft.at + length);
  draft.at += length;
  return '';
}

function readOpaque(draft: Draft, opaque: OpaqueSpan): Step {
  const end = endOfSpan(opaque, { text: draft.held, isLast: draft.isLast });
  if (end === 'wait') return null;
  draft.opaque = null;
  if (end === 'text') return giveUp(draft, opaque);
  draft.at = end;
  if (opaque.kind === 'target') closeOpenBracket(draft);
  if (isMath(opaque.kind)) {
    const { from, kind } = opaque;
    replace(draft, { from, end }, formula({ kind, text: draft.held.slice(from, end) }, draft.atoms, draft.mathematics));
  }
  return '';
}

/** Its first characters were text; what follows them is read anew. */
function giveUp(draft: Draft, { kind, inside }: OpaqueSpan): string {
  if (kind === 'target') closeOpenBracket(draft);
  draft.at = inside;
  return '';
}

function closeOpenBracket({ open }: Draft): void {
  open.length = Math.max(
    0,
    open.findLastIndex(({ character }) => character === '['),
  );
}

function replace(draft: Draft, { from, end }: { readonly from: number; readonly end: number }, atom: Atom): void {
  draft.held = draft.held.slice(0, from) + draft.atoms.put(atom) + draft.held.slice(end);
  draft.at = from + 1;
}

/** The character in front of the place that is read. */
function before({ held, at, previous }: Draft): string {
  return lastCharacter(held.slice(Math.max(0, at - 2), at), previous);
}

function lastCharacter(text: string, otherwise: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? otherwise;
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}
