import { longestAddress } from '../web-address.ts';

/** A span whose inside is no Markdown. It ends by a rule of its own; when it cannot, its first characters were only text. */
export interface OpaqueSpan {
  readonly kind: OpaqueKind;
  /** Where its opener begins, and where its inside does. */
  readonly from: number;
  readonly inside: number;
  /** How far it has been read. */
  at: number;
  /** Open parentheses, in a target. */
  depth: number;
}

export type OpaqueKind = 'code' | 'target' | 'angle' | 'address' | MathKind;
export type MathKind = '$' | '$$' | '\\(' | '\\[';

/** Where the span ends; `wait` when more text is needed to tell, `text` when it is none. */
export type SpanEnd = number | 'wait' | 'text';

/** Text in which a span is read. */
export interface SpanText {
  readonly text: string;
  /** Nothing follows. */
  readonly isLast: boolean;
}

const longest: Readonly<Record<OpaqueKind, number>> = {
  code: 1000,
  target: longestAddress + 200,
  angle: longestAddress + 20,
  address: longestAddress + 20,
  $: 500,
  $$: 3000,
  '\\(': 1000,
  '\\[': 3000,
};

export const isMath = (kind: OpaqueKind): kind is MathKind => kind.startsWith('$') || kind.startsWith('\\');

export function openSpan(kind: OpaqueKind, from: number, inside: number): OpaqueSpan {
  return { kind, from, inside, at: inside, depth: 1 };
}

/** Each character is looked at once for each kind of span, and none further than a span may be long. */
export function endOfSpan(span: OpaqueSpan, { text, isLast }: SpanText): SpanEnd {
  const limit = span.from + longest[span.kind];
  const isLong = text.length > limit;
  const window = { text: isLong ? text.slice(0, limit + 1) : text, isLast: isLast && !isLong };
  const end = readers[span.kind](span, window);
  if (end !== 'wait' || !(isLong || isLast)) return end;
  // All of it may be the address of one link or none, and the next one would be as long.
  return span.kind === 'address' ? limit : 'text';
}

const readers: Readonly<Record<OpaqueKind, (span: OpaqueSpan, text: SpanText) => SpanEnd>> = {
  code: endOfCode,
  target: endOfTarget,
  angle: endOfAngle,
  address: endOfAddress,
  $: endOfDollar,
  $$: endOfDollars,
  '\\(': (span, text) => endOfBackslashed(span, text, '()'),
  '\\[': (span, text) => endOfBackslashed(span, text, '[]'),
};

/** A run of as many backticks as opened it. */
function endOfCode(span: OpaqueSpan, { text, isLast }: SpanText): SpanEnd {
  const runs = /`+/g;
  runs.lastIndex = span.at;
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    span.at = run.index;
    if (runs.lastIndex === text.length && !isLast) return 'wait';
    if (run[0].length === span.inside - span.from) return runs.lastIndex;
    span.at = runs.lastIndex;
  }
  span.at = text.length;
  return 'wait';
}

/** The parenthesis behind a link's text, up to the one that closes it. */
function endOfTarget(span: OpaqueSpan, { text }: SpanText): SpanEnd {
  for (; span.at < text.length; span.at += 1) {
    const character = text.charAt(span.at);
    if (character === '\n') return 'text';
    if (character === '\\' || character === ']') {
      if (span.at + 1 === text.length) return 'wait';
      // The target of another link: this one is none, and no text is read again and again.
      if (character === ']' && text.charAt(span.at + 1) === '(') return 'text';
    }
    if (character === '\\') span.at += 1;
    if (character === '(') span.depth += 1;
    if (character === ')') span.depth -= 1;
    if (span.depth === 0) return span.at + 1;
  }
  return 'wait';
}

function endOfAngle(span: OpaqueSpan, { text }: SpanText): SpanEnd {
  const stops = /[>\s<]/g;
  stops.lastIndex = span.at;
  const stop = stops.exec(text);
  span.at = stop?.index ?? text.length;
  if (stop === null) return 'wait';
  return stop[0] === '>' ? stop.index + 1 : 'text';
}

function endOfAddress(span: OpaqueSpan, { text, isLast }: SpanText): SpanEnd {
  const address = /[\w\-.~:/?#@!$&()+,;=%]*/y;
  address.lastIndex = span.at;
  address.exec(text);
  span.at = address.lastIndex;
  return span.at === text.length && !isLast ? 'wait' : span.at;
}

/** A formula touches its dollars on the inside, and no digit follows it: that would be a price. */
function endOfDollar(span: OpaqueSpan, { text, isLast }: SpanText): SpanEnd {
  for (; span.at < text.length; span.at += 1) {
    const character = text.charAt(span.at);
    if (character === '\n') return 'text';
    if (character === '\\') {
      if (span.at + 1 === text.length) return 'wait';
      span.at += 1;
    } else if (character === '$') {
      return endAtDollar(span, { text, isLast });
    } else if (character === ' ' && isAmount(text.slice(span.inside, span.at))) return 'text';
  }
  return 'wait';
}

function endAtDollar({ at, inside }: OpaqueSpan, { text, isLast }: SpanText): SpanEnd {
  if (at === inside || /\s/u.test(text.charAt(at - 1))) return 'text';
  if (at + 1 === text.length && !isLast) return 'wait';
  return /\d/.test(text.charAt(at + 1)) ? 'text' : at + 1;
}

/** `5 million`, `20, and`: an amount of money and the word behind it. */
function isAmount(text: string): boolean {
  return text.length < 40 && /^\d[\d.,]*\p{L}{0,2}[\s,.;:!?-]+\p{L}{2,}\S*$/u.test(text);
}

function endOfDollars(span: OpaqueSpan, { text }: SpanText): SpanEnd {
  for (; span.at < text.length; span.at += 1) {
    const character = text.charAt(span.at);
    if (character !== '\\' && character !== '$') continue;
    if (span.at + 1 === text.length) return 'wait';
    if (character === '\\') span.at += 1;
    else if (text.charAt(span.at + 1) === '$') return text.slice(span.inside, span.at).trim() === '' ? 'text' : span.at + 2;
  }
  return 'wait';
}

/** `\(` and `\[`. A second opener says that the first was none, so that no text is read again and again. */
function endOfBackslashed(span: OpaqueSpan, { text }: SpanText, pair: string): SpanEnd {
  for (; span.at < text.length; span.at += 1) {
    if (text.charAt(span.at) !== '\\') continue;
    if (span.at + 1 === text.length) return 'wait';
    const escaped = text.charAt(span.at + 1);
    if (escaped === pair.charAt(0)) return 'text';
    if (escaped === pair.charAt(1)) return span.at + 2;
    span.at += 1;
  }
  return 'wait';
}
