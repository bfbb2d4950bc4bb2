import { codePointLength, isLowSurrogate } from '@parlance/core';
import { type Candidate } from './candidate.ts';
import { type Trigger } from './findings.ts';
import { openReach } from './omission.ts';
import { type AddRule } from './rule.ts';
import { confirming, isLineBreak, leadOf, lineEnd, longestLookBack, sentenceEnd } from './text/sentence.ts';

export type Omitted = Pick<Candidate, 'rule' | 'decidedBy'>;

/** Text as it came, or a stretch of it that is left out. */
export type Piece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'omission'; readonly omitted: Omitted; readonly before: string };

/** What is to be written, in order. */
export type Write = Piece | { readonly kind: 'addition'; readonly rule: AddRule };

/**
 * Additions that stand at a match, once in a channel, and the text that waits for them. Offsets are of the text that a reader is shown, in UTF-16 units, where one word
 * stands for whatever was left out: so nothing in there decides where an addition stands (R4), and neither do the chunks (R7).
 */
export interface Placing {
  /** Rules in their order, by which those in one place are written. */
  readonly rules: readonly AddRule[];
  /** Those whose match has not been seen. */
  readonly waiting: readonly AddRule[];
  /** Those that stand after a sentence whose end has not been found. */
  readonly due: readonly Due[];
  /** Those whose place is known and has not been reached. */
  readonly placed: readonly Placed[];
  /** Decided and not written, from `at` on; `upstream` is the same place in the text of the upstream. */
  readonly pieces: readonly Piece[];
  readonly at: number;
  readonly upstream: number;
  /** The end of what was written, as far as it tells where a sentence ends. */
  readonly behind: string;
  /** Where the sentence begins that goes on; kept while an addition may come to stand before it. */
  readonly sentence: number;
  readonly searchedTo: number;
}

interface Due {
  readonly rule: AddRule;
  /** The last unit of the match. */
  readonly from: number;
}

interface Placed {
  readonly rule: AddRule;
  readonly at: number;
}

const inText: readonly AddRule['place'][] = ['beside', 'after', 'before'];

/** Whether an addition stands within the text, not as a paragraph before or behind it. */
export function isInText({ place }: AddRule): boolean {
  return inText.includes(place);
}

export function startPlacing(additions: readonly AddRule[]): Placing | null {
  const rules = additions.filter(isInText);
  if (rules.length === 0) return null;
  return { rules, waiting: rules, due: [], placed: [], pieces: [], at: 0, upstream: 0, behind: '', sentence: 0, searchedTo: 0 };
}

/** Text that comes in many chunks stays one piece. */
export function withPiece(placing: Placing, piece: Piece): Placing {
  const last = placing.pieces.at(-1);
  if (piece.kind === 'omission' || last?.kind !== 'text') return { ...placing, pieces: [...placing.pieces, piece] };
  return { ...placing, pieces: [...placing.pieces.slice(0, -1), { kind: 'text', text: last.text + piece.text }] };
}

/** Code points of the upstream that wait to be written. */
export function pointsWaiting(placing: Placing | null): number {
  return placing === null ? 0 : placing.pieces.reduce((points, piece) => points + codePointLength(takenBy(piece)), 0);
}

/** A word, as which what was left out counts wherever sentences are told apart. */
const leftOut = 'omitted';

function takenBy(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : piece.before;
}

function shownBy(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : leftOut;
}

/** The text that is looked at: its first unit stands at `origin`, and nothing is known from `limit` on. */
interface View {
  readonly text: string;
  readonly origin: number;
  readonly limit: number;
  /** Ends of sentences, in order, as far as they were looked for. */
  readonly ends: readonly number[];
}

export interface News {
  /** Matches that readers are shown, all of which end in what is decided. */
  readonly seen: readonly Trigger[];
  /** Matches of which the end is not decided yet. */
  readonly found: readonly Trigger[];
  /** Nothing follows. */
  readonly isFinal: boolean;
}

/** Finds the places of additions whose match was seen, and gives what can be written; null when all are written. */
export function place(
  before: Placing,
  { seen, found: open, isFinal }: News,
): { readonly placing: Placing | null; readonly writes: readonly Write[] } {
  const matches = firstOfEach(before.waiting, seen);
  const view = viewOf(before, matches);
  const waiting = before.waiting.filter((rule) => !matches.some((match) => match.rule === rule));
  const standing = matches.flatMap((match) => standingAt(before, view, match));
  const due = [...before.due, ...matches.filter(({ rule }) => rule.place === 'after').map((match) => dueFor(before, match))];
  const found = due.flatMap(({ rule, from }) => {
    const at = endBehind(view, from) ?? (isFinal ? lineEndBehind(view, from, view.limit) : null);
    return at === null ? [] : [{ rule, at }];
  });
  const left = due.filter(({ rule }) => !found.some((each) => each.rule === rule));
  const sentence = view.ends.at(-1) ?? before.sentence;
  const placed = inOrder(before.rules, [...before.placed, ...standing, ...found]);
  const after = { ...before, waiting, due: left, placed, sentence, searchedTo: Math.max(before.searchedTo, view.limit - confirming) };
  const { placing, writes } = writeUpTo(after, view, isFinal ? Infinity : keptFrom(after, view, open));
  const isOver = placing.waiting.length + placing.due.length + placing.placed.length + placing.pieces.length === 0;
  return { placing: isOver ? null : placing, writes };
}

/** The first match of each rule that waits for one. */
function firstOfEach(waiting: readonly AddRule[], seen: readonly Trigger[]): readonly Trigger[] {
  if (seen.length === 0) return [];
  const inReach = seen.filter(({ rule }) => waiting.includes(rule)).sort((left, right) => left.end - right.end || left.start - right.start);
  return waiting.flatMap((rule) => inReach.find((match) => match.rule === rule) ?? []);
}

