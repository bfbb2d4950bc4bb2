import { type PackFiles } from '../format/pack-files.ts';
import { type ReviewRole } from './closed-lists.ts';
import { readStatement } from './statement.ts';

/** An approving review, as it lies in a pack. */
export interface WrittenReview {
  readonly keyId: string;
  readonly role: ReviewRole;
  readonly day: string;
}

/** The approving reviews in a pack, in order of key. Read, not verified: whoever shows them names only keys that are known to have counted, as those that the log names for a release. */
export function writtenReviews(files: PackFiles): readonly WrittenReview[] {
  return [...files.keys()]
    .filter((path) => path.startsWith('reviews/'))
    .sort()
    .flatMap((path) => {
      const { value } = readStatement('review', path, files.get(path) ?? new Uint8Array());
      if (value?.statement.decision !== 'approve') return [];
      const { role, day } = value.statement;
      return [{ keyId: value.envelope.keyId, role, day }];
    });
}
