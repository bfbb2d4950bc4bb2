import { oncePer, writtenReviews, type WrittenReview } from '@parlance/pack';
import { type LiveGateway } from '../gateway.ts';

const mostRemembered = 256;

type Reviews = (digest: string) => Promise<readonly WrittenReview[]>;

/** The reviews that lie in a version, read once; none where its files are not kept here. */
export const versionReviews = oncePer((countries: LiveGateway['countries']): Reviews => {
  const known = new Map<string, readonly WrittenReview[]>();
  return async (digest) => {
    const remembered = known.get(digest);
    if (remembered !== undefined) return remembered;
    const files = await countries.find(digest).catch(() => null);
    if (files === null) return [];
    if (known.size >= mostRemembered) known.clear();
    const reviews = writtenReviews(files);
    known.set(digest, reviews);
    return reviews;
  };
});