function viewOf(placing: Placing, matches: readonly Trigger[]): View {
  const { behind, pieces, at, searchedTo, due } = placing;
  const text = behind + pieces.map(shownBy).join('');
  const origin = at - behind.length;
  const limit = origin + text.length;
  const isAsked = due.length > 0 || placing.waiting.some(mayStandBefore) || matches.some(({ rule }) => rule.place === 'after');
  const ends: number[] = [];
  for (let from = isAsked ? Math.max(searchedTo, at - confirming) - origin : text.length; ;) {
    const end = sentenceEnd(text, Math.max(0, from), { limit: text.length, hiddenBefore: 0 });
    if (end === null) return { text, origin, limit, ends };
    ends.push(end + origin);
    from = end;
  }
}

/** Where the first sentence ends of which a unit is the last or stands before the last; a line ends before its break, and the row of a table before its last bar. */
function endBehind({ text, origin, ends }: View, from: number): number | null {
  const end = ends.find((each) => each > from);
  if (end === undefined) return null;
  return isLineBreak(text.charAt(end - 1 - origin)) ? lineEndBehind({ text, origin }, from, end - 1) : end;
}

function lineEndBehind({ text, origin }: Pick<View, 'text' | 'origin'>, from: number, at: number): number {
  return Math.max(from + 1, lineEnd(text, at - origin) + origin);
}

function standingAt(placing: Placing, view: View, match: Trigger): readonly Placed[] {
  const { rule } = match;
  if (rule.place === 'after') return [];
  const end = shownAt(placing, match.end);
  return [{ rule, at: rule.place === 'beside' ? end : beforeSentence(placing, view, { start: end - (match.end - match.start), end }) }];
}

/** Before the sentence of the match, behind the sign of its list item; where the sentence is longer than is held, right before the match. */
function beforeSentence(
  placing: Placing,
  { text, origin, ends }: View,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const sentence = ends.findLast((each) => each <= start) ?? placing.sentence;
  return end - sentence > openReach ? start : sentence + leadOf(text.slice(sentence - origin, start - origin)).length;
}

function dueFor(placing: Placing, match: Trigger): Due {
  return { rule: match.rule, from: shownAt(placing, match.end) - 1 };
}

/** Where an offset of the upstream stands in what readers are shown; what was left out stands at its beginning, and what is not decided behind everything. */
function shownAt({ pieces, at, upstream }: Placing, offset: number): number {
  let [shown, taken] = [at, upstream];
  for (const piece of pieces) {
    const length = takenBy(piece).length;
    if (piece.kind === 'text' && offset <= taken + length) return shown + offset - taken;
    if (offset < taken + length) return shown;
    shown += shownBy(piece).length;
    taken += length;
  }
  return shown;
}

function inOrder(rules: readonly AddRule[], placed: readonly Placed[]): readonly Placed[] {
  const rank = ({ rule }: Placed): number => inText.indexOf(rule.place) * rules.length + rules.indexOf(rule);
  return [...placed].sort((left, right) => left.at - right.at || rank(left) - rank(right));
}

/**
 * A sentence is held while an addition may come to stand before it, but no longer than one in which something is left out, and for a match whose end is not decided from where
 * that begins; its end while it is not confirmed.
 */
function keptFrom(placing: Placing, { text, origin, limit }: View, open: readonly Trigger[]): number {
  const { waiting, due, sentence } = placing;
  const starts = open.filter(({ rule }) => mayStandBefore(rule) && waiting.includes(rule)).map(({ start }) => shownAt(placing, start));
  const isHeld = waiting.some(mayStandBefore) && limit - sentence <= openReach;
  const unconfirmed = limit - confirming - (isLowSurrogate(text.charCodeAt(limit - confirming - origin)) ? 1 : 0);
  return Math.min(isHeld ? sentence : limit, due.length > 0 ? unconfirmed : limit, ...starts);
}

function mayStandBefore({ place }: AddRule): boolean {
  return place === 'before';
}

function writeUpTo(placing: Placing, view: View, end: number): { readonly placing: Placing; readonly writes: readonly Write[] } {
  const writes: Write[] = [];
  const pieces = [...placing.pieces];
  const placed = [...placing.placed];
  let { at, upstream } = placing;
  for (;;) {
    const next = placed[0];
    if (next !== undefined && next.at <= at && isWithin(next, end)) {
      writes.push({ kind: 'addition', rule: next.rule });
      placed.shift();
      continue;
    }
    const piece = pieces[0];
    const reach = Math.min(end, next?.at ?? Infinity);
    if (piece === undefined || at >= reach || !isCuttable(piece, reach - at)) break;
    const [written, rest] = cut(piece, reach - at);
    writes.push(written);
    if (rest === null) pieces.shift();
    else pieces[0] = rest;
    at += shownBy(written).length;
    upstream += takenBy(written).length;
  }
  const behind = view.text.slice(Math.max(0, at - view.origin - confirming - longestLookBack), at - view.origin);
  return { placing: { ...placing, pieces, placed, at, upstream, behind }, writes };
}

/** Another may come to stand before the same sentence, and before this one. */
function isWithin({ at, rule }: Placed, end: number): boolean {
  return at < end || (at === end && rule.place !== 'before');
}

function isCuttable({ kind }: Piece, length: number): boolean {
  return kind === 'text' || length >= leftOut.length;
}

function cut(piece: Piece, length: number): readonly [Piece, Piece | null] {
  if (piece.kind === 'omission' || length >= piece.text.length) return [piece, null];
  return [
    { kind: 'text', text: piece.text.slice(0, length) },
    { kind: 'text', text: piece.text.slice(length) },
  ];
}
