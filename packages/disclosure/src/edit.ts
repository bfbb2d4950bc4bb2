import { type Cause } from '@parlance/charter';
import { CodedError } from '@parlance/core';

/**
 * One change to a text. Private to a response: it holds what was left out, so it cannot be serialised or printed. Its only public projection is a `Disclosure`.
 * `notice` is the footnote that an omission carries; `restore` puts back what a pseudonym stood for.
 */
export interface Edit {
  readonly kind: 'omit' | 'add' | 'restore' | 'notice';
  /** Code points of the upstream text of the channel. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly cause: Cause;
  readonly rule: string;
  toJSON(): never;
}

export function createEdit(facts: Omit<Edit, 'toJSON'>): Edit {
  return new PrivateEdit(facts);
}

class PrivateEdit implements Edit {
  readonly kind: Edit['kind'];
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly cause: Cause;
  readonly rule: string;

  constructor({ kind, at, before, after, cause, rule }: Omit<Edit, 'toJSON'>) {
    this.kind = kind;
    this.at = at;
    this.before = before;
    this.after = after;
    this.cause = cause;
    this.rule = rule;
  }

  toJSON(): never {
    throw new CodedError('edit_is_private', 'an edit holds what was left out and cannot be serialised');
  }

  /** What `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `[edit ${this.kind}]`;
  }
}

/** A piece of delivered text: as the upstream wrote it, or the `after` of an edit. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'edit';
      readonly edit: Edit;
      readonly text: string;
      readonly disclosure: string | null;
      /** An addition within the text, not a paragraph before or behind it. */
      readonly isInText?: boolean;
    };

/**
 * Undoes the edits: gives back the upstream text, code point by code point (the law of conservation, R2).
 * Throws `not_conserved` when delivered text and edits do not belong together.
 */
export function invert(delivered: string, edits: readonly Edit[]): string {
  const points = Array.from(delivered);
  const upstream: string[] = [];
  let read = 0;
  for (const edit of edits) {
    while (upstream.length < edit.at && read < points.length) upstream.push(points[read++] ?? '');
    const after = Array.from(edit.after);
    if (upstream.length !== edit.at || points.slice(read, read + after.length).join('') !== edit.after) {
      throw new CodedError('not_conserved', 'an edit does not stand where it says');
    }
    read += after.length;
    upstream.push(...Array.from(edit.before));
  }
  return upstream.join('') + points.slice(read).join('');
}
