import { codePointLength, isHighSurrogate } from '@parlance/core';
import { createEdit, type Edit, type Segment } from './edit.ts';
import { longestPseudonym, type Original, originalOf, type Originals } from './pseudonym.ts';
import { closeBracket, openBracket } from './wording.ts';

/**
 * Puts back what pseudonyms stand for, chunk by chunk. A bracket that opens is held until it closes or is too long to be a pseudonym; a high surrogate until
 * its partner comes, so that code points are counted the same whatever the chunks.
 */
export interface Restoration {
  readonly originals: Originals;
  readonly held: string;
  readonly upstreamPoints: number;
}

/** A piece of restored text: as the upstream wrote it, or what a pseudonym stands for. */
export type Restored =
  | { readonly kind: 'text'; readonly text: string }
  | (Segment & { readonly kind: 'edit'; readonly disclosure: null; readonly original: Original });

export function startRestoration(originals: Originals): Restoration {
  return { originals, held: '', upstreamPoints: 0 };
}

export function restoreStep(before: Restoration, text: string): readonly [Restoration, readonly Restored[]] {
  if (before.originals.size === 0) return text === '' ? [before, []] : [before, [{ kind: 'text', text }]];
  return read(before, before.held + text, false);
}

/** Text in whose end no pseudonym is cut in two: nothing of it is held, so that what is decided about it holds for all of it. */
export function restoreWhole(before: Restoration, text: string): readonly [Restoration, readonly Restored[]] {
  return read(before, before.held + text, true);
}

export function restoreFinish(before: Restoration): readonly Restored[] {
  return read(before, before.held, true)[1];
}

function read(before: Restoration, text: string, final: boolean): readonly [Restoration, readonly Restored[]] {
  const segments: Restored[] = [];
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
    const original = close === -1 ? null : originalOf(before.originals, pseudonym);
    if (original === null) {
      at = open + 1;
      continue;
    }
    push(text.slice(pushed, open));
    segments.push({
      kind: 'edit',
      edit: restoreEdit(upstreamPoints, pseudonym, original.text),
      text: original.text,
      disclosure: null,
      original,
    });
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
