import { codePointLength, isHighSurrogate } from '@parlance/core';
import { createEdit, type Edit, type Segment } from './edit.ts';
import { closeBracket, openBracket } from './wording.ts';

/**
 * Puts back what pseudonyms stand for, chunk by chunk. A bracket that opens is held until it closes or is too long to be a pseudonym; a high surrogate until
 * its partner comes, so that code points are counted the same whatever the chunks.
 */
export interface Restoration {
  readonly originals: ReadonlyMap<string, string>;
  readonly held: string;
  readonly upstreamPoints: number;
}

/** Longest pseudonym with its brackets, in UTF-16 units. */
const longestPseudonym = 48;

export function startRestoration(originals: ReadonlyMap<string, string>): Restoration {
  return { originals, held: '', upstreamPoints: 0 };
}

export function restoreStep(before: Restoration, text: string): readonly [Restoration, readonly Segment[]] {
  if (before.originals.size === 0) return text === '' ? [before, []] : [before, [{ kind: 'text', text }]];
  return read(before, before.held + text, false);
}

/** Text in whose end no pseudonym is cut in two: nothing of it is held, so that what is decided about it holds for all of it. */
export function restoreWhole(before: Restoration, text: string): readonly [Restoration, readonly Segment[]] {
  return read(before, before.held + text, true);
}

export function restoreFinish(before: Restoration): readonly Segment[] {
  return read(before, before.held, true)[1];
}

function read(before: Restoration, text: string, final: boolean): readonly [Restoration, readonly Segment[]] {
  const segments: Segment[] = [];
  let { upstreamPoints } = before;
  let at = 0;
  let pushed = 0;
  const push = (plain: string): void => {
    if (plain === '') return;
    segments.push({ kind: 'text', text: plain });
    upstreamPoints += codePointLength(plain);
  };
  for (;;) {
    const open = text.indexOf(openBracket, at);
    if (open === -1) break;
    const within = text.slice(open, open + longestPseudonym);
    const close = within.indexOf(closeBracket);
    if (close === -1 && !final && within.length < longestPseudonym) {
      push(text.slice(pushed, open));
      return [{ ...before, held: within, upstreamPoints }, segments];
    }
    const pseudonym = within.slice(0, close + 1);
    const original = before.originals.get(pseudonym);
    if (original === undefined) {
      at = open + 1;
      continue;
    }
    push(text.slice(pushed, open));
    segments.push({ kind: 'edit', edit: restoreEdit(upstreamPoints, pseudonym, original), text: original, disclosure: null });
    upstreamPoints += codePointLength(pseudonym);
    at = open + pseudonym.length;
    pushed = at;
  }
  const end = !final && isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
  push(text.slice(pushed, end));
  return [{ ...before, held: text.slice(end), upstreamPoints }, segments];
}

function restoreEdit(at: number, pseudonym: string, original: string): Edit {
  return createEdit({ kind: 'restore', at, before: pseudonym, after: original, cause: 'privacy', rule: 'parlance.minimise' });
}
