import { type Segment } from '@parlance/disclosure';

/** What came in and what the edits give back. The two are equal at the end of a channel, or the turn fails (R2). */
export interface Conservation {
  readonly upstream: string;
  readonly inverted: string;
}

export const nothingYet: Conservation = { upstream: '', inverted: '' };

export function took(before: Conservation, text: string): Conservation {
  return { ...before, upstream: before.upstream + text };
}

export function gave(before: Conservation, segments: readonly Segment[]): Conservation {
  return {
    ...before,
    inverted: segments.reduce((text, segment) => text + (segment.kind === 'text' ? segment.text : segment.edit.before), before.inverted),
  };
}

export function isConserved({ upstream, inverted }: Conservation): boolean {
  return upstream === inverted;
}
